using Microsoft.EntityFrameworkCore;
using MigrantServices.Core.Grievances.Duplicates;
using MigrantServices.Core.IdentityVault;
using MigrantServices.Core.Matching;
using MigrantServices.Core.People;
using MigrantServices.Core.Privacy;
using MigrantServices.Core.Storage;

namespace MigrantServices.Core.ChildConfirmations.Duplicates;

/// <summary>Finds, whenever what is known of a child or its parents changes, the cases that may be of the same child. Who they are stays in the vault; here it is only said how alike they are.</summary>
public sealed class ChildDuplicateFinder(PortalDb db, ChildMatcher matcher, AccessLog access, TimeProvider time)
{
    public async Task FindAsync(Guid caseId, CancellationToken cancel)
    {
        var childId = await db.ChildConfirmations.Where(c => c.Id == caseId).Select(c => (Guid?)c.ChildId).FirstOrDefaultAsync(cancel);
        if (childId is not { } child)
        {
            return;
        }

        // two that arrive together must each find the other
        await db.TakeTurnAsync(StorageTurn.ChildDuplicates, cancel);
        var alike = (await matcher.MeetAsync(child, cancel)).Where(one => ChildPairWeight.Of(one) != MatchBand.None).ToDictionary(one => one.ChildId);
        var children = alike.Keys.ToArray();
        var cases = await db.ChildConfirmations.AsNoTracking().Where(c => children.Contains(c.ChildId)).Select(c => new { c.Id, c.ChildId }).ToListAsync(cancel);
        var known = await db.Set<CasePair>().Where(p => p.LowerId == caseId || p.HigherId == caseId).ToListAsync(cancel);
        foreach (var other in cases)
        {
            var pair = known.Find(p => p.OtherThan(caseId) == other.Id);
            if (pair is null)
            {
                pair = CasePair.Of(caseId, other.Id, time.GetUtcNow());
                db.Add(pair);
            }

            pair.Weigh(ChildPairWeight.Of(alike[other.ChildId]), ChildPairWeight.Reasons(alike[other.ChildId]));
        }

        await access.WriteAsync(Actor.Portal, AccessDeed.View, [caseId, .. cases.Select(c => c.Id)], DuplicateFinder.Detail, cancel);
    }
}
