using System.Net;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using MigrantServices.Core.Cases;
using MigrantServices.Core.Grievances;
using MigrantServices.Core.Notices;
using MigrantServices.Core.People;
using MigrantServices.Core.Privacy;
using MigrantServices.Testing.Hosting;
using Xunit;
using Colleague = MigrantServices.Testing.Hosting.Colleague;

namespace MigrantServices.Portal.Tests.Workday;

/// <summary>A colleague's day on one page: what needs them, the worst first.</summary>
[Trait("Category", "Database")]
public sealed class HomeTests(PortalHost host) : IClassFixture<PortalHost>
{
    [Fact]
    public async Task The_first_link_of_the_page_is_the_most_urgent_case()
    {
        var (me, browser) = await ANewcomerAsync();
        var soon = await MineAsync(me);
        await DueAsync(soon, "2026-11-24");
        var late = await MineAsync(me);
        await DueAsync(late, "2026-11-20");
        var later = await MineAsync(me);
        await DueAsync(later, "2026-11-19");

        var home = await browser.GetAsync("/office");

        Assert.Equal("/office/grievances/" + later.Reference, home.Document.QuerySelector("main a, main button, main input")!.GetAttribute("href"));
        Assert.Equal([later.Reference, late.Reference], Rows(home, "Overdue"));
        Assert.Equal([soon.Reference], Rows(home, "DueSoon"));
        Assert.Contains("1 working day left", home.Words, StringComparison.Ordinal);
        browser.Dispose();
    }

    [Fact]
    public async Task A_new_case_is_late_after_eight_working_hours_and_not_before()
    {
        var filed = await host.Given.AGrievanceAsync();
        var officer = await host.Given.AColleagueAsync(Role.MunicipalOfficer, municipalities: [Colleagues.Ansan]);
        using var browser = await host.SignInAsAsync(officer);

        // noon on Monday: eight working hours ago it was one o'clock on Friday
        await ReceivedAsync(filed, "2026-11-20T13:01:00+09");
        Assert.DoesNotContain(filed.Reference, Rows(await browser.GetAsync("/office"), "NotTakenOn"));
        await ReceivedAsync(filed, "2026-11-20T12:59:00+09");
        Assert.Contains(filed.Reference, Rows(await browser.GetAsync("/office"), "NotTakenOn"));
    }

    [Fact]
    public async Task What_was_handed_over_waits_until_it_was_opened()
    {
        var (me, browser) = await ANewcomerAsync();
        var filed = await host.Given.AGrievanceAsync(CaseStatus.UnderReview);
        using var giver = await host.SignInAsAsync(Colleagues.Caseworker);
        await (await giver.GetAsync($"/office/grievances/{filed.Reference}/hand-over")).SubmitAsync(("Form.ColleagueId", me.Id.ToString()));

        Assert.Equal([filed.Reference], Rows(await browser.GetAsync("/office"), "HandedToMe"));
        var revision = await RevisionAsync(filed);
        await giver.GetAsync($"/office/grievances/{filed.Reference}");
        Assert.Equal([filed.Reference], Rows(await browser.GetAsync("/office"), "HandedToMe"));
        await browser.GetAsync($"/office/grievances/{filed.Reference}");
        Assert.Empty(Rows(await browser.GetAsync("/office"), "HandedToMe"));
        Assert.Equal(revision, await RevisionAsync(filed));
        browser.Dispose();
    }

    [Fact]
    public async Task A_message_waits_until_it_was_read()
    {
        var (me, browser) = await ANewcomerAsync();
        var filed = await MineAsync(me);
        using var filer = await host.ComeBackAsync(filed.CodeId);
        await (await filer.GetAsync("/en/my-case/status")).SubmitAsync(("Form.Body", "Is there any news?"));

        Assert.Equal([filed.Reference], Rows(await browser.GetAsync("/office"), "Unread"));
        await browser.GetAsync($"/office/grievances/{filed.Reference}");
        Assert.Empty(Rows(await browser.GetAsync("/office"), "Unread"));
        browser.Dispose();
    }

