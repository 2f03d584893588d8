using Microsoft.EntityFrameworkCore;
using MigrantServices.Core.Cases;
using MigrantServices.Core.Matching;
using MigrantServices.Core.People;
using MigrantServices.Core.Privacy;
using MigrantServices.Core.Storage;

namespace MigrantServices.Core.Grievances.Duplicates;

/// <summary>Finds, once for each change of the people in a case, the cases that may be of the same person.</summary>
public sealed class DuplicateFinder(PortalDb db, CaseMarks marks, AccessLog access, TimeProvider time)
{
    /// <summary>More cases than these that meet in one mark are no longer told apart by it; the newest are looked at.</summary>
    public const int MostCandidates = 100;

    /// <summary>What the record of access says of the cases whose names the portal opened to compare them.</summary>
    public const string Detail = "duplicates";

    public async Task FindAsync(Guid caseId, CancellationToken cancel)
    {
        var grievance = await db.Grievances.AsNoTracking().VisibleTo(Actor.Portal, Grievance.Service).Include(g => g.People)
            .FirstOrDefaultAsync(g => g.Id == caseId, cancel);
        if (grievance is null)
        {
            return;
        }

        // two that arrive together must each find the other
        await db.TakeTurnAsync(StorageTurn.Duplicates, cancel);
        var mine = marks.Of(grievance);
        var kept = await db.Set<CaseMark>().Where(m => m.CaseId == caseId).ToListAsync(cancel);
        db.RemoveRange(kept.ExceptBy(mine.Select(KeyOf), KeyOf));
        db.AddRange(mine.ExceptBy(kept.Select(KeyOf), KeyOf));
        await db.SaveChangesAsync(cancel);

        var met = await MetAsync(caseId, mine, cancel);
        var known = await db.Set<CasePair>().Where(p => p.LowerId == caseId || p.HigherId == caseId).ToListAsync(cancel);
        var people = await PeopleAsync(met, cancel);
        var names = marks.NamesIn(grievance.People);
        foreach (var (otherId, kinds) in met)
        {
            var reasons = ReasonsOf(kinds, names, people[otherId]);
            var band = PairWeight.Of(reasons);
            if (band == MatchBand.None)
            {
                continue;
            }

            var pair = known.Find(p => p.OtherThan(caseId) == otherId);
            if (pair is null)
            {
                pair = CasePair.Of(caseId, otherId, time.GetUtcNow());
                db.Add(pair);
            }

            pair.Weigh(band, reasons);
        }

        await access.WriteAsync(Actor.Portal, AccessDeed.View, [caseId, .. people.SelectMany(p => p.Select(one => one.CaseId)).Distinct()], Detail, cancel);
    }

    private static (MarkKind, long) KeyOf(CaseMark mark) => (mark.Kind, mark.Mark);

    // by which kinds of marks each other case was met
    private async Task<Dictionary<Guid, HashSet<MarkKind>>> MetAsync(Guid caseId, IReadOnlyList<CaseMark> mine, CancellationToken cancel)
    {
        var all = mine.Select(m => m.Mark).Distinct().ToArray();
        var found = await db.Set<CaseMark>().AsNoTracking().Where(m => all.Contains(m.Mark) && m.CaseId != caseId)
            .OrderByDescending(m => m.CaseId).Take(MostCandidates).ToListAsync(cancel);
        var met = new Dictionary<Guid, HashSet<MarkKind>>();
        foreach (var theirs in found)
        {
            // two names that each left something out say nothing of one another: half the country shares two parts of three
            var isMeant = mine.Any(m => m.Mark == theirs.Mark && (m.Kind == MarkKind.Name || theirs.Kind == MarkKind.Name || (m.Kind == theirs.Kind && m.Kind != MarkKind.NameWithoutOne)));
            if (isMeant)
            {
                met.TryAdd(theirs.CaseId, []);
                met[theirs.CaseId].Add(theirs.Kind);
            }
        }

        return met;
    }

    // only of those whose names met are the names opened
    private async Task<ILookup<Guid, CasePerson>> PeopleAsync(Dictionary<Guid, HashSet<MarkKind>> met, CancellationToken cancel)
    {
        var ids = met.Keys.ToArray();
        return (await db.Set<CasePerson>().AsNoTracking().Where(p => ids.Contains(p.CaseId)).ToListAsync(cancel)).ToLookup(p => p.CaseId);
    }

    private List<PairReason> ReasonsOf(HashSet<MarkKind> kinds, IReadOnlyList<NameForms> names, IEnumerable<CasePerson> people)
    {
        var reasons = new List<PairReason>();
        AddIf(MarkKind.Phone, PairReason.SamePhone);
        AddIf(MarkKind.Email, PairReason.SameEmail);
        AddIf(MarkKind.Incident, PairReason.SameIncident);
        var best = (from one in names from other in marks.NamesIn(people) select NameForms.Compare(one, other)).DefaultIfEmpty().Max();
        if (PairWeight.OfName(best) is { } byName)
        {
            reasons.Add(byName);
        }

        return reasons;

        void AddIf(MarkKind kind, PairReason reason)
        {
            if (kinds.Contains(kind))
            {
                reasons.Add(reason);
            }
        }
    }
}
