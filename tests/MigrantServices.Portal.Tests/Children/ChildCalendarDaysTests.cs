using System.Net;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using MigrantServices.Core.Calendar;
using MigrantServices.Core.Reference;
using MigrantServices.Testing.Hosting;
using Xunit;

namespace MigrantServices.Portal.Tests.Children;

/// <summary>The fourteen days of the child ordinance when the province lays down that every day of the calendar counts.</summary>
[Trait("Category", "Database")]
public sealed class ChildCalendarDaysTests(PortalHost host) : IClassFixture<PortalHost>
{
    [Fact]
    public async Task Where_the_days_are_counted_by_the_calendar_so_is_more_time()
    {
        await host.WithAsync(async services =>
        {
            var desk = services.GetRequiredService<ReferenceDesk>();
            var form = new ProposeChange { List = Lists.Periods, Kind = ChangeKind.Replace, Code = "petition.CC", EffectiveOn = Tomorrow, Length = 14, Unit = PeriodUnits.CalendarDays, Source = "규칙 제2호" };
            await desk.ApproveAsync(Colleagues.Administrator2.Actor, await desk.ProposeAsync(Colleagues.Administrator.Actor, form, default), default);
        });
        host.Clock.Advance(TimeSpan.FromDays(1));
        var filed = await TakenOnAsync();
        var due = await DueAsync(filed);
        using var office = await host.SignInAsAsync(Colleagues.Caseworker);

        var page = await office.GetAsync(Of(filed, "extend"));
        Assert.Contains("How many calendar days", page.Words, StringComparison.Ordinal);
        var refused = await page.SubmitAsync(("Form.Days", "15"), ("Form.Reason", "fact-check"));
        Assert.Equal(HttpStatusCode.Conflict, refused.Status);
        Assert.Contains("from 1 to 14 calendar days", refused.Words, StringComparison.Ordinal);
        Assert.Equal(due, await DueAsync(filed));

        await refused.SubmitAsync(("Form.Days", "7"), ("Form.Reason", "fact-check"));
        Assert.Equal(due!.Value.AddDays(7), await DueAsync(filed));
    }

    private DateOnly Tomorrow => Seoul.DateOf(host.Clock.GetUtcNow()).AddDays(1);

    private async Task<FiledCase> TakenOnAsync()
    {
        var filed = await host.Given.AChildAsync();
        using var office = await host.SignInAsAsync(Colleagues.Caseworker);
        var page = await office.GetAsync(Of(filed));
        await page.SendAsync(page.Form("deeds/take-on"), null);
        return filed;
    }

    private Task<DateOnly?> DueAsync(FiledCase filed) => host.StoredAsync(db => db.ChildConfirmations.Where(c => c.Id == filed.Id).Select(c => c.DueOn).SingleAsync());

    private static string Of(FiledCase filed, string? page = null) => $"/office/children/{filed.Reference}" + (page is null ? "" : "/" + page);
}