    [Fact]
    public async Task A_proposal_waits_for_a_second_person_and_comes_back_when_it_is_not_signed()
    {
        var supervisor = await host.Given.AColleagueAsync(Role.Supervisor, municipalities: [Colleagues.Ansan]);
        using var second = await host.SignInAsAsync(supervisor);
        using var caseworker = await host.SignInAsAsync(Colleagues.Caseworker);
        var filed = await host.Given.AGrievanceAsync(CaseStatus.Proposed);

        Assert.Contains(filed.Reference, Rows(await second.GetAsync("/office"), "ToApprove"));
        Assert.Empty(Rows(await caseworker.GetAsync("/office"), "ToApprove"));
        await host.WithAsync(async services =>
        {
            var grievance = await services.GetRequiredService<Core.Storage.PortalDb>().Grievances.SingleAsync(g => g.Id == filed.Id);
            await services.GetRequiredService<DecisionDesk>().SendBackAsync(grievance, supervisor.Actor, CancellationToken.None);
        });
        Assert.DoesNotContain(filed.Reference, Rows(await second.GetAsync("/office"), "ToApprove"));
        Assert.Contains(filed.Reference, Rows(await caseworker.GetAsync("/office"), "SentBack"));
    }

    [Fact]
    public async Task An_objection_waits_for_newcomers_only()
    {
        var filed = await host.Given.AGrievanceAsync(CaseStatus.Objected);
        using var first = await host.SignInAsAsync(Colleagues.Caseworker);
        using var newcomer = await host.SignInAsAsync(Colleagues.AnsanOfficer);

        Assert.DoesNotContain(filed.Reference, Rows(await first.GetAsync("/office"), "Objections"));
        Assert.Contains(filed.Reference, Rows(await newcomer.GetAsync("/office"), "Objections"));
    }

    [Fact]
    public async Task Recommendations_wait_for_their_answer_and_then_for_a_look_at_what_was_done()
    {
        var (filed, id) = await host.Given.ARecommendationAsync();
        using var office = await host.SignInAsAsync(Colleagues.AnsanOfficer);
        await RunAsync("update recommendations set sent_on = '2026-08-03', due_on = '2026-10-02' where id = $1", id);
        Assert.Contains(filed.Reference, Rows(await office.GetAsync("/office"), "MeasuresOverdue"));

        await (await office.GetAsync($"/office/grievances/{filed.Reference}/recommendations/{id}/reply")).SubmitAsync(
            ("Form.Reply", "Accepted"), ("Form.RepliedOn", "2026-10-20"), ("Form.Reasons", "고치겠습니다."));
        Assert.Equal(new DateOnly(2026, 11, 19), await host.StoredAsync(db => db.Recommendations.Where(r => r.Id == id).Select(r => r.NextCheckOn).SingleAsync()));
        Assert.Contains(filed.Reference, Rows(await office.GetAsync("/office"), "ChecksDue"));

        await (await office.GetAsync($"/office/grievances/{filed.Reference}/recommendations/{id}/check")).SubmitAsync(
            ("Form.Found", "Done"), ("Form.CheckedOn", "2026-11-23"), ("Form.Words", "가서 보았습니다."));
        Assert.DoesNotContain(filed.Reference, Rows(await office.GetAsync("/office"), "ChecksDue"));
    }

    [Fact]
    public async Task Nobody_meets_a_case_of_another_place_and_what_was_shown_is_on_record()
    {
        var filed = await host.Given.AGrievanceAsync(CaseStatus.Proposed);
        var waiting = await host.Given.AGrievanceAsync();
        await ReceivedAsync(waiting, "2026-11-10T12:00:00+09");
        var stranger = await host.Given.AColleagueAsync(Role.Supervisor, municipalities: [Colleagues.Suwon]);
        var mine = await host.Given.AColleagueAsync(Role.Supervisor, municipalities: [Colleagues.Ansan]);
        using var elsewhere = await host.SignInAsAsync(stranger);
        using var here = await host.SignInAsAsync(mine);

        Assert.DoesNotContain("DG-", (await elsewhere.GetAsync("/office")).Words, StringComparison.Ordinal);
        Assert.Contains(filed.Reference, Rows(await here.GetAsync("/office"), "ToApprove"));
        Assert.True(await host.StoredAsync(db => db.AccessRecords.AnyAsync(r =>
            r.UserId == mine.Id && r.Deed == AccessDeed.List && r.Detail == "my-day" && r.CaseIds!.Contains(filed.Id))));
        Assert.Empty(await host.StoredAsync(db => db.AccessRecords.Where(r => r.UserId == stranger.Id && r.Detail == "my-day").SelectMany(r => r.CaseIds!).ToListAsync()));
    }

