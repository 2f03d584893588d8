using Microsoft.EntityFrameworkCore;
using MigrantServices.Core.Privacy;
using MigrantServices.Core.Storage;

namespace MigrantServices.Core.RefugeeSupport.Goals;

/// <summary>Opens the goals of a case: those that are open first, then the others.</summary>
public sealed class GoalReader(PortalDb db, Vault vault)
{
    private const int Most = 100;

    /// <summary>Whoever asks has opened the case already.</summary>
    public async Task<IReadOnlyList<GoalView>> OfCaseAsync(Guid caseId, CancellationToken cancel)
    {
        var goals = await db.Set<CaseGoal>().AsNoTracking().Where(goal => goal.CaseId == caseId)
            .OrderBy(goal => goal.ClosedAt != null).ThenBy(goal => goal.ReachBy).ThenBy(goal => goal.Id).Take(Most).ToListAsync(cancel);
        return [.. goals.Select(goal => new GoalView(
            goal,
            vault.Open(goal.Words, goal.Id, SealedField.Goal),
            Open(goal.InTheirLanguage, goal.Id, SealedField.GoalTranslated),
            Open(goal.AgreedHow, goal.Id, SealedField.GoalAgreedHow)))];
    }

    private string? Open(SealedText? text, Guid owner, string field) => text is { } words ? vault.Open(words, owner, field) : null;
}

/// <summary>A goal with its words.</summary>
public sealed record GoalView(CaseGoal It, string Words, string? InTheirLanguage, string? AgreedHow);
