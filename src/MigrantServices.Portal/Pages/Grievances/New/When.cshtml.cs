using FluentValidation;
using MigrantServices.Core.Grievances.Filing;
using MigrantServices.Core.Reference;
using MigrantServices.Portal.Web;
using MigrantServices.Portal.Web.Filing;

namespace MigrantServices.Portal.Pages.Grievances.New;

/// <summary>When and where, as exactly as the person knows.</summary>
public sealed class WhenModel(FilingForm<FileGrievance> form, IValidator<TellWhenWhere> rules, CodeChoices choices, TextCatalog texts)
    : FilingPage<FileGrievance, TellWhenWhere>(form, rules, FilingSteps.Order, FilingSteps.When)
{
    public IReadOnlyList<Choice> Places =>
        [new(TellWhenWhere.ElsewhereCode, texts["municipalities.elsewhere"]), .. choices.Of(Lists.Municipalities)];

    public IReadOnlyList<Choice> YesNo => [new("true", texts["form.yes"]), new("false", texts["form.no"])];

    protected override TellWhenWhere Part(FileGrievance answers) => answers.WhenWhere;

    protected override void Put(FileGrievance answers, TellWhenWhere part) => answers.WhenWhere = part;
}
