using System.Net;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using MigrantServices.Core.Calendar;
using MigrantServices.Core.Cases;
using MigrantServices.Core.Grievances;
using MigrantServices.Core.Grievances.Inquiry;
using MigrantServices.Core.Notices;
using MigrantServices.Core.People;
using MigrantServices.Core.Reference;
using MigrantServices.Core.Storage;
using MigrantServices.Testing.Hosting;
using Xunit;
using Colleague = MigrantServices.Testing.Hosting.Colleague;

namespace MigrantServices.Portal.Tests.Casework;

/// <summary>Clocks that begin anew, that were missed before they stopped, and that follow the day of receipt: as the pages and the lists show them.</summary>
[Trait("Category", "Database")]
public sealed class RunningClockTests(PortalHost host) : IClassFixture<PortalHost>
{
    [Fact]
    public async Task On_the_spot_seven_days_more_are_taken_once_and_the_person_is_told()
    {
        var filed = await host.Given.AGrievanceAsync(CaseStatus.SiteInvestigation);
        var before = (await OneAsync(filed)).DueOn!.Value;
        using var office = await host.SignInAsAsync(Colleagues.Caseworker);

        var tooLong = await ExtendAsync(office, filed, "8");
        Assert.Equal((HttpStatusCode.Conflict, 0), (tooLong.Status, (await ExtensionsAsync(filed)).Count));
        await ExtendAsync(office, filed, "7");

        var made = Assert.Single(await ExtensionsAsync(filed));
        Assert.Equal((Grievance.SitePeriod, 7, before, (await OneAsync(filed)).DueOn), (made.Clock, made.Length, made.DueBefore, made.DueAfter));
        Assert.Null((await office.GetAsync($"/office/grievances/{filed.Reference}")).Document.QuerySelector("a[href$='/extend']"));
        Assert.Equal(HttpStatusCode.Conflict, (await ExtendAsync(office, filed, "1")).Status);
        Assert.Single(await ExtensionsAsync(filed));
    }

    [Fact]
    public async Task A_second_visit_after_an_extended_one_is_refused_more_time_and_never_fails()
    {
        var filed = await host.Given.AGrievanceAsync(CaseStatus.SiteInvestigation);
        using var office = await host.SignInAsAsync(Colleagues.Caseworker);
        await ExtendAsync(office, filed, "7");
        await PressAsync(office, filed, "end-site-investigation");
        await KeepAsync(office, filed, Grievance.BeginSiteInvestigation);

        Assert.Equal(HttpStatusCode.Conflict, (await ExtendAsync(office, filed, "7")).Status);

        Assert.Equal((CaseStatus.SiteInvestigation, 1), ((await OneAsync(filed)).Status, (await ExtensionsAsync(filed)).Count));
    }

    [Fact]
    public async Task An_objection_gets_ten_days_more_once_and_one_that_is_made_again_gets_its_own()
    {
        var filed = await host.Given.AGrievanceAsync(CaseStatus.ObjectionReview);
        using var office = await host.SignInAsAsync(Colleagues.Caseworker2);
        using var filer = await host.ComeBackAsync(filed.CodeId);
        Assert.Equal((HttpStatusCode.Conflict, 0), ((await ExtendAsync(office, filed, "11")).Status, (await ExtensionsAsync(filed)).Count));
        await ExtendAsync(office, filed, "10");
        Assert.Equal(HttpStatusCode.Conflict, (await ExtendAsync(office, filed, "1")).Status);
        Assert.Equal(Grievance.ObjectionPeriod, Assert.Single(await ExtensionsAsync(filed)).Clock);

        var taken = await filer.GetAsync("/en/my-case/object");
        await taken.SendAsync(taken.Form("handler=TakeBack"), null);
        host.Clock.Advance(TimeSpan.FromMinutes(1));
        await (await filer.GetAsync("/en/my-case/object")).SubmitAsync(("Form.Body", "I object again."));
        await PressAsync(office, filed, "take-on-objection", ("Affirms", "true"));
        await ExtendAsync(office, filed, "10");

        Assert.Equal(2, (await ExtensionsAsync(filed)).Count);
        Assert.Equal(CaseStatus.ObjectionReview, (await OneAsync(filed)).Status);
    }

    [Fact]
    public async Task A_pause_after_the_due_day_hides_it_from_nobody()
    {
        var (me, office) = await ANewcomerAsync();
        var filed = await MineAsync(me);
        await RunAsync("update cases set due_on = '2026-11-20' where id = $1", filed.Id);
        await (await office.GetAsync($"/office/grievances/{filed.Reference}/pause")).SubmitAsync(("Form.Reason", "expert"));

        Assert.NotNull((await OneAsync(filed)).PausedOn);
        Assert.Equal([filed.Reference], Rows(await office.GetAsync("/office"), "Overdue"));
        Assert.Contains(filed.Reference, (await office.GetAsync("/office/grievances?tab=Overdue")).Words, StringComparison.Ordinal);
        Assert.Equal(1, await RoundAsync(me, RoundThing.Overdue));
        using var filer = await host.ComeBackAsync(filed.CodeId);
        var status = (await filer.GetAsync("/en/my-case/status")).Words;
        Assert.Contains("We should have answered by 20 November 2026", status, StringComparison.Ordinal);
        Assert.Contains("an expert opinion is awaited", status, StringComparison.Ordinal);
        office.Dispose();
    }

