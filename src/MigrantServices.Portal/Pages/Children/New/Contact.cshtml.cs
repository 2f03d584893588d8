using System.Globalization;
using FluentValidation;
using MigrantServices.Core.ChildConfirmations;
using MigrantServices.Core.ChildConfirmations.Filing;
using MigrantServices.Core.Notices;
using MigrantServices.Portal.Web;
using MigrantServices.Portal.Web.Filing;

namespace MigrantServices.Portal.Pages.Children.New;

/// <summary>How it is safe to reach the parent.</summary>
public sealed class ContactModel(FilingForm<ApplyForChild> form, IValidator<TellReach> rules, ChildDoor door, TextCatalog texts)
    : ChildFilingPage<TellReach>(form, rules, door, ChildSteps.Contact)
{
    public IReadOnlyList<Choice> YesNo => [new("true", texts["form.yes"]), new("false", texts["form.no"])];

    public IReadOnlyList<Choice> LanguageChoices => [.. Languages.All.Select(language => new Choice(language.Tag, language.Autonym))];

    protected override TellReach Part(ApplyForChild answers)
    {
        answers.Reach.Notices ??= NoticeHours.Never;
        answers.Reach.Language ??= CultureInfo.CurrentUICulture.Name;
        return answers.Reach;
    }

    protected override void Put(ApplyForChild answers, TellReach part) => answers.Reach = part;
}
