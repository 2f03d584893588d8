using Microsoft.EntityFrameworkCore;
using MigrantServices.Core.Cases;
using MigrantServices.Core.People;
using Xunit;

namespace MigrantServices.Portal.Tests.People;

public sealed class PeopleDeskTests : PeopleFixture
{
    [Fact]
    public async Task An_invited_colleague_sets_a_password_once_and_signs_in()
    {
        var token = await InviteAsync("kim@gg.go.kr");

        await DoAsync<InvitationDesk>(desk => desk.AcceptAsync(token, Password, default));
        var entered = await DoAsync<SignInDesk, SignedIn>(desk => desk.SignInAsync(" KIM@gg.go.kr", Password, default));

        var kim = await DoAsync<SessionKeeper, Actor?>(keeper => keeper.FindAsync(entered.Key, "10.0.0.7", default));
        Assert.Equal("10.0.0.7", kim!.Place);
        await RefusedAsync<InvitationDesk>("account.invitation-ended", desk => desk.AcceptAsync(token, "another long password", default));
    }

    [Fact]
    public async Task A_link_ends_after_three_days_and_when_a_newer_one_is_made()
    {
        var first = await InviteAsync("kim@gg.go.kr");
        var kim = await IdOfAsync("kim@gg.go.kr");
        var second = await DoAsync<PeopleDesk, string>(desk => desk.InviteAgainAsync(Admin, kim, default));

        Assert.Null(await DoAsync<InvitationDesk, Invited?>(desk => desk.FindAsync(first, default)));
        Assert.NotNull(await DoAsync<InvitationDesk, Invited?>(desk => desk.FindAsync(second, default)));

        Clock.Advance(Core.People.Invitation.ValidFor);
        Assert.Null(await DoAsync<InvitationDesk, Invited?>(desk => desk.FindAsync(second, default)));
    }

    [Fact]
    public async Task The_database_holds_no_link_and_no_session_key()
    {
        var token = await InviteAsync("kim@gg.go.kr");
        var key = await DoAsync<SessionKeeper, string>(keeper => keeper.StartForColleagueAsync(Admin.UserId!.Value, default));

        await using var db = Open();
        Assert.Equal(RandomKey.Hash(token), (await db.Invitations.SingleAsync()).TokenHash);
        Assert.Equal(RandomKey.Hash(key), (await db.Sessions.SingleAsync()).KeyHash);
    }

    [Fact]
    public async Task Nobody_is_invited_twice()
    {
        await InviteAsync("kim@gg.go.kr");
        await UnchangedAsync(() => RefusedAsync<PeopleDesk>("people.known-already", desk => desk.InviteAsync(Admin, Invitation("Kim@GG.go.kr"), default)));
    }

    [Fact]
    public async Task An_administrator_gives_themselves_nothing() =>
        await UnchangedAsync(() => RefusedAsync<PeopleDesk>(
            "people.not-to-yourself", desk => desk.GiveAsync(Admin, Admin.UserId!.Value, CaseworkerRight, default)));

    [Fact]
    public async Task An_administrator_is_given_no_role_that_opens_cases()
    {
        var other = await ActorAsync("lee@gg.go.kr", Role.Administrator);

        await UnchangedAsync(() => RefusedAsync<PeopleDesk>(
            "people.administrators-see-no-cases", desk => desk.GiveAsync(Admin, other.UserId!.Value, CaseworkerRight, default)));
    }

    [Fact]
    public async Task Somebody_of_the_office_does_not_work_for_a_centre_too_nor_the_other_way_round()
    {
        var kim = await ActorAsync("kim@gg.go.kr", Role.Caseworker);
        var centre = new GiveRight { Role = Role.CentreWorker, Centre = "example-ansan-1" };

        await UnchangedAsync(() => RefusedAsync<PeopleDesk>("people.centre-alone", desk => desk.GiveAsync(Admin, kim.UserId!.Value, centre, default)));
    }

    [Fact]
    public async Task A_password_stays_as_it_was_when_the_old_one_is_wrong()
    {
        var kim = await ActorAsync("kim@gg.go.kr", Role.Caseworker);
        await DoAsync<SessionKeeper, string>(keeper => keeper.StartForColleagueAsync(kim.UserId!.Value, default));
        var before = await KeptAsync();

        await RefusedAsync<AccountDesk>("account.old-password-wrong", desk => desk.ChangePasswordAsync(kim.UserId!.Value, "not my password at all", "another long password", default));

        Assert.Equal(before, await KeptAsync());

        async Task<(string?, int)> KeptAsync()
        {
            await using var db = Open();
            return (await db.Users.Where(u => u.Id == kim.UserId).Select(u => u.PasswordHash).SingleAsync(), await db.Sessions.CountAsync());
        }
    }

    [Fact]
    public async Task A_caseworker_does_not_become_administrator()
    {
        var kim = await ActorAsync("kim@gg.go.kr", Role.Caseworker);

        await UnchangedAsync(() => RefusedAsync<PeopleDesk>(
            "people.administrators-see-no-cases", desk => desk.GiveAsync(Admin, kim.UserId!.Value, new() { Role = Role.Administrator }, default)));
    }

