using Microsoft.EntityFrameworkCore;
using MigrantServices.Core.Storage;

namespace MigrantServices.Core.ChildConfirmations.Casework;

/// <summary>The evidence that counts in a case: what was struck is left out.</summary>
public static class Proofs
{
    public static IQueryable<ChildProof> Counting(PortalDb db, Guid caseId) =>
        db.Set<ChildProof>().Where(p => p.CaseId == caseId && !db.Set<ProofStrike>().Any(s => s.ProofId == p.Id));

    /// <summary>Of what was found, the finding that stands for each criterion; true where it still rests on evidence that counts or on a visit.</summary>
    public static IReadOnlyDictionary<string, bool> Resting(IEnumerable<CriterionFinding> inOrder, IReadOnlyCollection<Guid> counting) =>
        inOrder.GroupBy(f => f.Criterion, StringComparer.Ordinal).ToDictionary(of => of.Key, of => of.Last() is var last && (last.VisitId is not null || last.Proofs.Any(counting.Contains)), StringComparer.Ordinal);

    internal static Task<List<CriterionFinding>> FindingsAsync(PortalDb db, Guid caseId, CancellationToken cancel) =>
        db.Set<CriterionFinding>().AsNoTracking().Where(f => f.CaseId == caseId).OrderBy(f => f.FoundAt).ThenBy(f => f.Id).ToListAsync(cancel);
}
