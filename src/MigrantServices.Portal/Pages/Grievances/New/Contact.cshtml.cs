using System.Globalization;
using FluentValidation;
using MigrantServices.Core.Grievances;
using MigrantServices.Core.Grievances.Filing;
using MigrantServices.Core.Notices;
using MigrantServices.Core.Reference;
using MigrantServices.Portal.Web;
using MigrantServices.Portal.Web.Filing;

namespace MigrantServices.Portal.Pages.Grievances.New;

/// <summary>With a name or without, and how it is safe to reach the person. What is passed on is said before anything is asked.</summary>
public sealed class ContactModel(FilingForm<FileGrievance> form, IValidator<TellContact> rules, NotificationGround grounds, TextCatalog texts)
    : FilingPage<FileGrievance, TellContact>(form, rules, FilingSteps.Order, FilingSteps.Contact)
{
    public bool SpeaksForGroup => Filing.Answers.Story.Teller == Teller.Representative;

    /// <summary>Why the officer who reads it need not tell immigration; without one no name is asked.</summary>
    public ReferenceItem? Ground => grounds.For(Grievance.Prefix);

    public IReadOnlyList<Choice> NameChoices =>
    [
        .. Ground is null ? (Choice[])[] : [new("true", texts["filing.with-name.yes"], texts["filing.with-name.yes.hint"])],
        new("false", texts["filing.with-name.no"], texts["filing.with-name.no.hint"]),
    ];

    public IReadOnlyList<Choice> YesNo => [new("true", texts["form.yes"]), new("false", texts["form.no"])];

    public IReadOnlyList<Choice> LanguageChoices => [.. Languages.All.Select(language => new Choice(language.Tag, language.Autonym))];

    protected override TellContact Part(FileGrievance answers)
    {
        answers.Contact.Notices ??= NoticeHours.Never;
        answers.Contact.Language ??= CultureInfo.CurrentUICulture.Name;
        return answers.Contact;
    }

    // without a ground not even a draft may hold a name
    protected override void Put(FileGrievance answers, TellContact part) =>
        answers.Contact = Ground is null ? part with { Name = null, SecondName = null, ThirdName = null } : part;
}
