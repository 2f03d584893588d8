using Microsoft.EntityFrameworkCore;
using MigrantServices.Core.People;
using Xunit;

namespace MigrantServices.Portal.Tests.People;

/// <summary>No way leads an administrator to a case: every right that opens one waits for a privacy officer.</summary>
public sealed class ConfirmationTests : PeopleFixture
{
    [Fact]
    public async Task An_invented_caseworker_opens_nothing_until_a_privacy_officer_confirms()
    {
        var officer = await ActorAsync("privacy@gg.go.kr", Role.PrivacyOfficer);
        var key = await JoinAsync("kim@gg.go.kr");

        Assert.Equal(Role.None, await RolesAsync(key));

        var waiting = await OneWaitingAsync(officer);
        await ConfirmAsync(officer, waiting);

        Assert.Equal(Role.Caseworker, await RolesAsync(key));
        Assert.Empty(await DoAsync<ConfirmationList, IReadOnlyList<WaitingRight>>(list => list.ForAsync(officer, default)));
    }

    [Theory]
    [InlineData(Role.Caseworker)]
    [InlineData(Role.Supervisor)]
    [InlineData(Role.MunicipalOfficer)]
    [InlineData(Role.CommitteeMember)]
    [InlineData(Role.CommitteeSecretary)]
    [InlineData(Role.Partner)]
    [InlineData(Role.PrivacyOfficer)]
    public async Task A_role_given_later_opens_nothing_either(Role role)
    {
        var analyst = await ActorAsync("kim@gg.go.kr", Role.PolicyAnalyst);
        var key = await DoAsync<SessionKeeper, string>(keeper => keeper.StartForColleagueAsync(analyst.UserId!.Value, default));

        await DoAsync<PeopleDesk>(desk => desk.GiveAsync(Admin, analyst.UserId!.Value, new() { Role = role, Municipalities = ["41270"] }, default));

        Assert.Equal(Role.PolicyAnalyst, await RolesAsync(key));
    }

    [Fact]
    public async Task A_new_link_that_somebody_uses_closes_the_cases_again()
    {
        var officer = await ActorAsync("privacy@gg.go.kr", Role.PrivacyOfficer);
        await JoinAsync("kim@gg.go.kr");
        await ConfirmAsync(officer, await OneWaitingAsync(officer));
        var kim = await IdOfAsync("kim@gg.go.kr");

        var link = await DoAsync<PeopleDesk, string>(desk => desk.InviteAgainAsync(Admin, kim, default));
        var unused = await DoAsync<SessionKeeper, string>(keeper => keeper.StartForColleagueAsync(kim, default));
        Assert.Equal(Role.Caseworker, await RolesAsync(unused));

        await DoAsync<InvitationDesk>(desk => desk.AcceptAsync(link, "another long password", default));
        var entered = await DoAsync<SignInDesk, SignedIn>(desk => desk.SignInAsync("kim@gg.go.kr", "another long password", default));

        Assert.Equal(Role.None, await RolesAsync(entered.Key));
        var again = await OneWaitingAsync(officer);
        Assert.True(again.IsAgain);
        await ConfirmAsync(officer, again);
        Assert.Equal(Role.Caseworker, await RolesAsync(entered.Key));
    }

    [Fact]
    public async Task A_password_that_a_colleague_changes_themselves_closes_nothing()
    {
        var officer = await ActorAsync("privacy@gg.go.kr", Role.PrivacyOfficer);
        await JoinAsync("kim@gg.go.kr");
        await ConfirmAsync(officer, await OneWaitingAsync(officer));
        var kim = await IdOfAsync("kim@gg.go.kr");

        var key = await DoAsync<AccountDesk, string>(desk => desk.ChangePasswordAsync(kim, Password, "another long password", default));

        Assert.Equal(Role.Caseworker, await RolesAsync(key));
    }

    [Fact]
    public async Task A_password_set_while_the_officer_looked_is_not_confirmed_with_it()
    {
        var officer = await ActorAsync("privacy@gg.go.kr", Role.PrivacyOfficer);
        await JoinAsync("kim@gg.go.kr");
        var seen = await OneWaitingAsync(officer);
        var kim = await IdOfAsync("kim@gg.go.kr");
        var link = await DoAsync<PeopleDesk, string>(desk => desk.InviteAgainAsync(Admin, kim, default));
        await DoAsync<InvitationDesk>(desk => desk.AcceptAsync(link, "another long password", default));

        await UnchangedAsync(() => RefusedAsync<ConfirmationDesk>(
            "people.password-changed", desk => desk.ConfirmAsync(officer, seen.Id, seen.PasswordLinkId, default)));
    }

    [Fact]
    public async Task Nothing_is_confirmed_before_a_password_is_set()
    {
        var officer = await ActorAsync("privacy@gg.go.kr", Role.PrivacyOfficer);
        await InviteAsync("kim@gg.go.kr");
        var waiting = await OneWaitingAsync(officer);

        Assert.False(waiting.HasPassword);
        await UnchangedAsync(() => RefusedAsync<ConfirmationDesk>("people.no-password-yet", desk => desk.ConfirmAsync(officer, waiting.Id, null, default)));
    }

