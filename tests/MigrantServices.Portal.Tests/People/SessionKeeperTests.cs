using Microsoft.EntityFrameworkCore;
using MigrantServices.Core.People;
using Xunit;

namespace MigrantServices.Portal.Tests.People;

public sealed class SessionKeeperTests : PeopleFixture
{
    private Guid Me => Admin.UserId!.Value;

    [Fact]
    public async Task A_copied_key_opens_nothing_after_signing_out()
    {
        var key = await StartAsync();
        Assert.NotNull(await FindAsync(key));

        await DoAsync<SessionKeeper>(keeper => keeper.EndAsync(key, default));

        Assert.Null(await FindAsync(key));
    }

    [Fact]
    public async Task Being_away_for_a_quarter_of_an_hour_ends_a_colleagues_session()
    {
        var key = await StartAsync();

        Clock.Advance(Session.ColleagueIdle);

        Assert.Null(await FindAsync(key));
    }

    [Fact]
    public async Task Working_on_keeps_it_open_but_never_beyond_eight_hours()
    {
        var key = await StartAsync();
        var started = Clock.GetUtcNow();

        while (Clock.GetUtcNow() + TimeSpan.FromMinutes(10) < started + Session.Longest)
        {
            Clock.Advance(TimeSpan.FromMinutes(10));
            Assert.NotNull(await FindAsync(key));
        }

        Clock.Advance(started + Session.Longest - Clock.GetUtcNow());
        Assert.Null(await FindAsync(key));
    }

    [Fact]
    public async Task Being_seen_is_written_once_a_minute_at_most()
    {
        var key = await StartAsync();
        var started = Clock.GetUtcNow();

        Clock.Advance(TimeSpan.FromSeconds(50));
        await FindAsync(key);
        Assert.Equal(started, await LastSeenAsync());

        Clock.Advance(TimeSpan.FromSeconds(50));
        await FindAsync(key);
        Assert.Equal(Clock.GetUtcNow(), await LastSeenAsync());
    }

    [Fact]
    public async Task A_right_holds_through_its_last_day_in_Seoul()
    {
        var kim = await ActorAsync("kim@gg.go.kr", Role.PolicyAnalyst);
        var today = Core.Calendar.Seoul.DateOf(Clock.GetUtcNow());
        await DoAsync<PeopleDesk>(desk => desk.GiveAsync(Admin, kim.UserId!.Value, new() { Role = Role.Administrator, LastDay = today }, default));
        Clock.Advance(Core.Calendar.Seoul.EndOf(today) - Clock.GetUtcNow());
        var key = await DoAsync<SessionKeeper, string>(keeper => keeper.StartForColleagueAsync(kim.UserId!.Value, default));

        Assert.True((await FindAsync(key))!.Is(Role.Administrator));

        Clock.Advance(SessionCache.FreshFor);
        Assert.False((await FindAsync(key))!.Is(Role.Administrator));
    }

    [Theory]
    [InlineData(null)]
    [InlineData("")]
    [InlineData("short")]
    [InlineData("\0AAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAA")]
    [InlineData("AAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAA")]
    public async Task An_invented_key_is_nobody(string? key) => Assert.Null(await FindAsync(key));

    [Fact]
    public async Task Sweeping_removes_what_is_over_and_nothing_else()
    {
        var old = await StartAsync();
        Clock.Advance(Session.ColleagueIdle);
        var present = await StartAsync();

        Assert.Equal(1, await DoAsync<SessionKeeper, int>(keeper => keeper.SweepAsync(default)));

        Assert.Null(await FindAsync(old));
        Assert.NotNull(await FindAsync(present));
    }

    [Fact]
    public async Task One_of_my_sessions_can_be_cut_and_nobody_elses()
    {
        var kim = await ActorAsync("kim@gg.go.kr", Role.Caseworker);
        var (mine, other) = (await StartAsync(), await StartAsync());
        var listed = await DoAsync<SessionKeeper, IReadOnlyList<OpenSession>>(keeper => keeper.OpenOfColleagueAsync(Me, mine, default));
        var cut = listed.Single(session => !session.IsThisOne).Id;

        await DoAsync<SessionKeeper>(keeper => keeper.EndOneOfColleagueAsync(kim.UserId!.Value, cut, default));
        Assert.NotNull(await FindAsync(other));

        await DoAsync<SessionKeeper>(keeper => keeper.EndOneOfColleagueAsync(Me, cut, default));
        Assert.Null(await FindAsync(other));
        Assert.NotNull(await FindAsync(mine));
    }

    private Task<string> StartAsync() => DoAsync<SessionKeeper, string>(keeper => keeper.StartForColleagueAsync(Me, default));

    private Task<Actor?> FindAsync(string? key) => DoAsync<SessionKeeper, Actor?>(keeper => keeper.FindAsync(key, null, default));

    private async Task<DateTimeOffset> LastSeenAsync()
    {
        await using var db = Open();
        return await db.Sessions.Select(s => s.LastSeenAt).SingleAsync();
    }
}
