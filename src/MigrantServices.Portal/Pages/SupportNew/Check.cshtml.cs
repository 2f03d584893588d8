using FluentValidation;
using MigrantServices.Core.Cases;
using MigrantServices.Core.RefugeeSupport.Applications;
using MigrantServices.Core.RefugeeSupport.Applications.Filing;
using MigrantServices.Portal.Web.Filing;

namespace MigrantServices.Portal.Pages.SupportNew;

/// <summary>The answers of an application before it is sent.</summary>
public sealed class CheckModel(FilingForm<ApplyForSupport> form, IValidator<ApplyForSupport> rules, SupportAnswersShown shown, SupportFilingDesk desk, DraftDesk drafts)
    : CheckPage<ApplyForSupport>(form, rules), IFilingStep
{
    public string Step => SupportSteps.Check;

    public StepOrder Order => SupportSteps.Order;

    protected override Task<HeldDraft<ApplyForSupport>?> HoldAsync(DraftKey key, CancellationToken cancel) => drafts.HoldAsync<ApplyForSupport>(key, cancel);

    protected override Task SendAsync(HeldDraft<ApplyForSupport> held, CancellationToken cancel) => desk.SendAsync(held, cancel);

    protected override Task<IReadOnlyList<AnswersShown.Section>> SectionsAsync(CancellationToken cancel) => shown.SectionsAsync(Form, cancel);
}
