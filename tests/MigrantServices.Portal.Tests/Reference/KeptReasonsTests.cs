using System.Net;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using MigrantServices.Core.Calendar;
using MigrantServices.Core.Cases;
using MigrantServices.Core.Reference;
using MigrantServices.Testing.Hosting;
using Xunit;

namespace MigrantServices.Portal.Tests.Reference;

/// <summary>Reasons for more time and for pauses that an administrator ends or adds are those of later cases only.</summary>
[Trait("Category", "Database")]
public sealed class KeptReasonsTests(PortalHost host) : IClassFixture<PortalHost>
{
    [Fact]
    public async Task A_case_keeps_the_reasons_of_the_day_on_which_it_was_received()
    {
        var old = await host.Given.AGrievanceAsync(CaseStatus.UnderReview);
        var oldChild = await AChildAsync();
        await ChangeAsync(Lists.ExtensionReasons, ChangeKind.End, "fact-check");
        await ChangeAsync(Lists.PauseReasons, ChangeKind.End, "hearing");
        await ChangeAsync(Lists.PauseReasons, ChangeKind.Add, "interpreter");
        host.Clock.Advance(TimeSpan.FromDays(1));
        var late = await host.Given.AGrievanceAsync(CaseStatus.UnderReview);
        var lateChild = await AChildAsync();

        Assert.True(await OffersAsync(old, "extend", "fact-check"));
        Assert.False(await OffersAsync(late, "extend", "fact-check"));
        Assert.True(await OffersAsync(oldChild, "extend", "fact-check"));
        Assert.False(await OffersAsync(lateChild, "extend", "fact-check"));
        Assert.Equal((true, false), (await OffersAsync(old, "pause", "hearing"), await OffersAsync(old, "pause", "interpreter")));
        Assert.Equal((false, true), (await OffersAsync(late, "pause", "hearing"), await OffersAsync(late, "pause", "interpreter")));

        Assert.NotNull((await SendAsync(late, "extend", ("Form.Days", "3"), ("Form.Reason", "fact-check"))).MistakeAt("Form.Reason"));
        Assert.NotNull((await SendAsync(lateChild, "extend", ("Form.Days", "3"), ("Form.Reason", "fact-check"))).MistakeAt("Form.Reason"));
        Assert.NotNull((await SendAsync(late, "pause", ("Form.Reason", "hearing"))).MistakeAt("Form.Reason"));
        Assert.NotNull((await SendAsync(old, "pause", ("Form.Reason", "interpreter"))).MistakeAt("Form.Reason"));
        Assert.Equal(0, await ExtensionsAsync());

        Assert.Equal(HttpStatusCode.OK, (await SendAsync(old, "extend", ("Form.Days", "3"), ("Form.Reason", "fact-check"))).Status);
        Assert.Equal(HttpStatusCode.OK, (await SendAsync(oldChild, "extend", ("Form.Days", "3"), ("Form.Reason", "fact-check"))).Status);
        await SendAsync(old, "pause", ("Form.Reason", "hearing"));
        Assert.Equal(2, await ExtensionsAsync());
        Assert.Equal("hearing", await host.StoredAsync(db => db.Grievances.Where(g => g.Id == old.Id).SelectMany(g => g.Pauses).Select(p => p.Reason).SingleAsync()));
    }

    private async Task<bool> OffersAsync(FiledCase filed, string page, string reason)
    {
        using var office = await host.SignInAsAsync(Colleagues.Caseworker);
        return (await OpenAsync(office, filed, page)).Html.Contains($"value=\"{reason}\"", StringComparison.Ordinal);
    }

    private async Task<WebPage> SendAsync(FiledCase filed, string page, params (string, string)[] answers)
    {
        using var office = await host.SignInAsAsync(Colleagues.Caseworker);
        return await (await OpenAsync(office, filed, page)).SubmitAsync(answers);
    }

    private static Task<WebPage> OpenAsync(Browserless office, FiledCase filed, string page) =>
        office.GetAsync($"/office/{(filed.Reference.StartsWith("DG", StringComparison.Ordinal) ? "grievances" : "children")}/{filed.Reference}/{page}");

    private async Task<FiledCase> AChildAsync()
    {
        var filed = await host.Given.AChildAsync();
        using var office = await host.SignInAsAsync(Colleagues.Caseworker);
        var page = await office.GetAsync($"/office/children/{filed.Reference}");
        await page.SendAsync(page.Form("deeds/take-on"), null);
        return filed;
    }

    private Task ChangeAsync(string list, ChangeKind kind, string code) => host.WithAsync(async services =>
    {
        var desk = services.GetRequiredService<ReferenceDesk>();
        var form = new ProposeChange
        {
            List = list,
            Kind = kind,
            Code = code,
            EffectiveOn = Seoul.DateOf(host.Clock.GetUtcNow()).AddDays(1),
            Source = "규칙 제2호",
            Texts = ReferenceText.EverybodysLanguages.ToDictionary(tag => tag, string? (_) => "Waiting for an interpreter"),
        };
        await desk.ApproveAsync(Colleagues.Administrator2.Actor, await desk.ProposeAsync(Colleagues.Administrator.Actor, form, default), default);
    });

    private Task<int> ExtensionsAsync() => host.StoredAsync(db => db.Set<CaseExtension>().CountAsync());
}
