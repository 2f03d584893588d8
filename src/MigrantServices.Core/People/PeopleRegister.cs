using Microsoft.EntityFrameworkCore;
using MigrantServices.Core.Calendar;
using MigrantServices.Core.Storage;

namespace MigrantServices.Core.People;

/// <summary>What the administrator's pages and the privacy officer's show of colleagues.</summary>
public sealed class PeopleRegister(PortalDb db, TimeProvider time)
{
    /// <summary>Everybody, those who work here first, each with the roles they hold today.</summary>
    public async Task<IReadOnlyList<ColleagueLine>> AllAsync(CancellationToken cancel)
    {
        var inForce = db.RoleGrants.Where(RoleGrant.InForceOn(Today));
        var rows = await db.Users.AsNoTracking()
            .OrderBy(u => u.LeftAt != null).ThenBy(u => u.DisplayName).ThenBy(u => u.Id)
            .Select(u => new
            {
                u.Id,
                u.DisplayName,
                u.Email,
                u.LeftAt,
                HasPassword = u.PasswordHash != null,
                Roles = inForce.Where(g => g.UserId == u.Id).Select(g => g.Role).Distinct().ToList(),
            })
            .ToListAsync(cancel);
        return [.. rows.Select(u => new ColleagueLine(u.Id, u.DisplayName, u.Email!, [.. u.Roles.Order()], u.HasPassword, u.LeftAt))];
    }

    public Task<Colleague?> FindAsync(Guid id, CancellationToken cancel) => db.Users.AsNoTracking()
        .Where(u => u.Id == id)
        .Select(u => new Colleague(u.Id, u.DisplayName, u.Email!, u.Language, u.CreatedAt, u.LeftAt, u.PasswordHash != null))
        .FirstOrDefaultAsync(cancel);

    /// <summary>Every right the colleague has or had, with who gave and who withdrew it; the latest first.</summary>
    public async Task<IReadOnlyList<RightLine>> RightsAsync(Guid userId, CancellationToken cancel)
    {
        var (today, waiting) = (Today, OpenRights.WaitingOn(db, Today));
        return await (
            from grant in db.RoleGrants.AsNoTracking()
            where grant.UserId == userId
            orderby grant.GrantedAt descending, grant.Id
            select new RightLine(
                grant.Id,
                grant.Role,
                grant.Services,
                grant.Municipalities,
                grant.ForSetApart,
                grant.Centre,
                grant.LastDay,
                grant.GrantedAt,
                db.Users.Where(u => u.Id == grant.GrantedById).Select(u => u.DisplayName).FirstOrDefault(),
                grant.WithdrawnAt,
                db.Users.Where(u => u.Id == grant.WithdrawnById).Select(u => u.DisplayName).FirstOrDefault(),
                grant.WithdrawnAt == null && (grant.LastDay == null || grant.LastDay >= today),
                waiting.Any(w => w.Id == grant.Id),
                db.RightConfirmations.Where(c => c.GrantId == grant.Id).Max(c => (DateTimeOffset?)c.ConfirmedAt))).ToListAsync(cancel);
    }

    /// <summary>The links that were made for a colleague, so that nobody sets another's password unseen.</summary>
    public async Task<IReadOnlyList<LinkLine>> LinksAsync(Guid userId, CancellationToken cancel) => await db.Invitations.AsNoTracking()
        .Where(i => i.UserId == userId)
        .OrderByDescending(i => i.MadeAt)
        .Take(20)
        .Select(i => new LinkLine(
            i.MadeAt,
            db.Users.Where(u => u.Id == i.InvitedById).Select(u => u.DisplayName).FirstOrDefault(),
            i.EndsAt,
            i.UsedAt))
        .ToListAsync(cancel);

    private DateOnly Today => Seoul.DateOf(time.GetUtcNow());
}

/// <summary>A colleague in the list.</summary>
public sealed record ColleagueLine(Guid Id, string Name, string Email, IReadOnlyList<Role> Roles, bool HasPassword, DateTimeOffset? LeftAt);

/// <summary>A colleague on their own page.</summary>
public sealed record Colleague(Guid Id, string Name, string Email, string Language, DateTimeOffset CreatedAt, DateTimeOffset? LeftAt, bool HasPassword);

/// <summary>A right that a colleague has or had. Nobody's name where the portal's first administrator was made by a command.</summary>
public sealed record RightLine(
    Guid Id,
    Role Role,
    string[]? Services,
    string[]? Municipalities,
    bool ForSetApart,
    string? Centre,
    DateOnly? LastDay,
    DateTimeOffset GivenAt,
    string? GivenBy,
    DateTimeOffset? WithdrawnAt,
    string? WithdrawnBy,
    bool IsInForce,
    bool IsWaiting,
    DateTimeOffset? ConfirmedAt) : IReach;

/// <summary>For which services and where a right holds; null means all of them.</summary>
public interface IReach
{
    string[]? Services { get; }

    string[]? Municipalities { get; }

    /// <summary>For complaints about the office itself, and for no others.</summary>
    bool ForSetApart { get; }

    /// <summary>The entrusted centre whose cases it opens, and no others.</summary>
    string? Centre { get; }
}

/// <summary>A link by which a colleague could set a password.</summary>
public sealed record LinkLine(DateTimeOffset MadeAt, string? MadeBy, DateTimeOffset EndsAt, DateTimeOffset? UsedAt);
