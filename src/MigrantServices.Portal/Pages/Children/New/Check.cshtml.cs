using FluentValidation;
using MigrantServices.Core.Cases;
using MigrantServices.Core.ChildConfirmations;
using MigrantServices.Core.ChildConfirmations.Filing;
using MigrantServices.Portal.Web.Filing;

namespace MigrantServices.Portal.Pages.Children.New;

/// <summary>The answers of a parent's application before it is sent.</summary>
public sealed class CheckModel(FilingForm<ApplyForChild> form, IValidator<ApplyForChild> rules, ChildAnswersShown shown, ChildFilingDesk desk, DraftDesk drafts)
    : CheckPage<ApplyForChild>(form, rules), IFilingStep
{
    public string Step => ChildSteps.Check;

    public StepOrder Order => ChildSteps.Order;

    protected override Task<HeldDraft<ApplyForChild>?> HoldAsync(DraftKey key, CancellationToken cancel) => drafts.HoldAsync<ApplyForChild>(key, cancel);

    protected override Task SendAsync(HeldDraft<ApplyForChild> held, CancellationToken cancel) => desk.SendAsync(held, cancel);

    protected override Task<IReadOnlyList<AnswersShown.Section>> SectionsAsync(CancellationToken cancel) => shown.SectionsAsync(Form, cancel);
}
