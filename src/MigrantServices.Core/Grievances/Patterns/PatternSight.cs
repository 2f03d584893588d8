using Microsoft.EntityFrameworkCore;
using MigrantServices.Core.Cases;
using MigrantServices.Core.People;
using MigrantServices.Core.Storage;

namespace MigrantServices.Core.Grievances.Patterns;

/// <summary>Which patterns are there for a supervisor: those of which they see every case. One that is closed to them hides the whole.</summary>
internal static class PatternSight
{
    public static IQueryable<Pattern> Of(PortalDb db, Actor supervisor)
    {
        if (!supervisor.Is(Role.Supervisor) || supervisor.HandlesSetApart(Grievance.Prefix))
        {
            return db.Set<Pattern>().Where(p => false);
        }

        var (all, seen) = (db.Grievances.VisibleTo(Actor.Portal, Grievance.Service), db.Grievances.SupervisedBy(supervisor, Grievance.Service));
        return db.Set<Pattern>().Where(p => (p.Cases != null || p.ClosedAt != null)
            && !db.Set<RespondentToken>().Any(t => t.Token == p.Token && t.Counts
                && all.Any(c => c.Id == t.CaseId && !c.IsSetApart) && !seen.Any(c => c.Id == t.CaseId)));
    }
}
