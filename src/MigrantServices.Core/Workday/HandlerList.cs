using Microsoft.EntityFrameworkCore;
using MigrantServices.Core.Calendar;
using MigrantServices.Core.People;
using MigrantServices.Core.Storage;

namespace MigrantServices.Core.Workday;

/// <summary>A colleague who handles cases today, and where.</summary>
public sealed record CaseHandler(Guid Id, string Name, IReadOnlyList<Grant> Grants)
{
    public bool MayHave(string service, string? municipality) => Grants.Any(grant => grant.Covers(service, municipality));
}

/// <summary>Those who may be given the cases of a service in the places of a supervisor.</summary>
public sealed class HandlerList(PortalDb db, TimeProvider time)
{
    public async Task<IReadOnlyList<CaseHandler>> OfAsync(Actor supervisor, string service, CancellationToken cancel)
    {
        var roles = Role.CaseHandlers.Each().ToArray();
        var apart = supervisor.HandlesSetApart(service);
        var rights = await OpenRights.On(db, Seoul.DateOf(time.GetUtcNow())).Where(grant => roles.Contains(grant.Role) && grant.ForSetApart == apart)
            .Join(db.Users.Where(user => user.LeftAt == null), grant => grant.UserId, user => user.Id, (grant, user) => new
            {
                user.Id,
                user.DisplayName,
                grant.Role,
                grant.Services,
                grant.Municipalities,
            })
            .ToListAsync(cancel);
        var places = supervisor.MunicipalitiesAs(Role.Supervisor, service);
        return [.. rights.GroupBy(right => (right.Id, right.DisplayName))
            .Select(one => new CaseHandler(one.Key.Id, one.Key.DisplayName, [.. one.Select(right => new Grant(right.Role, right.Services, right.Municipalities))]))
            .Where(handler => handler.Grants.Any(grant => grant.CoversService(service) && Meets(grant.Municipalities, places)))
            .OrderBy(handler => handler.Name, StringComparer.Ordinal).ThenBy(handler => handler.Id)];
    }

    private static bool Meets(IReadOnlyList<string>? some, string[]? others) =>
        (some, others) switch
        {
            (_, []) => false,
            (null, _) or (_, null) => true,
            _ => some.Intersect(others, StringComparer.Ordinal).Any(),
        };
}
