using Microsoft.EntityFrameworkCore;
using MigrantServices.Core.Cases;
using MigrantServices.Core.Grievances.Duplicates;
using MigrantServices.Core.People;
using MigrantServices.Core.Privacy;
using MigrantServices.Core.Storage;

namespace MigrantServices.Core.Grievances.ForThePerson;

/// <summary>Tells those who handle a case together with another what came for the other.</summary>
public sealed class MergedNews(PortalDb db)
{
    public async Task TellAsync(Grievance grievance, AccessLog access, DateTimeOffset now, CancellationToken cancel)
    {
        if (grievance.Status == CaseStatus.Merged)
        {
            var survivingId = db.Set<CaseMerge>().Where(m => m.MergedId == grievance.Id && (m.State == MergeState.Merged || m.State == MergeState.UndoProposed)).Select(m => m.SurvivingId);
            var surviving = await db.Grievances.VisibleTo(Actor.Portal, Grievance.Service).SingleAsync(g => survivingId.Contains(g.Id), cancel);
            surviving.PassOnBy(Actor.Portal, now);
            access.AddChange(Actor.Portal, surviving.Id, Grievance.PassOn);
        }
    }
}