    [Fact]
    public async Task A_day_on_which_nothing_waits_says_so_kindly()
    {
        var idle = await host.Given.AColleagueAsync(Role.MunicipalOfficer, municipalities: ["41820"]);
        using var browser = await host.SignInAsAsync(idle);

        Assert.Contains("Nothing needs you right now", (await browser.GetAsync("/office")).Words, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData(Role.CommitteeMember)]
    [InlineData(Role.PrivacyOfficer)]
    [InlineData(Role.Administrator)]
    public async Task Who_has_no_cases_has_a_home_without_them(Role role)
    {
        using var browser = await host.SignInAsAsync(await host.Given.AColleagueAsync(role));

        var home = await browser.GetAsync("/office");

        Assert.Equal((HttpStatusCode.OK, 0), (home.Status, home.Document.QuerySelectorAll(".day, .empty, .tiles").Length));
        Assert.NotEmpty(home.Document.QuerySelectorAll("a.door"));
    }

    [Fact]
    public async Task The_page_takes_a_handful_of_ways_to_the_database_however_much_waits()
    {
        await host.Given.AGrievanceAsync(CaseStatus.Proposed);
        using var browser = await host.SignInAsAsync(Colleagues.Supervisor);
        await browser.GetAsync("/office");

        var home = await browser.GetAsync("/office");

        Assert.True(home.Statements.Count <= 13, string.Join("\n--\n", home.Statements));
    }

    [Fact]
    public async Task The_other_sides_day_shows_before_it_and_after_it_and_not_once_they_have_answered()
    {
        var (filed, id) = await host.Given.AQuestionAsync();
        using var office = await host.SignInAsAsync(Colleagues.Caseworker);
        Assert.DoesNotContain(filed.Reference, Rows(await office.GetAsync("/office"), "RespondentDue"));

        await RunAsync("update inquiry_records set \"on\" = '2026-11-01', due_on = '2026-11-24' where id = $1", id);
        Assert.Contains(filed.Reference, Rows(await office.GetAsync("/office"), "RespondentDue"));
        await RunAsync("update inquiry_records set due_on = '2026-11-20' where id = $1", id);
        Assert.Contains(filed.Reference, Rows(await office.GetAsync("/office"), "RespondentDue"));
        using var other = await host.SignInAsAsync(Colleagues.Caseworker2);
        Assert.DoesNotContain(filed.Reference, Rows(await other.GetAsync("/office"), "RespondentDue"));
        await (await office.GetAsync($"/office/grievances/{filed.Reference}/questions/{id}/reply")).SubmitAsync(("Form.RepliedOn", "2026-11-23"), ("Form.Words", "아니라고 함."));

        Assert.DoesNotContain(filed.Reference, Rows(await office.GetAsync("/office"), "RespondentDue"));
    }

    [Fact]
    public async Task A_case_for_another_body_shows_until_it_was_sent_on_with_the_day_by_which_it_should_be()
    {
        var (me, browser) = await ANewcomerAsync();
        var filed = await MineAsync(me);
        Assert.Empty(Rows(await browser.GetAsync("/office"), "NotReferred"));

        await RunAsync("update cases set jurisdiction = 'NotOurs', jurisdiction_checked_at = '2026-11-19T10:00:00+09' where id = $1", filed.Id);
        var home = await browser.GetAsync("/office");
        Assert.Equal([filed.Reference], Rows(home, "NotReferred"));
        Assert.NotNull(home.Document.QuerySelector("section[aria-labelledby='day-NotReferred'] .day-due")!.TextContent.Trim());
        await RunAsync("update cases set referred_at = now() where id = $1", filed.Id);

        Assert.Empty(Rows(await browser.GetAsync("/office"), "NotReferred"));
        browser.Dispose();
    }

    [Theory]
    [InlineData("2025-11-22", false)]
    [InlineData("2025-11-23", true)]
    [InlineData("2025-12-23", true)]
    [InlineData("2025-12-24", false)]
    [InlineData("2024-11-23", true)]
    [InlineData("2024-12-23", true)]
    [InlineData("2024-11-22", false)]
    public async Task A_time_bar_of_another_body_warns_who_has_the_case_thirty_days_before_it_ends(string last, bool warns)
    {
        var (me, browser) = await ANewcomerAsync();
        var filed = await MineAsync(me);
        await RunAsync($"update cases set last_happened_on = '{last}' where id = $1", filed.Id);

        Assert.Equal(warns ? [filed.Reference] : [], Rows(await browser.GetAsync("/office"), "BarNear"));
        Assert.Equal(warns ? 1 : 0, await RoundAsync(me, RoundThing.BarNear));
        using var other = await host.SignInAsAsync(Colleagues.Caseworker2);
        Assert.DoesNotContain(filed.Reference, Rows(await other.GetAsync("/office"), "BarNear"));
        await RunAsync("update cases set referred_at = now() where id = $1", filed.Id);

        Assert.Empty(Rows(await browser.GetAsync("/office"), "BarNear"));
        Assert.Equal(0, await RoundAsync(me, RoundThing.BarNear));
        browser.Dispose();
    }

    [Fact]
    public async Task A_time_bar_does_not_run_while_it_goes_on()
    {
        var (me, browser) = await ANewcomerAsync();
        var filed = await MineAsync(me);
        await RunAsync("update cases set last_happened_on = null, happened_on = '2025-12-01', still_happening = true where id = $1", filed.Id);

        Assert.Empty(Rows(await browser.GetAsync("/office"), "BarNear"));
        await RunAsync("update cases set still_happening = false where id = $1", filed.Id);
        Assert.Equal([filed.Reference], Rows(await browser.GetAsync("/office"), "BarNear"));
        browser.Dispose();
    }

    [Fact]
    public async Task A_body_that_has_not_answered_after_five_working_days_is_silent_and_not_before()
    {
        var (filed, id) = await host.Given.AReferralAsync();
        using var office = await host.SignInAsAsync(Colleagues.Caseworker);
        await RunAsync("update referrals set sent_at = '2026-11-16T09:00:00+09' where id = $1", id);
        Assert.DoesNotContain(filed.Reference, Rows(await office.GetAsync("/office"), "ReferralSilent"));
        var before = await RoundAsync(Colleagues.Caseworker, RoundThing.ReferralSilent);

        await RunAsync("update referrals set sent_at = '2026-11-13T17:00:00+09' where id = $1", id);
        Assert.Contains(filed.Reference, Rows(await office.GetAsync("/office"), "ReferralSilent"));
        Assert.Equal(before + 1, await RoundAsync(Colleagues.Caseworker, RoundThing.ReferralSilent));
        using var other = await host.SignInAsAsync(Colleagues.Caseworker2);
        Assert.DoesNotContain(filed.Reference, Rows(await other.GetAsync("/office"), "ReferralSilent"));
        await (await office.GetAsync($"/office/grievances/{filed.Reference}/referrals/{id}/reply")).SubmitAsync(("Form.Reply", "Accepted"), ("Form.RepliedOn", "2026-11-23"), ("Form.Words", "맡겠다고 함."));

        Assert.DoesNotContain(filed.Reference, Rows(await office.GetAsync("/office"), "ReferralSilent"));
        Assert.Equal(before, await RoundAsync(Colleagues.Caseworker, RoundThing.ReferralSilent));
    }

    [Theory]
    [InlineData("2026-08-24T12:00:00+09", true)]
    [InlineData("2026-09-07T12:00:00+09", true)]
    [InlineData("2026-09-08T12:00:00+09", true)]
    [InlineData("2026-09-09T12:00:00+09", false)]
    [InlineData("2026-06-01T12:00:00+09", true)]
    public async Task The_end_of_the_whole_procedure_warns_fourteen_days_before_it_and_after_it(string received, bool isNear)
    {
        var (me, browser) = await ANewcomerAsync();
        var filed = await MineAsync(me);
        Assert.Equal(new DateOnly(2027, 2, 22), await host.StoredAsync(db => db.Grievances.Where(g => g.Id == filed.Id).Select(g => g.RightsUntil).SingleAsync()));
        await ReceivedAsync(filed, received);
        await RunAsync($"update cases set clock_from = '{received}', rights_until = null where id = $1", filed.Id);
        await host.WithAsync(services => services.GetServices<Core.Storage.Outbox.IOutboxHandler>().OfType<OlderRightsHandler>().Single()
            .HandleAsync($"\"{Guid.Empty}\"", CancellationToken.None));

        Assert.Equal(isNear ? [filed.Reference] : [], Rows(await browser.GetAsync("/office"), "RightsNear"));
        Assert.Equal(isNear ? 1 : 0, await RoundAsync(me, RoundThing.RightsNear));
        using var other = await host.SignInAsAsync(Colleagues.Caseworker2);
        Assert.DoesNotContain(filed.Reference, Rows(await other.GetAsync("/office"), "RightsNear"));
        browser.Dispose();
    }

    [Fact]
    public async Task The_end_of_the_whole_procedure_is_kept_with_the_deeds_that_move_it_and_stands_still_in_a_pause()
    {
        var filed = await host.Given.AGrievanceAsync(CaseStatus.UnderReview);
        var waits = await host.Given.AGrievanceAsync(CaseStatus.AwaitingSupplement);
        var answered = await host.Given.AGrievanceAsync(CaseStatus.Answered);

        Assert.Equal([new DateOnly(2027, 2, 22), null, null], await DaysAsync());
        await host.WithAsync(async services =>
        {
            var grievance = await services.GetRequiredService<Core.Storage.PortalDb>().Grievances.Include(g => g.Pauses).SingleAsync(g => g.Id == waits.Id);
            await services.GetRequiredService<GrievanceDesk>().GoOnWithoutAsync(grievance, Colleagues.Caseworker.Actor, CancellationToken.None);
        });

        Assert.Equal([new DateOnly(2027, 2, 22), new DateOnly(2027, 2, 23), null], await DaysAsync());

        async Task<List<DateOnly?>> DaysAsync()
        {
            var days = await host.StoredAsync(db => db.Grievances.Where(g => g.Id == filed.Id || g.Id == waits.Id || g.Id == answered.Id).ToDictionaryAsync(g => g.Id, g => g.RightsUntil));
            return [days[filed.Id], days[waits.Id], days[answered.Id]];
        }
    }

    [Theory]
    [InlineData(CaseStatus.Submitted)]
    [InlineData(CaseStatus.UnderReview)]
    [InlineData(CaseStatus.Closed)]
    public async Task Whoever_suffers_for_complaining_comes_before_everything_until_somebody_answers_or_protects(CaseStatus status)
    {
        var filed = await host.Given.AGrievanceAsync(status);
        var supervisor = await host.Given.AColleagueAsync(Role.Supervisor, municipalities: [Colleagues.Ansan]);
        var elsewhere = await host.Given.AColleagueAsync(Role.Supervisor, municipalities: [Colleagues.Suwon]);
        using var browser = await host.SignInAsAsync(supervisor);
        using var stranger = await host.SignInAsAsync(elsewhere);
        using var person = await host.ComeBackAsync(filed.CodeId);
        Assert.DoesNotContain(filed.Reference, Rows(await browser.GetAsync("/office"), "Fear"));

        await (await person.GetAsync("/en/my-case/unsafe")).SubmitAsync(("Form.Body", "He cut my hours."));

        var home = await browser.GetAsync("/office");
        Assert.Contains(filed.Reference, Rows(home, "Fear"));
        Assert.Equal("day-Fear", home.Document.QuerySelector("section.day")!.GetAttribute("aria-labelledby"));
        Assert.DoesNotContain(filed.Reference, Rows(await stranger.GetAsync("/office"), "Fear"));
        Assert.Equal((true, false), (await RoundAsync(supervisor, RoundThing.Fear) > 0, await RoundAsync(elsewhere, RoundThing.Fear) > 0));
        using var office = await host.SignInAsAsync(Colleagues.Caseworker);
        Assert.Equal(status != CaseStatus.Submitted, Rows(await office.GetAsync("/office"), "Fear").Contains(filed.Reference));
        // reading it is not yet doing something
        await office.GetAsync($"/office/grievances/{filed.Reference}");
        Assert.Contains(filed.Reference, Rows(await browser.GetAsync("/office"), "Fear"));

        await (await office.GetAsync($"/office/grievances/{filed.Reference}/records/protect")).SubmitAsync(
            ("Form.On", "2026-11-23"), ("Form.Code", "no-contact"), ("Form.Words", "쉼터로 옮김."));

        Assert.NotNull(await host.StoredAsync(db => db.Grievances.Where(g => g.Id == filed.Id).Select(g => g.ProtectedSince).SingleAsync()));
        Assert.DoesNotContain(filed.Reference, Rows(await browser.GetAsync("/office"), "Fear"));
    }

    [Fact]
    public async Task A_site_investigation_past_its_day_is_overdue_like_any_other()
    {
        var filed = await host.Given.AGrievanceAsync(CaseStatus.SiteInvestigation);
        await DueAsync(filed, "2026-11-20");
        using var office = await host.SignInAsAsync(Colleagues.Caseworker);

        Assert.Contains(filed.Reference, Rows(await office.GetAsync("/office"), "Overdue"));
    }

    [Fact]
    public async Task A_proposal_to_merge_waits_for_those_who_may_decide_and_not_for_who_made_it()
    {
        var (filed, pair) = await host.Given.APairAsync();
        await host.WithAsync(async services =>
        {
            var grievance = await services.GetRequiredService<Core.Storage.PortalDb>().Grievances.Include(g => g.Pauses).SingleAsync(g => g.Id == filed.Id);
            var form = new Core.Grievances.Duplicates.ProposeMerge { Pair = pair, Ground = Core.Grievances.Duplicates.MergeGround.TheySaid, How = "본인이 말함.", IsSamePerson = true };
            await services.GetRequiredService<Core.Grievances.Duplicates.DuplicateDesk>().ProposeAsync(grievance, form, Colleagues.Supervisor.Actor, CancellationToken.None);
        });
        var goes = await host.StoredAsync(db => db.CaseMerges.Where(m => m.MergedId == filed.Id || m.SurvivingId == filed.Id).Select(m => db.Grievances.Single(g => g.Id == m.MergedId).Reference).SingleAsync());

        Assert.Contains(goes, await ProposalsAsync(Colleagues.Caseworker));
        Assert.Contains(goes, await ProposalsAsync(Colleagues.Supervisor2));
        Assert.DoesNotContain(goes, await ProposalsAsync(Colleagues.Supervisor));
        Assert.DoesNotContain(goes, await ProposalsAsync(Colleagues.Caseworker2));
        Assert.DoesNotContain(goes, await ProposalsAsync(await host.Given.AColleagueAsync(Role.Supervisor, municipalities: [Colleagues.Suwon])));
        Assert.Contains(goes, await ProposalsAsync(await host.Given.AColleagueAsync(Role.Supervisor, municipalities: [Colleagues.Ansan])));
    }

    [Fact]
    public async Task A_proposal_to_bring_a_case_back_waits_for_the_others_who_see_it()
    {
        var (one, other) = (await host.Given.AColleagueAsync(Role.Caseworker, forSetApart: true), await host.Given.AColleagueAsync(Role.Caseworker, forSetApart: true));
        var filed = await host.Given.AGrievanceAsync(CaseStatus.UnderReview);
        await host.WithAsync(async services =>
        {
            var grievance = await services.GetRequiredService<Core.Storage.PortalDb>().Grievances.SingleAsync(g => g.Id == filed.Id);
            await services.GetRequiredService<Core.Grievances.Fairness.FairnessDesk>().SetApartAsync(grievance, new(), Colleagues.Caseworker.Actor, CancellationToken.None);
            await services.GetRequiredService<Core.Grievances.Fairness.ReturnDesk>().ProposeAsync(grievance, new() { Words = "잘못 분리함." }, one.Actor, CancellationToken.None);
        });

        Assert.Contains(filed.Reference, await ProposalsAsync(other));
        Assert.DoesNotContain(filed.Reference, await ProposalsAsync(one));
        Assert.DoesNotContain(filed.Reference, await ProposalsAsync(Colleagues.Supervisor));
    }

    private async Task<IReadOnlyList<string>> ProposalsAsync(Colleague colleague)
    {
        using var browser = await host.SignInAsAsync(colleague);
        return [.. Rows(await browser.GetAsync("/office"), "Proposals")];
    }

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
            var grievance = await services.GetRequiredService<Core.Storage.PortalDb>().Grievances.SingleAsync(g => g.Id == filed.Id);
            await services.GetRequiredService<GrievanceDesk>().TakeOnAsync(grievance, affirms: true, me.Actor, CancellationToken.None);
        });
        return filed;
    }

    private Task<int> RoundAsync(Colleague colleague, RoundThing thing) => host.WithAsync(async services =>
        (await services.GetRequiredService<RoundCounts>().AllAsync(host.Clock.GetUtcNow(), CancellationToken.None)).GetValueOrDefault(colleague.Id)?[(int)thing] ?? 0);

    private Task<int> RevisionAsync(FiledCase filed) => host.StoredAsync(db => db.Grievances.Where(g => g.Id == filed.Id).Select(g => g.Revision).SingleAsync());

    private Task DueAsync(FiledCase filed, string day) => RunAsync($"update cases set due_on = '{day}' where id = $1", filed.Id);

    private Task ReceivedAsync(FiledCase filed, string moment) => RunAsync($"update cases set received_at = '{moment}' where id = $1", filed.Id);

    private async Task RunAsync(string sql, Guid id)
    {
        await using var command = host.Database.Source.CreateCommand(sql);
        command.Parameters.Add(new() { Value = id });
        await command.ExecuteNonQueryAsync();
    }

    private static IEnumerable<string> Rows(WebPage home, string section) =>
        home.Document.QuerySelectorAll($"section[aria-labelledby='day-{section}'] a.reference").Select(link => link.TextContent);
}
