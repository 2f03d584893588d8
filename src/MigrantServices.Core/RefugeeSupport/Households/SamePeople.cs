using Microsoft.EntityFrameworkCore;
using MigrantServices.Core.Cases;
using MigrantServices.Core.Grievances.Duplicates;
using MigrantServices.Core.People;
using MigrantServices.Core.RefugeeSupport.Applications;
using MigrantServices.Core.Storage;

namespace MigrantServices.Core.RefugeeSupport.Households;

/// <summary>Asks of people by their keys: under which other keys they are known, and whether somebody still has to judge that.</summary>
internal static class SamePeople
{
    /// <summary>Every other key of these people.</summary>
    public static Task<List<SamePerson>> OtherKeysAsync(this PortalDb db, IReadOnlyCollection<Guid> keys, CancellationToken cancel) =>
        db.Set<SamePerson>().AsNoTracking().Where(same => keys.Contains(same.Key)).ToListAsync(cancel);

    /// <summary>Pairs that hold an award until somebody has judged them. What was withdrawn got nothing and holds nothing.</summary>
    public static IQueryable<CasePair> HoldingPairs(this PortalDb db, IReadOnlyCollection<Guid> cases) => db.Set<CasePair>().Where(pair =>
        pair.IsOpen && (pair.Band == Matching.MatchBand.Likely || pair.Band == Matching.MatchBand.Certain)
        && (cases.Contains(pair.LowerId) || cases.Contains(pair.HigherId))
        && db.SupportApplications.Any(one => one.Id == pair.LowerId && one.Status != CaseStatus.Withdrawn) && db.SupportApplications.Any(one => one.Id == pair.HigherId && one.Status != CaseStatus.Withdrawn));

    /// <summary>The pairs of an application whose other side this colleague may open.</summary>
    public static IQueryable<CasePair> PairsSeen(this PortalDb db, SupportApplication one, Actor actor)
    {
        var id = one.Id;
        return db.Set<CasePair>().Where(p => p.LowerId == id || p.HigherId == id)
            .Join(db.SupportApplications.VisibleTo(actor, SupportApplication.Service), p => p.LowerId == id ? p.HigherId : p.LowerId, c => c.Id, (p, _) => p);
    }

    /// <exception cref="RefusedException"><c>support.pairs-open</c>.</exception>
    public static async Task MustBeJudgedAsync(this PortalDb db, IReadOnlyCollection<Guid> cases, CancellationToken cancel)
    {
        if (await db.HoldingPairs(cases).AnyAsync(cancel))
        {
            throw new RefusedException(new("support.pairs-open"));
        }
    }
}
