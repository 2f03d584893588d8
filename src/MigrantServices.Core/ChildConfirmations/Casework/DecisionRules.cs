using Microsoft.EntityFrameworkCore;
using MigrantServices.Core.Cases;
using MigrantServices.Core.Storage;

namespace MigrantServices.Core.ChildConfirmations.Casework;

/// <summary>What must hold on the day beside the case itself before a child is confirmed: its city takes part, and each finding rests on something that somebody saw.</summary>
public sealed class DecisionRules(PortalDb db, TakingPart parts)
{
    /// <summary>What the ordinance asks of a child today, as codes.</summary>
    public IReadOnlyList<string> Criteria => parts.Criteria;

    /// <summary>The criterion of which a reason to refuse speaks.</summary>
    public string CriterionOf(string reason) => parts.CriterionOf(reason);

    /// <summary>The reasons to refuse that rest on what was found, as codes.</summary>
    /// <param name="isAnothers">Whether another case of the same child goes before this one.</param>
    public IReadOnlyList<string> ReasonsToRefuse(ChildConfirmation one, bool isAnothers) => parts.ReasonsFor(isAnothers ? [.. one.Refuted, ChildConfirmation.SameChild] : one.Refuted);

    /// <summary>Why nobody in this city is confirmed today; null where it takes part.</summary>
    public Refusal? WhyNotIn(ChildConfirmation one) => parts.IssuesCards(one.Municipality) ? null : new("child.city-takes-no-part");

    /// <summary>The first criterion whose last finding rests on nothing, as some did that are older than this rule, and as those do whose evidence was struck; null when there is none.</summary>
    public async Task<Refusal?> WhyNotProvenAsync(ChildConfirmation one, CancellationToken cancel)
    {
        var counting = await Proofs.Counting(db, one.Id).Select(p => p.Id).ToListAsync(cancel);
        var found = Proofs.Resting(await Proofs.FindingsAsync(db, one.Id, cancel), counting);
        return Criteria.FirstOrDefault(criterion => found.TryGetValue(criterion, out var rests) && !rests) is { } first ? ChildConfirmation.Unproven(first) : null;
    }
}