    [Fact]
    public async Task Only_privacy_officers_confirm_and_never_for_themselves()
    {
        var officer = await ActorAsync("privacy@gg.go.kr", Role.PrivacyOfficer);
        await DoAsync<PeopleDesk>(desk => desk.GiveAsync(Admin, officer.UserId!.Value, CaseworkerRight, default));
        await using var db = Open();
        var own = await db.RoleGrants.SingleAsync(g => g.Role == Role.Caseworker);

        await UnchangedAsync(async () =>
        {
            await RefusedAsync<ConfirmationDesk>("people.confirmers-only", desk => desk.ConfirmAsync(Admin, own.Id, null, default));
            await RefusedAsync<ConfirmationDesk>("people.confirmers-only", desk => desk.RefuseAsync(Admin, own.Id, default));
            await RefusedAsync<ConfirmationDesk>("people.not-your-own-confirmation", desk => desk.ConfirmAsync(officer, own.Id, null, default));
            await RefusedAsync<ConfirmationDesk>("people.not-your-own-confirmation", desk => desk.RefuseAsync(officer, own.Id, default));
        });
        Assert.Empty(await DoAsync<ConfirmationList, IReadOnlyList<WaitingRight>>(list => list.ForAsync(officer, default)));
    }

    [Fact]
    public async Task A_right_taken_back_by_the_privacy_officer_is_gone_and_kept_on_record()
    {
        var officer = await ActorAsync("privacy@gg.go.kr", Role.PrivacyOfficer);
        await JoinAsync("kim@gg.go.kr");
        var waiting = await OneWaitingAsync(officer);

        await DoAsync<ConfirmationDesk>(desk => desk.RefuseAsync(officer, waiting.Id, default));

        await using var db = Open();
        Assert.Equal(officer.UserId, (await db.RoleGrants.SingleAsync(g => g.Id == waiting.Id)).WithdrawnById);
        await UnchangedAsync(() => RefusedAsync<ConfirmationDesk>("people.not-there", desk => desk.ConfirmAsync(officer, waiting.Id, waiting.PasswordLinkId, default)));
    }

    [Fact]
    public async Task An_administrator_does_not_become_privacy_officer()
    {
        var other = await ActorAsync("lee@gg.go.kr", Role.Administrator);

        await UnchangedAsync(async () =>
        {
            await RefusedAsync<PeopleDesk>(
                "people.administrators-see-no-cases", desk => desk.GiveAsync(Admin, other.UserId!.Value, new() { Role = Role.PrivacyOfficer }, default));
            await RefusedAsync<PrivacyOfficerAppointment>("people.administrators-see-no-cases", desk => desk.AppointAsync("lee@gg.go.kr", "Lee", default));
        });
    }

    [Fact]
    public async Task The_servers_command_appoints_a_privacy_officer_for_its_own_link_only()
    {
        var token = await DoAsync<PrivacyOfficerAppointment, string>(desk => desk.AppointAsync("privacy@gg.go.kr", "강민서", default));
        Assert.Equal(Role.PrivacyOfficer, await RolesAsync(await AcceptAsync(token, "privacy@gg.go.kr")));

        var officer = await IdOfAsync("privacy@gg.go.kr");
        var link = await DoAsync<PeopleDesk, string>(desk => desk.InviteAgainAsync(Admin, officer, default));
        Assert.Equal(Role.None, await RolesAsync(await AcceptAsync(link, "privacy@gg.go.kr")));

        var rescue = await DoAsync<PrivacyOfficerAppointment, string>(desk => desk.AppointAsync("privacy@gg.go.kr", "강민서", default));
        Assert.Equal(Role.PrivacyOfficer, await RolesAsync(await AcceptAsync(rescue, "privacy@gg.go.kr")));
    }

    [Fact]
    public async Task A_confirmation_is_never_changed_nor_removed()
    {
        await using var db = Open();
        Assert.NotEmpty(await db.RightConfirmations.ToListAsync());

        await Assert.ThrowsAnyAsync<Exception>(() => db.RightConfirmations.ExecuteDeleteAsync());
        await Assert.ThrowsAnyAsync<Exception>(() => db.RightConfirmations.ExecuteUpdateAsync(set => set.SetProperty(c => c.PasswordLinkId, Guid.NewGuid())));
    }

    private async Task<string> JoinAsync(string email) => await AcceptAsync(await InviteAsync(email), email);

    private async Task<string> AcceptAsync(string token, string email)
    {
        await DoAsync<InvitationDesk>(desk => desk.AcceptAsync(token, Password, default));
        return (await DoAsync<SignInDesk, SignedIn>(desk => desk.SignInAsync(email, Password, default))).Key;
    }

    private async Task<Role> RolesAsync(string key) =>
        (await DoAsync<SessionKeeper, Actor?>(keeper => keeper.FindAsync(key, null, default)))!.Roles;

    private async Task<WaitingRight> OneWaitingAsync(Actor officer) =>
        Assert.Single(await DoAsync<ConfirmationList, IReadOnlyList<WaitingRight>>(list => list.ForAsync(officer, default)));

    private Task ConfirmAsync(Actor officer, WaitingRight waiting) =>
        DoAsync<ConfirmationDesk>(desk => desk.ConfirmAsync(officer, waiting.Id, waiting.PasswordLinkId, default));
}
