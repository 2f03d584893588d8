using Microsoft.EntityFrameworkCore;
using MigrantServices.Core.Calendar;
using MigrantServices.Core.Storage;

namespace MigrantServices.Core.People;

/// <summary>The rights that wait for a privacy officer's word.</summary>
public sealed class ConfirmationList(PortalDb db, TimeProvider time)
{
    /// <summary>More than this at once means that something is wrong; the oldest are shown.</summary>
    public const int Longest = 100;

    /// <summary>Those that this officer may decide, the longest waiting first; first those whose people have set a password.</summary>
    public async Task<IReadOnlyList<WaitingRight>> ForAsync(Actor officer, CancellationToken cancel) => await (
        from grant in For(officer)
        join user in db.Users on grant.UserId equals user.Id
        orderby user.PasswordHash == null, grant.GrantedAt, grant.Id
        select new WaitingRight(
            grant.Id,
            user.DisplayName,
            user.Email!,
            grant.Role,
            grant.Services,
            grant.Municipalities,
            grant.ForSetApart,
            grant.Centre,
            grant.LastDay,
            grant.GrantedAt,
            db.Users.Where(u => u.Id == grant.GrantedById).Select(u => u.DisplayName).FirstOrDefault(),
            user.PasswordHash != null,
            user.PasswordLinkId,
            db.RightConfirmations.Any(said => said.GrantId == grant.Id)))
        .Take(Longest).ToListAsync(cancel);

    public Task<int> CountAsync(Actor officer, CancellationToken cancel) => For(officer).Take(Longest).CountAsync(cancel);

    /// <summary>The roles that the colleague was given and that open nothing yet.</summary>
    public async Task<IReadOnlyList<Role>> OfAsync(Actor colleague, CancellationToken cancel) =>
        await Waiting.Where(g => g.UserId == colleague.UserId).Select(g => g.Role).Distinct().ToListAsync(cancel);

    private IQueryable<RoleGrant> For(Actor officer) =>
        Waiting.Where(g => g.UserId != officer.UserId && (g.GrantedById == null || g.GrantedById != officer.UserId));

    private IQueryable<RoleGrant> Waiting => OpenRights.WaitingOn(db, Seoul.DateOf(time.GetUtcNow())).AsNoTracking();
}

/// <summary>A right that waits to be confirmed.</summary>
/// <param name="HasPassword">False until the person has used their link; there is nobody to speak with before that.</param>
/// <param name="IsAgain">It was confirmed before a new link was used.</param>
public sealed record WaitingRight(
    Guid Id,
    string Name,
    string Email,
    Role Role,
    string[]? Services,
    string[]? Municipalities,
    bool ForSetApart,
    string? Centre,
    DateOnly? LastDay,
    DateTimeOffset GivenAt,
    string? GivenBy,
    bool HasPassword,
    Guid? PasswordLinkId,
    bool IsAgain) : IReach;