    [Fact]
    public async Task The_same_right_is_not_given_twice()
    {
        var kim = await ActorAsync("kim@gg.go.kr", Role.Caseworker);

        await UnchangedAsync(() => RefusedAsync<PeopleDesk>("people.has-it-already", desk => desk.GiveAsync(Admin, kim.UserId!.Value, CaseworkerRight, default)));
    }

    [Fact]
    public async Task An_administrator_keeps_their_own_right()
    {
        await using var db = Open();
        var own = await db.RoleGrants.SingleAsync();

        await UnchangedAsync(() => RefusedAsync<PeopleDesk>(
            "people.not-your-own-right", desk => desk.WithdrawAsync(Admin, Admin.UserId!.Value, own.Id, default)));
    }

    [Fact]
    public async Task An_administrator_does_not_mark_themselves_as_left() =>
        await UnchangedAsync(() => RefusedAsync<PeopleDesk>("people.not-yourself", desk => desk.MarkLeftAsync(Admin, Admin.UserId!.Value, default)));

    [Fact]
    public async Task Only_administrators_come_to_this_desk()
    {
        var kim = await ActorAsync("kim@gg.go.kr", Role.Supervisor);
        var id = Admin.UserId!.Value;

        await UnchangedAsync(async () =>
        {
            await RefusedAsync<PeopleDesk>("people.administrators-only", desk => desk.InviteAsync(kim, Invitation("new@gg.go.kr"), default));
            await RefusedAsync<PeopleDesk>("people.administrators-only", desk => desk.InviteAgainAsync(kim, id, default));
            await RefusedAsync<PeopleDesk>("people.administrators-only", desk => desk.GiveAsync(kim, id, CaseworkerRight, default));
            await RefusedAsync<PeopleDesk>("people.administrators-only", desk => desk.WithdrawAsync(kim, id, Guid.NewGuid(), default));
            await RefusedAsync<PeopleDesk>("people.administrators-only", desk => desk.MarkLeftAsync(kim, id, default));
        });
    }

    [Fact]
    public async Task A_withdrawn_right_is_gone_at_the_next_request_and_stays_on_record()
    {
        var kim = await ActorAsync("kim@gg.go.kr", Role.Caseworker);
        var key = await DoAsync<SessionKeeper, string>(keeper => keeper.StartForColleagueAsync(kim.UserId!.Value, default));
        await DoAsync<SessionKeeper, Actor?>(keeper => keeper.FindAsync(key, null, default));
        var right = (await DoAsync<PeopleRegister, IReadOnlyList<RightLine>>(register => register.RightsAsync(kim.UserId!.Value, default))).Single();

        await DoAsync<PeopleDesk>(desk => desk.WithdrawAsync(Admin, kim.UserId!.Value, right.Id, default));

        var now = await DoAsync<SessionKeeper, Actor?>(keeper => keeper.FindAsync(key, null, default));
        Assert.Equal(Role.None, now!.Roles);
        var kept = (await DoAsync<PeopleRegister, IReadOnlyList<RightLine>>(register => register.RightsAsync(kim.UserId!.Value, default))).Single();
        Assert.Equal(("admin", false), (kept.WithdrawnBy, kept.IsInForce));
        await RefusedAsync<PeopleDesk>("people.already-withdrawn", desk => desk.WithdrawAsync(Admin, kim.UserId!.Value, right.Id, default));
    }

    [Fact]
    public async Task Who_has_left_is_out_at_once_and_comes_back_without_old_rights()
    {
        var kim = await ActorAsync("kim@gg.go.kr", Role.Caseworker);
        var key = await DoAsync<SessionKeeper, string>(keeper => keeper.StartForColleagueAsync(kim.UserId!.Value, default));
        await DoAsync<SessionKeeper, Actor?>(keeper => keeper.FindAsync(key, null, default));

        await DoAsync<PeopleDesk>(desk => desk.MarkLeftAsync(Admin, kim.UserId!.Value, default));

        Assert.Null(await DoAsync<SessionKeeper, Actor?>(keeper => keeper.FindAsync(key, null, default)));
        await RefusedAsync<SignInDesk>("account.wrong", desk => desk.SignInAsync("kim@gg.go.kr", Password, default));

        await DoAsync<PeopleDesk>(desk => desk.InviteAsync(Admin, Invitation("kim@gg.go.kr") with { Right = new() { Role = Role.PolicyAnalyst } }, default));
        var lines = await DoAsync<PeopleRegister, IReadOnlyList<ColleagueLine>>(register => register.AllAsync(default));
        Assert.Equal([Role.PolicyAnalyst], lines.Single(line => line.Email == "kim@gg.go.kr").Roles);
    }

    [Fact]
    public async Task The_command_makes_no_second_administrator() =>
        await UnchangedAsync(() => RefusedAsync<FirstAdministrator>("people.administrator-exists", first => first.CreateAsync("x@gg.go.kr", "X", default)));
}
