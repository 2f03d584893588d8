using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using MigrantServices.Core.Cases;
using MigrantServices.Core.Grievances;
using MigrantServices.Core.Notices;
using MigrantServices.Testing.Hosting;
using Xunit;
using static MigrantServices.Portal.Tests.Workday.HomePages;

namespace MigrantServices.Portal.Tests.Workday;

/// <summary>A colleague's day: the clocks of a case beside the petition's own.</summary>
[Trait("Category", "Database")]
public sealed class HomeClockTests(PortalHost host) : IClassFixture<PortalHost>
{
    [Fact]
    public async Task Recommendations_wait_for_their_answer_and_then_for_a_look_at_what_was_done()
    {
        var (filed, id) = await host.Given.ARecommendationAsync();
        using var office = await host.SignInAsAsync(Colleagues.AnsanOfficer);
        await host.RunAsync("update recommendations set sent_on = '2026-08-03', due_on = '2026-10-02' where id = $1", id);
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
    public async Task The_other_sides_day_shows_before_it_and_after_it_and_not_once_they_have_answered()
    {
        var (filed, id) = await host.Given.AQuestionAsync();
        using var office = await host.SignInAsAsync(Colleagues.Caseworker);
        Assert.DoesNotContain(filed.Reference, Rows(await office.GetAsync("/office"), "RespondentDue"));

        await host.RunAsync("update inquiry_records set \"on\" = '2026-11-01', due_on = '2026-11-24' where id = $1", id);
        Assert.Contains(filed.Reference, Rows(await office.GetAsync("/office"), "RespondentDue"));
        await host.RunAsync("update inquiry_records set due_on = '2026-11-20' where id = $1", id);
        Assert.Contains(filed.Reference, Rows(await office.GetAsync("/office"), "RespondentDue"));
        using var other = await host.SignInAsAsync(Colleagues.Caseworker2);
        Assert.DoesNotContain(filed.Reference, Rows(await other.GetAsync("/office"), "RespondentDue"));
        await (await office.GetAsync($"/office/grievances/{filed.Reference}/questions/{id}/reply")).SubmitAsync(("Form.RepliedOn", "2026-11-23"), ("Form.Words", "아니라고 함."));

        Assert.DoesNotContain(filed.Reference, Rows(await office.GetAsync("/office"), "RespondentDue"));
    }

    [Fact]
    public async Task A_case_for_another_body_shows_until_it_was_sent_on_with_the_day_by_which_it_should_be()
    {
        var (me, browser) = await host.ANewcomerAsync();
        var filed = await host.MineAsync(me);
        Assert.Empty(Rows(await browser.GetAsync("/office"), "NotReferred"));

        await host.RunAsync("update cases set jurisdiction = 'NotOurs', jurisdiction_checked_at = '2026-11-19T10:00:00+09' where id = $1", filed.Id);
        var home = await browser.GetAsync("/office");
        Assert.Equal([filed.Reference], Rows(home, "NotReferred"));
        Assert.NotNull(home.Document.QuerySelector("section[aria-labelledby='day-NotReferred'] .day-due")!.TextContent.Trim());
        await host.RunAsync("update cases set referred_at = now() where id = $1", filed.Id);

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
        var (me, browser) = await host.ANewcomerAsync();
        var filed = await host.MineAsync(me);
        await host.RunAsync($"update cases set last_happened_on = '{last}' where id = $1", filed.Id);

        Assert.Equal(warns ? [filed.Reference] : [], Rows(await browser.GetAsync("/office"), "BarNear"));
        Assert.Equal(warns ? 1 : 0, await host.RoundAsync(me, RoundThing.BarNear));
        using var other = await host.SignInAsAsync(Colleagues.Caseworker2);
        Assert.DoesNotContain(filed.Reference, Rows(await other.GetAsync("/office"), "BarNear"));
        await host.RunAsync("update cases set referred_at = now() where id = $1", filed.Id);

        Assert.Empty(Rows(await browser.GetAsync("/office"), "BarNear"));
        Assert.Equal(0, await host.RoundAsync(me, RoundThing.BarNear));
        browser.Dispose();
    }

    [Fact]
    public async Task A_time_bar_does_not_run_while_it_goes_on()
    {
        var (me, browser) = await host.ANewcomerAsync();
        var filed = await host.MineAsync(me);
        await host.RunAsync("update cases set last_happened_on = null, happened_on = '2025-12-01', still_happening = true where id = $1", filed.Id);

        Assert.Empty(Rows(await browser.GetAsync("/office"), "BarNear"));
        await host.RunAsync("update cases set still_happening = false where id = $1", filed.Id);
        Assert.Equal([filed.Reference], Rows(await browser.GetAsync("/office"), "BarNear"));
        browser.Dispose();
    }

    [Fact]
    public async Task A_body_that_has_not_answered_after_five_working_days_is_silent_and_not_before()
    {
        var (filed, id) = await host.Given.AReferralAsync();
        using var office = await host.SignInAsAsync(Colleagues.Caseworker);
        await host.RunAsync("update referrals set sent_at = '2026-11-16T09:00:00+09' where id = $1", id);
        Assert.DoesNotContain(filed.Reference, Rows(await office.GetAsync("/office"), "ReferralSilent"));
        var before = await host.RoundAsync(Colleagues.Caseworker, RoundThing.ReferralSilent);

        await host.RunAsync("update referrals set sent_at = '2026-11-13T17:00:00+09' where id = $1", id);
        Assert.Contains(filed.Reference, Rows(await office.GetAsync("/office"), "ReferralSilent"));
        Assert.Equal(before + 1, await host.RoundAsync(Colleagues.Caseworker, RoundThing.ReferralSilent));
        using var other = await host.SignInAsAsync(Colleagues.Caseworker2);
        Assert.DoesNotContain(filed.Reference, Rows(await other.GetAsync("/office"), "ReferralSilent"));
        await (await office.GetAsync($"/office/grievances/{filed.Reference}/referrals/{id}/reply")).SubmitAsync(("Form.Reply", "Accepted"), ("Form.RepliedOn", "2026-11-23"), ("Form.Words", "맡겠다고 함."));

        Assert.DoesNotContain(filed.Reference, Rows(await office.GetAsync("/office"), "ReferralSilent"));
        Assert.Equal(before, await host.RoundAsync(Colleagues.Caseworker, RoundThing.ReferralSilent));
    }

    [Theory]
    [InlineData("2026-08-24T12:00:00+09", true)]
    [InlineData("2026-09-07T12:00:00+09", true)]
    [InlineData("2026-09-08T12:00:00+09", true)]
    [InlineData("2026-09-09T12:00:00+09", false)]
    [InlineData("2026-06-01T12:00:00+09", true)]
    public async Task The_end_of_the_whole_procedure_warns_fourteen_days_before_it_and_after_it(string received, bool isNear)
    {
        var (me, browser) = await host.ANewcomerAsync();
        var filed = await host.MineAsync(me);
        Assert.Equal(new DateOnly(2027, 2, 22), await host.StoredAsync(db => db.Grievances.Where(g => g.Id == filed.Id).Select(g => g.RightsUntil).SingleAsync()));
        await host.ReceivedAsync(filed, received);
        await host.RunAsync($"update cases set clock_from = '{received}', rights_until = null where id = $1", filed.Id);
        await host.WithAsync(services => services.GetServices<Core.Storage.Outbox.IOutboxHandler>().OfType<OlderRightsHandler>().Single()
            .HandleAsync($"\"{Guid.Empty}\"", CancellationToken.None));

        Assert.Equal(isNear ? [filed.Reference] : [], Rows(await browser.GetAsync("/office"), "RightsNear"));
        Assert.Equal(isNear ? 1 : 0, await host.RoundAsync(me, RoundThing.RightsNear));
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

    [Fact]
    public async Task A_site_investigation_past_its_day_is_overdue_like_any_other()
    {
        var filed = await host.Given.AGrievanceAsync(CaseStatus.SiteInvestigation);
        await host.DueAsync(filed, "2026-11-20");
        using var office = await host.SignInAsAsync(Colleagues.Caseworker);

        Assert.Contains(filed.Reference, Rows(await office.GetAsync("/office"), "Overdue"));
    }
}
