using System.Globalization;
using FluentValidation;
using MigrantServices.Core.Notices;
using MigrantServices.Core.RefugeeSupport.Applications;
using MigrantServices.Core.RefugeeSupport.Applications.Filing;
using MigrantServices.Portal.Web;
using MigrantServices.Portal.Web.Filing;

namespace MigrantServices.Portal.Pages.SupportNew;

/// <summary>How it is safe to reach the person, whom they trust, and with whom they would rather speak.</summary>
public sealed class ContactModel(FilingForm<ApplyForSupport> form, IValidator<TellSupportReach> rules, SupportDoor door, TextCatalog texts)
    : SupportFilingPage<TellSupportReach>(form, rules, door, SupportSteps.Contact)
{
    public IReadOnlyList<Choice> YesNo => [new("true", texts["form.yes"]), new("false", texts["form.no"])];

    public IReadOnlyList<Choice> LanguageChoices => [.. Languages.All.Select(language => new Choice(language.Tag, language.Autonym))];

    protected override TellSupportReach Part(ApplyForSupport answers)
    {
        answers.Reach.Notices ??= NoticeHours.Never;
        answers.Reach.Language ??= CultureInfo.CurrentUICulture.Name;
        return answers.Reach;
    }

    protected override void Put(ApplyForSupport answers, TellSupportReach part) => answers.Reach = part;
}
