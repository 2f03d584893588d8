using Microsoft.EntityFrameworkCore;
using MigrantServices.Core.Calendar;
using MigrantServices.Core.Cases;
using MigrantServices.Core.Grievances.Fairness;
using MigrantServices.Core.Storage;

namespace MigrantServices.Core.People;

/// <summary>What a privacy officer does with rights that administrators gave: confirms them after speaking with the person, or takes them back.</summary>
public sealed class ConfirmationDesk(PortalDb db, SessionKeeper sessions, LineKeeper lines, TimeProvider time)
{
    /// <param name="passwordLinkId">The password that was set when the officer looked; a newer one means that they must look again.</param>
    /// <exception cref="RefusedException"><c>people.confirmers-only</c>, <c>people.not-there</c>, <c>people.not-your-own-confirmation</c>,
    /// <c>people.no-password-yet</c>, <c>people.password-changed</c>, <c>fairness.too-many</c>.</exception>
    public async Task ConfirmAsync(Actor officer, Guid grantId, Guid? passwordLinkId, CancellationToken cancel)
    {
        var grant = await WaitingAsync(officer, grantId, cancel);
        var user = await db.Users.SingleAsync(u => u.Id == grant.UserId, cancel);
        if (user.PasswordHash is null)
        {
            throw new RefusedException(new("people.no-password-yet"));
        }

        if (user.PasswordLinkId != passwordLinkId)
        {
            throw new RefusedException(new("people.password-changed"));
        }

        db.Add(new RightConfirmation
        {
            GrantId = grant.Id,
            PasswordLinkId = user.PasswordLinkId,
            ConfirmedById = officer.UserId,
            ConfirmedAt = time.GetUtcNow(),
        });
        await lines.KeepAwayAsync(grant, cancel);
        await db.SaveChangesAsync(cancel);
        sessions.RightsChanged(user.Id);
    }

    /// <summary>Takes back a right that should not have been given.</summary>
    /// <exception cref="RefusedException"><c>people.confirmers-only</c>, <c>people.not-there</c>, <c>people.not-your-own-confirmation</c>.</exception>
    public async Task RefuseAsync(Actor officer, Guid grantId, CancellationToken cancel)
    {
        var grant = await WaitingAsync(officer, grantId, cancel);
        grant.WithdrawBy(officer, time.GetUtcNow());
        await db.SaveChangesAsync(cancel);
        sessions.RightsChanged(grant.UserId);
    }

    private async Task<RoleGrant> WaitingAsync(Actor officer, Guid grantId, CancellationToken cancel)
    {
        if (!officer.Is(Role.PrivacyOfficer))
        {
            throw new RefusedException(new("people.confirmers-only"));
        }

        var grant = await OpenRights.WaitingOn(db, Seoul.DateOf(time.GetUtcNow())).SingleOrDefaultAsync(g => g.Id == grantId, cancel)
            ?? throw new RefusedException(new("people.not-there"));
        return grant.UserId == officer.UserId || grant.GrantedById == officer.UserId
            ? throw new RefusedException(new("people.not-your-own-confirmation"))
            : grant;
    }
}
