using Microsoft.EntityFrameworkCore;
using MigrantServices.Core.Grievances.Duplicates;
using MigrantServices.Core.Matching;
using MigrantServices.Core.People;
using MigrantServices.Core.Privacy;
using MigrantServices.Core.RefugeeSupport.Applications;
using MigrantServices.Core.Storage;

namespace MigrantServices.Core.RefugeeSupport.Households;

/// <summary>Finds, once for each application, earlier ones that may be of the same household. What it costs follows what is new: only those that share a mark are opened.</summary>
public sealed class HouseholdFinder(PortalDb db, HouseholdMarks marks, AccessLog access, TimeProvider time)
{
    /// <summary>People who meet in one mark beyond these are not looked at; the name with the year comes first, then the newest.</summary>
    public const int MostCandidates = 100;

    /// <summary>Within the transaction that brings the application in, so that nothing is ever decided of one that was not compared.</summary>
    public async Task FindAsync(Guid caseId, CancellationToken cancel)
    {
        // two that arrive together must each find the other
        await db.TakeTurnAsync(StorageTurn.Households, cancel);
        var mine = (await db.Set<HouseholdPerson>().AsNoTracking().Where(p => p.CaseId == caseId).ToListAsync(cancel)).ConvertAll(marks.Opened);
        var made = mine.SelectMany(marks.Of).ToList();
        var before = await db.Set<HouseholdMark>().Where(m => m.CaseId == caseId).ToListAsync(cancel);
        db.RemoveRange(before.ExceptBy(made.Select(KeyOf), KeyOf));
        db.AddRange(made.ExceptBy(before.Select(KeyOf), KeyOf));
        await db.SaveChangesAsync(cancel);

        var met = await MetAsync(caseId, made, cancel);
        if (met.Length == 0)
        {
            return;
        }

        var others = (await db.Set<HouseholdPerson>().AsNoTracking().Where(p => met.Contains(p.CaseId)).ToListAsync(cancel)).ConvertAll(marks.Opened).ToLookup(p => p.CaseId);
        var known = await db.Set<CasePair>().Where(p => (p.LowerId == caseId && met.Contains(p.HigherId)) || (p.HigherId == caseId && met.Contains(p.LowerId))).ToListAsync(cancel);
        foreach (var other in others)
        {
            var alike = HouseholdLikeness.Of(mine, [.. other]);
            if (alike.Band == MatchBand.None)
            {
                continue;
            }

            var pair = known.Find(p => p.OtherThan(caseId) == other.Key);
            if (pair is null)
            {
                db.Add(pair = CasePair.Of(caseId, other.Key, time.GetUtcNow()));
            }

            pair.Weigh(alike.Band, alike.Reasons);
        }

        await access.WriteAsync(Actor.Portal, AccessDeed.View, [caseId, .. met], DuplicateFinder.Detail, cancel);
    }

    private static (Guid, HouseholdMarkKind, long) KeyOf(HouseholdMark mark) => (mark.PersonId, mark.Kind, mark.Mark);

    private async Task<Guid[]> MetAsync(Guid caseId, List<HouseholdMark> mine, CancellationToken cancel)
    {
        // two names that each left something out say nothing of one another
        var all = mine.Select(m => m.Mark).Distinct().ToArray();
        var whole = mine.Where(m => m.Kind != HouseholdMarkKind.NameWithoutOne).Select(m => m.Mark).ToArray();
        var found = await db.Set<HouseholdMark>().AsNoTracking()
            .Where(m => m.CaseId != caseId && ((m.Kind == HouseholdMarkKind.NameWithoutOne && whole.Contains(m.Mark)) || (m.Kind != HouseholdMarkKind.NameWithoutOne && all.Contains(m.Mark))))
            .OrderByDescending(m => m.Kind == HouseholdMarkKind.NameAndYear).ThenByDescending(m => m.CaseId).Take(MostCandidates)
            .Select(m => m.CaseId).ToListAsync(cancel);
        return [.. found.Distinct()];
    }
}
