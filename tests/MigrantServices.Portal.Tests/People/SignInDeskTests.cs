using MigrantServices.Core.Cases;
using MigrantServices.Core.People;
using Xunit;

namespace MigrantServices.Portal.Tests.People;

public sealed class SignInDeskTests : PeopleFixture
{
    [Theory]
    [InlineData("admin@gg.go.kr")]
    [InlineData("nobody@gg.go.kr")]
    public async Task Known_and_unknown_addresses_wait_alike_after_failures(string email)
    {
        for (var failure = 1; failure <= 5; failure++)
        {
            Assert.Equal("account.wrong", (await RefusedAsync(email)).Code);
        }

        var waiting = await RefusedAsync(email);
        Assert.Equal("account.wait", waiting.Code);
        Assert.Equal([1], waiting.Details);

        Clock.Advance(TimeSpan.FromSeconds(1));
        Assert.Equal("account.wrong", (await RefusedAsync(email)).Code);
        Assert.Equal([2], (await RefusedAsync(email)).Details);
    }

    [Fact]
    public async Task The_right_password_lets_in_after_the_wait_and_forgets_the_failures()
    {
        for (var failure = 1; failure <= 20; failure++)
        {
            await RefusedAsync("admin@gg.go.kr");
            Clock.Advance(SignInDelay.Longest);
        }

        await SignInAsync("admin@gg.go.kr", Password);

        await using var db = Open();
        var admin = db.Users.Single();
        Assert.Equal((0, null), (admin.FailedSignIns, admin.NextSignInAt));
    }

    [Fact]
    public async Task Many_tries_at_once_count_one_by_one()
    {
        var tries = await Task.WhenAll(Enumerable.Range(0, 12).Select(_ => RefusedAsync("admin@gg.go.kr")));

        Assert.Equal(5, tries.Count(refusal => refusal.Code == "account.wrong"));
        Assert.Equal(7, tries.Count(refusal => refusal.Code == "account.wait"));
    }

    [Fact]
    public async Task A_flood_is_turned_away_instead_of_queued()
    {
        var tries = await Task.WhenAll(Enumerable.Range(0, 60).Select(number => RefusedAsync($"nobody{number}@gg.go.kr")));

        Assert.Contains(tries, refusal => refusal.Code == "account.busy");
        Assert.InRange(tries.Count(refusal => refusal.Code != "account.busy"), 1, PasswordTurn.MaxWaiting + 27);
    }

    [Fact]
    public async Task Nobody_without_a_password_gets_in()
    {
        await DoAsync<PeopleDesk, string>(desk => desk.InviteAsync(
            Admin, new() { Name = "Kim", Email = "kim@gg.go.kr", Right = new() { Role = Role.Caseworker } }, default));

        Assert.Equal("account.wrong", (await RefusedAsync("kim@gg.go.kr", "")).Code);
    }

    [Fact]
    public async Task Null_bytes_and_half_letters_in_an_address_are_simply_wrong() =>
        Assert.Equal("account.wrong", (await RefusedAsync("ad\0min\ud800@gg.go.kr")).Code);

    private Task<SignedIn> SignInAsync(string email, string password) =>
        DoAsync<SignInDesk, SignedIn>(desk => desk.SignInAsync(email, password, default));

    private async Task<Refusal> RefusedAsync(string email, string password = "wrong but long enough") =>
        (await Assert.ThrowsAsync<RefusedException>(() => SignInAsync(email, password))).Refusal;
}
