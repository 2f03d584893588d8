using System.Net;
using Microsoft.EntityFrameworkCore;
using MigrantServices.Core.Cases;
using MigrantServices.Core.Notices;
using MigrantServices.Core.People;
using MigrantServices.Core.Privacy;
using MigrantServices.Testing.Hosting;
using Xunit;
using static MigrantServices.Portal.Tests.Workday.HomePages;

namespace MigrantServices.Portal.Tests.Workday;

/// <summary>A colleague's day on one page: what needs them, the worst first.</summary>
[Trait("Category", "Database")]
public sealed class HomeTests(PortalHost host) : IClassFixture<PortalHost>
{
    [Fact]
    public async Task The_first_link_of_the_page_is_the_most_urgent_case()
    {
        var (me, browser) = await host.ANewcomerAsync();
        var soon = await host.MineAsync(me);
        await host.DueAsync(soon, "2026-11-24");
        var late = await host.MineAsync(me);
        await host.DueAsync(late, "2026-11-20");
        var later = await host.MineAsync(me);
        await host.DueAsync(later, "2026-11-19");

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
        await host.ReceivedAsync(filed, "2026-11-20T13:01:00+09");
        Assert.DoesNotContain(filed.Reference, Rows(await browser.GetAsync("/office"), "NotTakenOn"));
        await host.ReceivedAsync(filed, "2026-11-20T12:59:00+09");
        Assert.Contains(filed.Reference, Rows(await browser.GetAsync("/office"), "NotTakenOn"));
    }

    [Fact]
    public async Task What_was_handed_over_waits_until_it_was_opened()
    {
        var (me, browser) = await host.ANewcomerAsync();
        var filed = await host.Given.AGrievanceAsync(CaseStatus.UnderReview);
        using var giver = await host.SignInAsAsync(Colleagues.Caseworker);
        await (await giver.GetAsync($"/office/grievances/{filed.Reference}/hand-over")).SubmitAsync(("Form.ColleagueId", me.Id.ToString()));

        Assert.Equal([filed.Reference], Rows(await browser.GetAsync("/office"), "HandedToMe"));
        var revision = await host.RevisionAsync(filed);
        await giver.GetAsync($"/office/grievances/{filed.Reference}");
        Assert.Equal([filed.Reference], Rows(await browser.GetAsync("/office"), "HandedToMe"));
        await browser.GetAsync($"/office/grievances/{filed.Reference}");
        Assert.Empty(Rows(await browser.GetAsync("/office"), "HandedToMe"));
        Assert.Equal(revision, await host.RevisionAsync(filed));
        browser.Dispose();
    }

    [Fact]
    public async Task A_message_waits_until_it_was_read()
    {
        var (me, browser) = await host.ANewcomerAsync();
        var filed = await host.MineAsync(me);
        using var filer = await host.ComeBackAsync(filed.CodeId);
        await (await filer.GetAsync("/en/my-case/status")).SubmitAsync(("Form.Body", "Is there any news?"));

        Assert.Equal([filed.Reference], Rows(await browser.GetAsync("/office"), "Unread"));
        await browser.GetAsync($"/office/grievances/{filed.Reference}");
        Assert.Empty(Rows(await browser.GetAsync("/office"), "Unread"));
        browser.Dispose();
    }

    [Fact]
    public async Task Nobody_meets_a_case_of_another_place_and_what_was_shown_is_on_record()
    {
        var filed = await host.Given.AGrievanceAsync(CaseStatus.Proposed);
        var waiting = await host.Given.AGrievanceAsync();
        await host.ReceivedAsync(waiting, "2026-11-10T12:00:00+09");
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
        Assert.Equal((true, false), (await host.RoundAsync(supervisor, RoundThing.Fear) > 0, await host.RoundAsync(elsewhere, RoundThing.Fear) > 0));
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
}
