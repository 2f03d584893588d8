using Microsoft.EntityFrameworkCore;
using MigrantServices.Core.Cases;
using MigrantServices.Core.Storage;

namespace MigrantServices.Core.People;

/// <summary>Makes the first administrator of a new portal, from the command line of its server and only once.</summary>
public sealed class FirstAdministrator(PortalDb db, InvitationDesk invitations, TimeProvider time)
{
    /// <summary>The token of the link by which the administrator sets a password.</summary>
    /// <exception cref="RefusedException"><c>people.administrator-exists</c>, also when the address belongs to a colleague.</exception>
    public async Task<string> CreateAsync(string email, string name, CancellationToken cancel)
    {
        var normal = EmailAddress.Normal(email);
        if (await db.RoleGrants.AnyAsync(g => g.Role == Role.Administrator && g.WithdrawnAt == null, cancel)
            || await db.Users.AnyAsync(u => u.NormalizedEmail == normal, cancel))
        {
            throw new RefusedException(new("people.administrator-exists"));
        }

        var now = time.GetUtcNow();
        var user = PortalUser.Invite(email, name, "ko", now);
        db.Add(user);
        db.Add(RoleGrant.From(new() { Role = Role.Administrator }, user.Id, null, now));
        var link = await invitations.AddAsync(user.Id, null, cancel);
        await db.SaveChangesAsync(cancel);
        return link.Token;
    }
}
