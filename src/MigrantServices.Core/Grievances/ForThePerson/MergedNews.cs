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
    /// <param name="suffersSince">Since when the person says that they suffer for having complained; null where something else came.</param>
    public async Task TellAsync(Grievance grievance, AccessLog access, DateTimeOffset now, CancellationToken cancel, DateTimeOffset? suffersSince = null)
    {
        if (grievance.Status == CaseStatus.Merged)
        {
            var survivingId = db.Set<CaseMerge>().Where(m => m.MergedId == grievance.Id && (m.State == MergeState.Merged || m.State == MergeState.UndoProposed)).Select(m => m.SurvivingId);
            var surviving = await db.Grievances.VisibleTo(Actor.Portal, Grievance.Service).SingleAsync(g => survivingId.Contains(g.Id), cancel);
            surviving.PassOnBy(Actor.Portal, now, suffersSince);
            access.AddChange(Actor.Portal, surviving.Id, Grievance.PassOn);
        }
    }
}
