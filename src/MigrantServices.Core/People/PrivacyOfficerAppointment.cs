using Microsoft.EntityFrameworkCore;
using MigrantServices.Core.Calendar;
using MigrantServices.Core.Cases;
using MigrantServices.Core.Storage;

namespace MigrantServices.Core.People;

/// <summary>Appoints a privacy officer from the command line of the server, so that the first one needs nobody's confirmation, and lets one who lost their password back in.</summary>
public sealed class PrivacyOfficerAppointment(PortalDb db, InvitationDesk invitations, SessionKeeper sessions, TimeProvider time)
{
    /// <summary>The token of the link by which the officer sets a password; the right is confirmed for that password.</summary>
    /// <exception cref="RefusedException"><c>people.administrators-see-no-cases</c>: the address is an administrator's.</exception>
    public async Task<string> AppointAsync(string email, string name, CancellationToken cancel)
    {
        var now = time.GetUtcNow();
        var user = await db.Users.SingleOrDefaultAsync(u => u.NormalizedEmail == EmailAddress.Normal(email), cancel);
        if (user is null)
        {
            user = PortalUser.Invite(email, name, "ko", now);
            db.Add(user);
        }
        else if (user.LeftAt is not null)
        {
            user.ComeBack(name, user.Language);
        }

        var held = await db.RoleGrants.Where(RoleGrant.InForceOn(Seoul.DateOf(now))).Where(g => g.UserId == user.Id).ToListAsync(cancel);
        if (held.Exists(g => g.Role == Role.Administrator))
        {
            throw new RefusedException(new("people.administrators-see-no-cases"));
        }

        var grant = held.Find(g => g.Role == Role.PrivacyOfficer);
        if (grant is null)
        {
            grant = RoleGrant.From(new() { Role = Role.PrivacyOfficer }, user.Id, null, now);
            db.Add(grant);
        }

        var link = await invitations.AddAsync(user.Id, null, cancel);
        db.Add(new RightConfirmation { GrantId = grant.Id, PasswordLinkId = link.Id, ConfirmedById = null, ConfirmedAt = now });
        await db.SaveChangesAsync(cancel);
        sessions.RightsChanged(user.Id);
        return link.Token;
    }
}
