using Microsoft.EntityFrameworkCore;
using MigrantServices.Core.Calendar;
using MigrantServices.Core.Cases;
using MigrantServices.Core.Storage;
using Npgsql;

namespace MigrantServices.Core.People;

/// <summary>What an administrator does with colleagues: invites them, gives and withdraws rights, marks that they have left.</summary>
public sealed class PeopleDesk(PortalDb db, InvitationDesk invitations, SessionKeeper sessions, Centres centres, TimeProvider time)
{
    /// <summary>The token of the link, shown once. Somebody who had left comes back with it, without the rights they had.</summary>
    /// <exception cref="RefusedException"><c>people.known-already</c>.</exception>
    public async Task<string> InviteAsync(Actor administrator, InviteColleague form, CancellationToken cancel)
    {
        MustBeAdministrator(administrator);
        var user = await db.Users.SingleOrDefaultAsync(u => u.NormalizedEmail == EmailAddress.Normal(form.Email!), cancel);
        if (user is { LeftAt: null })
        {
            throw new RefusedException(new("people.known-already"));
        }

        if (user is null)
        {
            user = PortalUser.Invite(form.Email!, form.Name!, form.Language, time.GetUtcNow());
            db.Add(user);
        }
        else
        {
            user.ComeBack(form.Name!, form.Language);
        }

        Add(administrator, user.Id, form.Right);
        var link = await invitations.AddAsync(user.Id, administrator.UserId, cancel);
        try
        {
            await db.SaveChangesAsync(cancel);
        }
        catch (DbUpdateException twice) when (twice.InnerException is PostgresException { SqlState: PostgresErrorCodes.UniqueViolation })
        {
            throw new RefusedException(new("people.known-already"));
        }

        return link.Token;
    }

    /// <summary>A new link for somebody who forgot their password. The old password works until the link is used.</summary>
    public async Task<string> InviteAgainAsync(Actor administrator, Guid userId, CancellationToken cancel)
    {
        MustBeAdministrator(administrator);
        var user = await PresentAsync(userId, cancel);
        var link = await invitations.AddAsync(user.Id, administrator.UserId, cancel);
        await db.SaveChangesAsync(cancel);
        return link.Token;
    }

    /// <exception cref="RefusedException"><c>people.not-to-yourself</c>, <c>people.administrators-see-no-cases</c>, <c>people.set-apart-alone</c>, <c>people.centre-alone</c>, <c>people.has-it-already</c>.</exception>
    public async Task GiveAsync(Actor administrator, Guid userId, GiveRight form, CancellationToken cancel)
    {
        MustBeAdministrator(administrator);
        if (userId == administrator.UserId)
        {
            throw new RefusedException(new("people.not-to-yourself"));
        }

        var user = await PresentAsync(userId, cancel);
        var held = await db.RoleGrants.AsNoTracking().Where(InForce()).Where(g => g.UserId == userId).ToListAsync(cancel);
        var roles = held.Aggregate(form.Role, (all, grant) => all | grant.Role);
        if ((roles & Role.Administrator) != Role.None && (roles & Roles.Confirmed) != Role.None)
        {
            throw new RefusedException(new("people.administrators-see-no-cases"));
        }

        if ((form.Role & Role.CaseHandlers) != Role.None && held.Exists(g => (g.Role & Role.CaseHandlers) != Role.None && g.ForSetApart != form.ForSetApart))
        {
            throw new RefusedException(new("people.set-apart-alone"));
        }

        if ((form.Role == Role.CentreWorker && (roles & Role.CaseHandlers) != Role.None) || held.Exists(g => g.Role == Role.CentreWorker && (form.Role & Role.CaseHandlers) != Role.None))
        {
            throw new RefusedException(new("people.centre-alone"));
        }

        var given = Add(administrator, userId, form);
        if (held.Exists(given.GivesTheSameAs))
        {
            throw new RefusedException(new("people.has-it-already"));
        }

        // two rights given at the same moment must see each other, or an administrator could end up with cases
        user.ConcurrencyStamp = Guid.NewGuid().ToString();
        await db.SaveChangesAsync(cancel);
        sessions.RightsChanged(userId);
    }

    /// <exception cref="RefusedException"><c>people.already-withdrawn</c>, <c>people.not-your-own-right</c>.</exception>
    public async Task WithdrawAsync(Actor administrator, Guid userId, Guid grantId, CancellationToken cancel)
    {
        MustBeAdministrator(administrator);
        var grant = await db.RoleGrants.SingleOrDefaultAsync(g => g.Id == grantId && g.UserId == userId, cancel)
            ?? throw new RefusedException(new("people.not-there"));
        grant.WithdrawBy(administrator, time.GetUtcNow());
        await db.SaveChangesAsync(cancel);
        sessions.RightsChanged(userId);
    }

    /// <summary>Ends everything that opens for somebody who has left, at once: rights, links, sessions.</summary>
    /// <exception cref="RefusedException"><c>people.not-yourself</c>, <c>people.not-there</c>.</exception>
    public async Task MarkLeftAsync(Actor administrator, Guid userId, CancellationToken cancel)
    {
        MustBeAdministrator(administrator);
        if (userId == administrator.UserId)
        {
            throw new RefusedException(new("people.not-yourself"));
        }

        var user = await PresentAsync(userId, cancel);
        var now = time.GetUtcNow();
        foreach (var grant in await db.RoleGrants.Where(InForce()).Where(g => g.UserId == userId).ToListAsync(cancel))
        {
            grant.WithdrawBy(administrator, now);
        }

        user.Leave(now);
        await db.SaveChangesAsync(cancel);
        await sessions.EndAllOfColleagueAsync(userId, cancel);
    }

    private RoleGrant Add(Actor administrator, Guid userId, GiveRight form)
    {
        var grant = RoleGrant.From(centres.Settled(form), userId, administrator.UserId, time.GetUtcNow());
        db.Add(grant);
        return grant;
    }

    private async Task<PortalUser> PresentAsync(Guid userId, CancellationToken cancel) =>
        await db.Users.SingleOrDefaultAsync(u => u.Id == userId && u.LeftAt == null, cancel)
        ?? throw new RefusedException(new("people.not-there"));

    private System.Linq.Expressions.Expression<Func<RoleGrant, bool>> InForce() => RoleGrant.InForceOn(Seoul.DateOf(time.GetUtcNow()));

    private static void MustBeAdministrator(Actor actor)
    {
        if (!actor.Is(Role.Administrator))
        {
            throw new RefusedException(new("people.administrators-only"));
        }
    }
}
