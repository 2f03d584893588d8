using FluentValidation;
using MigrantServices.Core.Grievances.Filing;
using MigrantServices.Portal.Web;
using MigrantServices.Portal.Web.Filing;

namespace MigrantServices.Portal.Pages.Grievances.New;

/// <summary>Who did it.</summary>
public sealed class RespondentModel(FilingForm<FileGrievance> form, IValidator<TellRespondent> rules) : FilingPage<FileGrievance, TellRespondent>(form, rules, FilingSteps.Order, FilingSteps.Respondent)
{
    public IReadOnlyList<Choice> OfThisOffice => [new("true", HttpContext.RequestServices.GetRequiredService<TextCatalog>()["filing.of-this-office.yes"])];

    protected override TellRespondent Part(FileGrievance answers) => answers.Respondent;

    protected override void Put(FileGrievance answers, TellRespondent part) => answers.Respondent = part;
}
