using System.Linq.Expressions;

namespace MigrantServices.Core.People;

/// <summary>A right given to a colleague, by whom and when, and when it was withdrawn. Rows are kept and never changed back (Safe art. 5).</summary>
public sealed class RoleGrant
{
    public Guid Id { get; init; } = Guid.CreateVersion7();

    public required Guid UserId { get; init; }

    public required Role Role { get; init; }

    /// <summary>Prefixes of the services it covers; null means every service.</summary>
    public string[]? Services { get; init; }

    /// <summary>Codes of the municipalities it covers; null means the whole province.</summary>
    public string[]? Municipalities { get; init; }

    /// <summary>For the cases that are set apart because they are about the office itself, and for no others.</summary>
    public bool ForSetApart { get; init; }

    /// <summary>The centre whose cases it opens, for somebody who works there; null for everybody else.</summary>
    public string? Centre { get; init; }

    /// <summary>Null only for the first administrator, whom a command on the server made.</summary>
    public Guid? GrantedById { get; init; }

    public required DateTimeOffset GrantedAt { get; init; }

    /// <summary>The last day on which it holds, in Seoul; null means until withdrawn.</summary>
    public DateOnly? LastDay { get; init; }

    public Guid? WithdrawnById { get; private set; }

    public DateTimeOffset? WithdrawnAt { get; private set; }

    public static RoleGrant From(GiveRight form, Guid userId, Guid? grantedById, DateTimeOffset now) => new()
    {
        UserId = userId,
        Role = form.Role,
        Services = form.Services.Count == 0 ? null : [.. form.Services.Distinct(StringComparer.Ordinal)],
        Municipalities = form.Municipalities.Count == 0 ? null : [.. form.Municipalities.Distinct(StringComparer.Ordinal)],
        ForSetApart = form.ForSetApart,
        Centre = form.Role == Role.CentreWorker ? form.Centre : null,
        GrantedById = grantedById,
        GrantedAt = now,
        LastDay = form.LastDay,
    };

    public static Expression<Func<RoleGrant, bool>> InForceOn(DateOnly today) =>
        grant => grant.WithdrawnAt == null && (grant.LastDay == null || grant.LastDay >= today);

    public void WithdrawBy(Actor administrator, DateTimeOffset now)
    {
        if (WithdrawnAt is not null)
        {
            throw new Cases.RefusedException(new("people.already-withdrawn"));
        }

        if (administrator.UserId == UserId && Role == Role.Administrator)
        {
            throw new Cases.RefusedException(new("people.not-your-own-right"));
        }

        (WithdrawnById, WithdrawnAt) = (administrator.UserId, now);
    }

    /// <summary>The same role, places and last day: giving it a second time would only confuse.</summary>
    public bool GivesTheSameAs(RoleGrant other) =>
        Role == other.Role && Centre == other.Centre && ForSetApart == other.ForSetApart && LastDay == other.LastDay && Same(Services, other.Services) && Same(Municipalities, other.Municipalities);

    private static bool Same(string[]? some, string[]? others) =>
        some is null || others is null ? some == others : some.ToHashSet(StringComparer.Ordinal).SetEquals(others);
}
