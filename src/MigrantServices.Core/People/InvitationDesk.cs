using Microsoft.EntityFrameworkCore;
using MigrantServices.Core.Cases;
using MigrantServices.Core.Storage;

namespace MigrantServices.Core.People;

/// <summary>Makes links by which a colleague sets a password, and lets them be used once.</summary>
public sealed class InvitationDesk(PortalDb db, PasswordTurn turn, SessionKeeper sessions, TimeProvider time)
{
    /// <summary>Puts a link beside a change that is about to be saved; earlier unused ones stop working. The link is shown once.</summary>
    internal async Task<NewLink> AddAsync(Guid userId, Guid? invitedById, CancellationToken cancel)
    {
        var now = time.GetUtcNow();
        foreach (var earlier in await db.Invitations.Where(i => i.UserId == userId && i.UsedAt == null && i.EndsAt > now).ToListAsync(cancel))
        {
            earlier.EndsAt = now;
        }

        var token = RandomKey.New();
        var invitation = new Invitation
        {
            UserId = userId,
            TokenHash = RandomKey.Hash(token),
            InvitedById = invitedById,
            MadeAt = now,
            EndsAt = now + Invitation.ValidFor,
        };
        db.Add(invitation);
        return new(invitation.Id, token);
    }

    /// <summary>Whom the link invites; null when it is unknown, used or too old.</summary>
    public async Task<Invited?> FindAsync(string? token, CancellationToken cancel) =>
        RandomKey.LooksRight(token) ? await Open(token).FirstOrDefaultAsync(cancel) : null;

    /// <summary>Sets the password and ends the link and every session of before. The password must have passed its rules.</summary>
    /// <exception cref="RefusedException"><c>account.invitation-ended</c> or <c>account.busy</c>.</exception>
    public async Task AcceptAsync(string? token, string password, CancellationToken cancel)
    {
        var invited = await FindAsync(token, cancel) ?? throw Ended();
        var hash = await turn.HashAsync(password, cancel);
        var user = await db.Users.SingleAsync(u => u.Id == invited.UserId, cancel);
        var invitation = await db.Invitations.SingleAsync(i => i.Id == invited.InvitationId, cancel);
        if (invitation.UsedAt is not null)
        {
            throw Ended();
        }

        invitation.UsedAt = time.GetUtcNow();
        user.SetPasswordThrough(invitation, hash);
        try
        {
            await db.SaveChangesAsync(cancel);
        }
        catch (DbUpdateConcurrencyException)
        {
            // the same link at the same moment: the first has it
            throw Ended();
        }

        await sessions.EndAllOfColleagueAsync(user.Id, cancel);
    }

    private IQueryable<Invited> Open(string token)
    {
        var (hash, now) = (RandomKey.Hash(token), time.GetUtcNow());
        return
            from invitation in db.Invitations
            join user in db.Users on invitation.UserId equals user.Id
            where invitation.TokenHash == hash && invitation.UsedAt == null && invitation.EndsAt > now && user.LeftAt == null
            select new Invited(invitation.Id, user.Id, user.DisplayName, user.Email!, user.Language);
    }

    private static RefusedException Ended() => new(new("account.invitation-ended"));
}

/// <summary>Whom a link invites.</summary>
public sealed record Invited(Guid InvitationId, Guid UserId, string Name, string Email, string Language);

/// <summary>A link that was just made; the token is shown once and kept nowhere.</summary>
internal sealed record NewLink(Guid Id, string Token);
