using Microsoft.EntityFrameworkCore;
using MigrantServices.Core.Privacy;
using MigrantServices.Core.RefugeeSupport.Applications;
using MigrantServices.Core.Storage;

namespace MigrantServices.Core.RefugeeSupport.StartUps;

/// <summary>Opens the plans of start-ups of a case, the newest first.</summary>
public sealed class StartUpReader(PortalDb db, Vault vault)
{
    private const int Most = 50;

    /// <summary>Whoever asks has opened the case already.</summary>
    public async Task<IReadOnlyList<PlanView>> OfCaseAsync(Guid caseId, CancellationToken cancel)
    {
        var plans = await db.Set<StartUpPlan>().AsNoTracking().Include(plan => plan.Milestones).Where(plan => plan.CaseId == caseId)
            .OrderByDescending(plan => plan.WrittenAt).ThenByDescending(plan => plan.Id).Take(Most).ToListAsync(cancel);
        Guid?[] named = [.. plans.SelectMany(plan => plan.Milestones).SelectMany(step => new[] { step.ReportedById, step.AcceptedById }).Where(id => id is not null).Distinct()];
        var names = await db.Users.Where(user => named.Contains(user.Id)).Select(user => new { user.Id, user.DisplayName }).ToDictionaryAsync(user => user.Id, user => user.DisplayName, cancel);
        return [.. plans.Select(Opened)];

        PlanView Opened(StartUpPlan plan) => new(
            plan.LineId,
            vault.Open(plan.Words, plan.Id, SealedField.PlanWords),
            vault.Open(plan.Mentor, plan.Id, SealedField.PlanMentor),
            plan.Provider,
            plan.Won,
            [.. plan.InOrder.Select(step => new MilestoneView(
                step,
                vault.Open(step.What, step.Id, SealedField.MilestoneWhat),
                Open(step.WhatInTheirLanguage, step.Id, SealedField.MilestoneTranslated),
                Open(step.Seen, step.Id, SealedField.MilestoneSeen),
                NameOf(step.ReportedById),
                NameOf(step.AcceptedById)))]);

        string? NameOf(Guid? id) => id is { } known ? names.GetValueOrDefault(known) : null;
    }

    private string? Open(SealedText? text, Guid owner, string field) => text is { } words ? vault.Open(words, owner, field) : null;
}

/// <summary>A plan as those read it who may read the case.</summary>
public sealed record PlanView(Guid LineId, string Words, string Mentor, string Provider, long Won, IReadOnlyList<MilestoneView> Steps)
{
    /// <summary>Its steps are instalments of an award.</summary>
    public bool IsGranted => Steps.Any(step => step.It.InstalmentId is not null);

    /// <summary>Of several of one line the one that was granted; of those that were not, the newest.</summary>
    public static IReadOnlyList<PlanView> ThatCount(IEnumerable<PlanView> plans) => [.. plans.GroupBy(plan => plan.LineId).Select(of => of.FirstOrDefault(plan => plan.IsGranted) ?? of.First())];

    /// <summary>Those before it are accepted, and it is not.</summary>
    public bool IsNext(MilestoneView step) => Steps.FirstOrDefault(one => one.It.State != MilestoneState.Accepted) == step;
}

/// <summary>A step with its words.</summary>
/// <param name="ReportedBy">The colleague who saw it; shown to the office only, as what was seen is.</param>
public sealed record MilestoneView(Milestone It, string What, string? WhatInTheirLanguage, string? Seen, string? ReportedBy, string? AcceptedBy);
