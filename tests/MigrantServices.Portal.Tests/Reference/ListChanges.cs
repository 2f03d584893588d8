using System.Globalization;
using System.Net;
using Microsoft.EntityFrameworkCore;
using MigrantServices.Core.Calendar;
using MigrantServices.Core.Reference;
using MigrantServices.Testing.Hosting;
using Xunit;

namespace MigrantServices.Portal.Tests.Reference;

/// <summary>Two administrators change a code list through its pages.</summary>
internal static class ListChanges
{
    public static DateOnly Today(this PortalHost host) => Seoul.DateOf(host.Clock.GetUtcNow());

    public static string Iso(DateOnly day) => day.ToString("yyyy-MM-dd", CultureInfo.InvariantCulture);

    public static async Task<Guid> ProposeAsync(this PortalHost host, string address, DateOnly from, params (string Name, string Value)[] answers)
    {
        using var administrator = await host.SignInAsAsync(Colleagues.Administrator);
        var preview = await (await administrator.GetAsync(address)).SubmitAsync([("Form.EffectiveOn", Iso(from)), ("Form.Source", "경기도 공고 제2026-1호"), .. answers]);
        Assert.True(preview.Summary.Count == 0, string.Join(" | ", preview.Summary));
        var kept = await preview.PressAsync("Propose");
        Assert.StartsWith("/office/reference/changes/", kept.Path, StringComparison.Ordinal);
        return Guid.Parse(kept.Path.Split('/')[^1]);
    }

    public static async Task ApproveAsync(this PortalHost host, Guid id)
    {
        using var second = await host.SignInAsAsync(Colleagues.Administrator2);
        Assert.Equal(HttpStatusCode.OK, (await (await second.GetAsync($"/office/reference/changes/{id}")).PressAsync("Approve")).Status);
        Assert.NotNull(await host.StoredAsync(db => db.Set<ReferenceChange>().Where(c => c.Id == id).Select(c => c.ApprovedAt).SingleAsync()));
    }

    public static async Task TakeBackAsync(this PortalHost host, Guid id)
    {
        using var administrator = await host.SignInAsAsync(Colleagues.Administrator);
        Assert.Equal(HttpStatusCode.OK, (await (await administrator.GetAsync($"/office/reference/changes/{id}")).PressAsync("TakeBack")).Status);
    }

    public static Task<List<ReferenceItem>> RowsAsync(this PortalHost host, string list, string code) =>
        host.StoredAsync(db => db.ReferenceItems.AsNoTracking().Where(i => i.List == list && i.Code == code).OrderBy(i => i.ValidFrom).ToListAsync());
}