    [Fact]
    public async Task An_hour_that_has_passed_is_overdue_in_the_list_at_its_minute()
    {
        var (me, office) = await ANewcomerAsync();
        var filed = await MineAsync(me);
        var now = host.Clock.GetUtcNow();

        await HourAsync(now.AddMinutes(1));
        Assert.Equal([filed.Reference], Rows(await office.GetAsync("/office"), "DueSoon"));
        Assert.Equal((0, 1), (await RoundAsync(me, RoundThing.Overdue), await RoundAsync(me, RoundThing.DueSoon)));
        await HourAsync(now.AddMinutes(-1));

        var home = await office.GetAsync("/office");
        Assert.Equal((1, 0), (Rows(home, "Overdue").Count(), Rows(home, "DueSoon").Count()));
        Assert.Equal((1, 0), (await RoundAsync(me, RoundThing.Overdue), await RoundAsync(me, RoundThing.DueSoon)));
        Assert.Contains(filed.Reference, (await office.GetAsync("/office/grievances?tab=Overdue")).Words, StringComparison.Ordinal);
        office.Dispose();

        Task HourAsync(DateTimeOffset last) => RunAsync($"update cases set due_on = '{Seoul.DateOf(now):yyyy-MM-dd}', due_at = '{last:O}' where id = $1", filed.Id);
    }

    [Fact]
    public async Task The_day_of_a_proposed_settlement_warns_in_mediation_and_no_longer_when_it_failed()
    {
        var filed = await host.Given.AGrievanceAsync(CaseStatus.Mediating);
        using var office = await host.SignInAsAsync(Colleagues.Caseworker);
        var day = Seoul.DateOf(host.Clock.GetUtcNow());
        await KeepAsync(office, filed, Grievance.ProposeSettlement, ("Form.On", $"{day:O}"), ("Form.DueOn", $"{day.AddDays(14):O}"));
        Assert.DoesNotContain(filed.Reference, Rows(await office.GetAsync("/office"), "SettlementDue"));
        await RunAsync($"update inquiry_records set \"on\" = '{day.AddDays(-9):O}', due_on = '{day.AddDays(-1):O}' where case_id = $1 and deed = 'propose-settlement'", filed.Id);

        Assert.Contains(filed.Reference, Rows(await office.GetAsync("/office"), "SettlementDue"));
        Assert.Equal(1, await RoundAsync(Colleagues.Caseworker, RoundThing.SettlementDue));
        await KeepAsync(office, filed, Grievance.FailMediation, ("Form.Code", "no-agreement"));

        Assert.Equal(CaseStatus.Investigating, (await OneAsync(filed)).Status);
        var home = await office.GetAsync("/office");
        Assert.DoesNotContain(filed.Reference, Rows(home, "SettlementDue").Concat(Rows(home, "RespondentDue")));
        Assert.Equal(0, await RoundAsync(Colleagues.Caseworker, RoundThing.SettlementDue));
        Assert.Contains("the mediation failed", (await office.GetAsync($"/office/grievances/{filed.Reference}?language=en")).Words, StringComparison.Ordinal);
        Assert.Equal(ProposalOutcome.Failed, await host.StoredAsync(db => db.InquiryRecords.Where(r => r.CaseId == filed.Id && r.EndedOn != null).Select(r => r.Outcome).SingleAsync()));
    }

