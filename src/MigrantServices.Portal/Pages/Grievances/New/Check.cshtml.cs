using FluentValidation;
using MigrantServices.Core.Cases;
using MigrantServices.Core.Grievances;
using MigrantServices.Core.Grievances.Filing;
using MigrantServices.Portal.Web.Filing;

namespace MigrantServices.Portal.Pages.Grievances.New;

/// <summary>The answers of a grievance before it is sent.</summary>
public sealed class CheckModel(FilingForm<FileGrievance> form, IValidator<FileGrievance> rules, AnswersShown shown, FilingDesk desk)
    : CheckPage<FileGrievance>(form, rules), IFilingStep
{
    public string Step => FilingSteps.Check;

    public StepOrder Order => FilingSteps.Order;

    public bool WithName => Form.Answers.Contact.WithName == true;

    protected override Task<HeldDraft<FileGrievance>?> HoldAsync(DraftKey key, CancellationToken cancel) => desk.HoldAsync(key, cancel);

    protected override Task SendAsync(HeldDraft<FileGrievance> held, CancellationToken cancel) => desk.SendAsync(held, cancel);

    protected override Task<IReadOnlyList<AnswersShown.Section>> SectionsAsync(CancellationToken cancel) => shown.SectionsAsync(Form, cancel);
}
