using Microsoft.EntityFrameworkCore;
using MigrantServices.Core.Calendar;
using MigrantServices.Core.Cases;
using MigrantServices.Core.People;
using MigrantServices.Core.Privacy;
using MigrantServices.Core.Storage;

namespace MigrantServices.Core.Grievances.Fairness;

/// <summary>Keeps whoever gets the right for cases about the office away from those about somebody of whose line they are, or were when that was said.</summary>
public sealed class LineKeeper(PortalDb db, AccessLog access, TimeProvider time)
{
    /// <summary>Closes those cases beside the change that opens the right; both are saved together.</summary>
    /// <exception cref="RefusedException"><c>fairness.too-many</c>.</exception>
    public async Task KeepAwayAsync(RoleGrant right, CancellationToken cancel)
    {
        if (!right.ForSetApart)
        {
            return;
        }

        var newcomer = right.UserId;
        var apart = db.Grievances.VisibleTo(Actor.Portal, Grievance.Service).Where(c => c.IsSetApart && !c.ClosedTo.Contains(newcomer));
        var named = await db.Events.AsNoTracking().Where(e => e.Action == Grievance.SetApart.Code && e.ColleagueId != null)
            .Join(apart, e => e.CaseId, c => c.Id, (e, c) => new { c.Id, Colleague = e.ColleagueId!.Value, e.At }).ToListAsync(cancel);
        var people = named.Select(n => n.Colleague).Append(newcomer).Distinct().ToList();
        var rights = await db.RoleGrants.AsNoTracking()
            .Where(g => people.Contains(g.UserId) && (g.Services == null || g.Services.Contains(Grievance.Prefix))).ToListAsync(cancel);
        var theirs = named.Where(n => rights.Exists(r => r.UserId == n.Colleague && IsOfTheLine(r, n.At))).Select(n => n.Id).Distinct().ToList();
        foreach (var one in await db.Grievances.Where(c => theirs.Contains(c.Id)).ToListAsync(cancel))
        {
            one.KeepAwayBy(Actor.Portal, newcomer, time.GetUtcNow());
            access.AddChange(Actor.Portal, one.Id, Grievance.KeepAway);
        }

        // in a place in common: such cases with them as long as they held that right, or any case with them on that day
        bool IsOfTheLine(RoleGrant held, DateTimeOffset at) => HasNotEnded(held, at)
            && ((held.ForSetApart && Meet(held, right))
                || (held.GrantedAt <= at && OpensCases(held) && rights.Exists(r => r.UserId == newcomer && r.Id != right.Id && r.GrantedAt <= at && HasNotEnded(r, at) && OpensCases(r) && Meet(held, r))));
    }

    private static bool HasNotEnded(RoleGrant right, DateTimeOffset at) =>
        !(right.WithdrawnAt <= at) && !(right.LastDay < Seoul.DateOf(at));

    private static bool OpensCases(RoleGrant right) => (right.Role & Role.CaseHandlers) != Role.None;

    private static bool Meet(RoleGrant one, RoleGrant other) =>
        one.Municipalities is null || other.Municipalities is null || one.Municipalities.Intersect(other.Municipalities, StringComparer.Ordinal).Any();
}