    [Fact]
    public async Task Each_case_keeps_the_periods_of_the_day_on_which_it_was_received()
    {
        var me = await host.Given.AColleagueAsync(Role.Caseworker);
        var old = await MineAsync(me);
        await ReplaceAsync("bar-national.DG", 6, "months");
        await ReplaceAsync("supplement.DG", 20, "calendar-days");
        await ReplaceAsync("progress.DG", 10, "calendar-days");
        host.Clock.Advance(TimeSpan.FromDays(1));
        var late = await MineAsync(me);
        using var office = await host.SignInAsAsync(me);
        var today = Seoul.DateOf(host.Clock.GetUtcNow());

        // a year ends in twenty days for the one, half a year for the other
        foreach (var (filed, months) in new[] { (old, 12), (late, 6) })
        {
            await RunAsync($"update cases set last_happened_on = '{today.AddDays(20).AddMonths(-months):O}' where id = $1", filed.Id);
        }

        Assert.Equal(new[] { old.Reference, late.Reference }.Order(), Rows(await office.GetAsync("/office"), "BarNear").Order());
        Assert.Equal(2, await RoundAsync(me, RoundThing.BarNear));
        foreach (var (filed, months) in new[] { (old, 6), (late, 12) })
        {
            await RunAsync($"update cases set last_happened_on = '{today.AddDays(20).AddMonths(-months):O}' where id = $1", filed.Id);
        }

        Assert.Empty(Rows(await office.GetAsync("/office"), "BarNear"));
        Assert.Equal(0, await RoundAsync(me, RoundThing.BarNear));

        await RunAsync("update cases set jurisdiction = 'Ours', jurisdiction_checked_at = received_at where id = $1", old.Id);
        await RunAsync("update cases set jurisdiction = 'Ours', jurisdiction_checked_at = received_at where id = $1", late.Id);
        Assert.Equal($"{today.AddDays(10):O}", await AskedUntilAsync(old));
        Assert.Equal($"{today.AddDays(20):O}", await AskedUntilAsync(late));

        host.Clock.Advance(TimeSpan.FromDays(10));
        await host.WithAsync(async services =>
        {
            while (await services.GetRequiredService<ProgressDesk>().NextAsync(host.Clock.GetUtcNow(), CancellationToken.None))
            {
                // on to the next hundred
            }
        });
        Assert.Equal((0, 1), (await ProgressAsync(old), await ProgressAsync(late)));

        async Task<string?> AskedUntilAsync(FiledCase filed) => (await office.GetAsync($"/office/grievances/{filed.Reference}/ask-supplement")).ValueOf("Form.Until");
    }

    private Task<int> ProgressAsync(FiledCase filed) => host.StoredAsync(db => db.Messages.CountAsync(m => m.CaseId == filed.Id && m.Purpose == MessagePurpose.Progress));

    private Task ReplaceAsync(string code, int length, string unit) => host.WithAsync(async services =>
    {
        var desk = services.GetRequiredService<ReferenceDesk>();
        var form = new ProposeChange
        {
            List = Lists.Periods,
            Kind = ChangeKind.Replace,
            Code = code,
            EffectiveOn = Seoul.DateOf(host.Clock.GetUtcNow()).AddDays(1),
            Length = length,
            Unit = unit,
            Source = "규칙 제2호",
        };
        await desk.ApproveAsync(Colleagues.Administrator2.Actor, await desk.ProposeAsync(Colleagues.Administrator.Actor, form, default), default);
    });

    private static async Task<WebPage> ExtendAsync(Browserless office, FiledCase filed, string days) =>
        await (await office.GetAsync($"/office/grievances/{filed.Reference}/extend")).SubmitAsync(("Form.Days", days), ("Form.Reason", "fact-check"));

    private static async Task PressAsync(Browserless office, FiledCase filed, string deed, params (string, string)[] answers)
    {
        var page = await office.GetAsync($"/office/grievances/{filed.Reference}");
        await page.SendAsync(page.Form("deeds/" + deed), null, answers);
    }

    private static async Task KeepAsync(Browserless office, FiledCase filed, CaseAction deed, params (string, string)[] answers) =>
        await (await office.GetAsync($"/office/grievances/{filed.Reference}/records/{deed.Code}")).SubmitAsync([("Form.Words", "기록합니다."), .. answers]);

    private Task<Grievance> OneAsync(FiledCase filed) => host.StoredAsync(db => db.Grievances.AsNoTracking().SingleAsync(g => g.Id == filed.Id));

    private Task<List<CaseExtension>> ExtensionsAsync(FiledCase filed) => host.StoredAsync(db => db.Set<CaseExtension>().AsNoTracking().Where(e => e.CaseId == filed.Id).ToListAsync());

    private async Task<(Colleague Me, Browserless Browser)> ANewcomerAsync()
    {
        var me = await host.Given.AColleagueAsync(Role.Caseworker);
        return (me, await host.SignInAsAsync(me));
    }

    private async Task<FiledCase> MineAsync(Colleague me)
    {
        var filed = await host.Given.AGrievanceAsync();
        await host.WithAsync(async services =>
        {
            var grievance = await services.GetRequiredService<PortalDb>().Grievances.SingleAsync(g => g.Id == filed.Id);
            await services.GetRequiredService<GrievanceDesk>().TakeOnAsync(grievance, affirms: true, me.Actor, CancellationToken.None);
        });
        return filed;
    }

    private Task<int> RoundAsync(Colleague colleague, RoundThing thing) => host.WithAsync(async services =>
        (await services.GetRequiredService<RoundCounts>().AllAsync(host.Clock.GetUtcNow(), CancellationToken.None)).GetValueOrDefault(colleague.Id)?[(int)thing] ?? 0);

    private async Task RunAsync(string sql, Guid id)
    {
        await using var command = host.Database.Source.CreateCommand(sql);
        command.Parameters.Add(new() { Value = id });
        await command.ExecuteNonQueryAsync();
    }

    private static IEnumerable<string> Rows(WebPage home, string section) =>
        home.Document.QuerySelectorAll($"section[aria-labelledby='day-{section}'] a.reference").Select(link => link.TextContent);
}
