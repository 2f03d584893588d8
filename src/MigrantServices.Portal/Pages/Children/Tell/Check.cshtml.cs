using FluentValidation;
using MigrantServices.Core.Cases;
using MigrantServices.Core.ChildConfirmations;
using MigrantServices.Core.ChildConfirmations.Filing;
using MigrantServices.Portal.Web.Filing;

namespace MigrantServices.Portal.Pages.Children.Tell;

/// <summary>What somebody tells of a child, before it is sent.</summary>
public sealed class CheckModel(FilingForm<TellOfChild> form, IValidator<TellOfChild> rules, ChildAnswersShown shown, ChildFilingDesk desk, DraftDesk drafts)
    : CheckPage<TellOfChild>(form, rules)
{
    /// <summary>One page of questions, and this.</summary>
    public static readonly StepOrder Order = new("child.tell", "Story", "Check");

    public bool InDanger => Form.Answers.InDanger;

    protected override Task<HeldDraft<TellOfChild>?> HoldAsync(DraftKey key, CancellationToken cancel) => drafts.HoldAsync<TellOfChild>(key, cancel);

    protected override Task SendAsync(HeldDraft<TellOfChild> held, CancellationToken cancel) => desk.SendAsync(held, cancel);

    protected override Task<IReadOnlyList<AnswersShown.Section>> SectionsAsync(CancellationToken cancel) => Task.FromResult(shown.SectionsOf(Form.Answers));
}
