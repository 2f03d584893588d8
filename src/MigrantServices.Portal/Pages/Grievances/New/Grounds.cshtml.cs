using FluentValidation;
using MigrantServices.Core.Grievances.Filing;
using MigrantServices.Portal.Web.Filing;

namespace MigrantServices.Portal.Pages.Grievances.New;

/// <summary>Why, in which field of life, and in what form.</summary>
public sealed class GroundsModel(FilingForm<FileGrievance> form, IValidator<TellGrounds> rules) : FilingPage<FileGrievance, TellGrounds>(form, rules, FilingSteps.Order, FilingSteps.Grounds)
{
    protected override TellGrounds Part(FileGrievance answers) => answers.Grounds;

    protected override void Put(FileGrievance answers, TellGrounds part) => answers.Grounds = part;
}
