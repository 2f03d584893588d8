using MigrantServices.Core.Notices;
using MigrantServices.Core.People;
using MigrantServices.Portal.Tests.Reference;
using MigrantServices.Testing.Hosting;
using Xunit;
using static MigrantServices.Portal.Tests.Workday.HomePages;

namespace MigrantServices.Portal.Tests.Workday;

/// <summary>A colleague's day after a period was changed: a case is measured by what was laid down when it came.</summary>
[Trait("Category", "Database")]
public sealed class HomeVersionTests(PortalHost host) : IClassFixture<PortalHost>
{
    [Fact]
    public async Task A_body_is_silent_by_the_days_that_the_case_began_under()
    {
        var (old, asked) = await host.Given.AReferralAsync();
        await host.ReplacePeriodAsync("referral-silence.DG", 20, "working-days");
        host.Clock.Advance(TimeSpan.FromDays(1));
        var (late, askedLate) = await host.Given.AReferralAsync();
        using var office = await host.SignInAsAsync(Colleagues.Caseworker);
        foreach (var id in new[] { asked, askedLate })
        {
            await host.RunAsync("update referrals set sent_at = '2026-11-12T12:00:00+09' where id = $1", id);
        }

        var home = await office.GetAsync("/office");
        Assert.Equal([old.Reference], Rows(home, "ReferralSilent"));
        // the last of its five working days
        Assert.Contains("19", home.Document.QuerySelector("section[aria-labelledby='day-ReferralSilent'] .day-due")!.TextContent, StringComparison.Ordinal);
        Assert.Equal(1, await host.RoundAsync(Colleagues.Caseworker, RoundThing.ReferralSilent));

        await host.RunAsync("update referrals set sent_at = '2026-10-20T12:00:00+09' where id = $1", askedLate);
        Assert.Equal(new[] { late.Reference, old.Reference }.Order(), Rows(await office.GetAsync("/office"), "ReferralSilent").Order());
        Assert.Equal(2, await host.RoundAsync(Colleagues.Caseworker, RoundThing.ReferralSilent));
    }

    [Fact]
    public async Task What_came_waits_by_the_hours_that_it_came_under()
    {
        var before = await host.Given.AGrievanceAsync();
        await host.ReplacePeriodAsync("receipt.DG", 16, "working-hours");
        var changed = host.Today().AddDays(1);
        host.Clock.Advance(TimeSpan.FromDays(2));
        var after = await host.Given.AGrievanceAsync();
        var supervisor = await host.Given.AColleagueAsync(Role.Supervisor, municipalities: [Colleagues.Ansan]);

        // both have waited for more than eight working hours and less than sixteen
        await ComeAsync(before, $"{changed.AddDays(-1):yyyy-MM-dd}T23:59:00+09");
        await ComeAsync(after, $"{changed:yyyy-MM-dd}T09:00:00+09");
        var late = await NotTakenOnAsync();
        Assert.Contains(before.Reference, late);
        Assert.DoesNotContain(after.Reference, late);
        var waiting = await host.RoundAsync(supervisor, RoundThing.NotTaken);

        // given to somebody is not taken on
        await host.RunAsync($"update cases set handler_id = '{supervisor.Id}' where id = $1", before.Id);
        Assert.Contains(before.Reference, await NotTakenOnAsync());

        host.Clock.Advance(TimeSpan.FromDays(1));
        Assert.Contains(after.Reference, await NotTakenOnAsync());
        Assert.Equal(waiting + 1, await host.RoundAsync(supervisor, RoundThing.NotTaken));

        async Task<IReadOnlyList<string>> NotTakenOnAsync()
        {
            using var office = await host.SignInAsAsync(supervisor);
            return [.. Rows(await office.GetAsync("/office"), "NotTakenOn")];
        }

        Task ComeAsync(FiledCase filed, string moment) => host.RunAsync($"update cases set received_at = '{moment}', clock_from = '{moment}' where id = $1", filed.Id);
    }
}
