using MigrantServices.Core.Calendar;
using MigrantServices.Core.ChildConfirmations.Filing;
using MigrantServices.Core.IdentityVault;
using MigrantServices.Core.Notices;
using MigrantServices.Core.Reference;
using static MigrantServices.Portal.Web.Filing.AnswersShown;

namespace MigrantServices.Portal.Web.Filing;

/// <summary>What was told of a child as sentences, for looking over before sending.</summary>
public sealed class ChildAnswersShown(CodeChoices choices, DraftFiles files, TextCatalog texts)
{
    public async Task<IReadOnlyList<Section>> SectionsAsync(FilingForm<ApplyForChild> form, CancellationToken cancel)
    {
        var answers = form.Answers;
        var names = form.Key is { } key ? (await files.OfAsync(key.Id, cancel)).Select(f => f.Name) : [];
        return
        [
            new(ChildSteps.Where, [new("child.tell.danger", YesNo(answers.Place.DangerNow), "Place.DangerNow"), new("child.city", One(Lists.Municipalities, answers.Place.City), "Place.City", "Place.Waits")]),
            new(ChildSteps.Child, Child(answers.About)),
            new(ChildSteps.Parents, Parents(answers.Parents)),
            new(ChildSteps.Files, [new("child.files", NullIfEmpty(string.Join(", ", names)), "Files"), new("child.note", answers.Papers.Note, "Papers.Note")]),
            new(ChildSteps.Contact, Contact(answers.Reach)),
        ];
    }

    public IReadOnlyList<Section> SectionsOf(TellOfChild answers) =>
    [
        new("Story",
        [
            new("child.tell.danger", YesNo(answers.DangerNow), "DangerNow"),
            new("child.tell.city", One(Lists.Municipalities, answers.City), "City", "Waits"),
            new("child.tell.relation", One(Lists.RequesterRelations, answers.Relation), "Relation"),
            new("child.tell.known", answers.Known, "Known"),
            new("child.tell.name", answers.ChildName, "ChildName"),
            new("child.tell.year", answers.Year, "Year"),
            new("child.tell.place", answers.Place, "Place"),
            new("filing.name", answers.Name, "Name"),
            new("child.tell.contact", answers.Contact, "Contact"),
        ]),
    ];

    private Fact[] Child(TellChild part) =>
    [
        new("child.name", NullIfEmpty(string.Join(" · ", part.Name().Forms)), "About.OwnName", "About.LatinName", "About.KoreanName"),
        new("child.born", Day(part.Born()), "About.Year", "About.Month", "About.Day"),
        new("child.sex", string.IsNullOrEmpty(part.Sex) ? null : texts["child.sex." + part.Sex], "About.Sex"),
        new("child.address", part.Address, "About.Address"),
        new("child.consent", One(Lists.ConsentWays, part.Consent), "About.Consent"),
    ];

    private Fact[] Parents(TellParents part) =>
    [
        new("child.relation", part.Relation is { } kin ? texts["child.kin." + kin] : null, "Parents.Relation"),
        new("child.parent.name", Names(part.Name, part.LatinName), "Parents.Name", "Parents.LatinName"),
        new("child.parent.born", Day(part.Year, part.Month, part.Day), "Parents.Year", "Parents.Month", "Parents.Day"),
        new("child.parent.nationality", part.Nationality, "Parents.Nationality"),
        new("child.other.name", Names(part.OtherName, part.OtherLatinName), "Parents.OtherName", "Parents.OtherLatinName"),
        new("child.other.born", Day(part.OtherYear, part.OtherMonth, part.OtherDay), "Parents.OtherYear", "Parents.OtherMonth", "Parents.OtherDay"),
        new("child.other.nationality", part.OtherNationality, "Parents.OtherNationality"),
    ];

    private Fact[] Contact(TellReach part) =>
    [
        new("filing.way", part.Way is { } way ? texts[$"contact-way.{way}"] : null, "Reach.Way"),
        new("filing.contact", part.Contact, "Reach.Contact"),
        new("filing.contact-note", part.ContactNote, "Reach.ContactNote"),
        new("filing.notices", texts[$"notice-hours.{part.Notices ?? NoticeHours.Never}"], "Reach.Notices"),
        .. part.Notices is null or NoticeHours.Never ? (Fact[])[] : [new("filing.notice-address", part.NoticesTo, "Reach.NoticeAddress")],
        new("filing.language", Languages.Find(part.Language)?.Autonym, "Reach.Language"),
        new("filing.interpreter", YesNo(part.WantsInterpreter), "Reach.WantsInterpreter"),
        .. part.InterpreterNote is null ? (Fact[])[] : [new("filing.interpreter-note", part.InterpreterNote, "Reach.InterpreterNote")],
    ];

    private static string? Names(params string?[] forms) => NullIfEmpty(string.Join(" · ", forms.Where(form => !string.IsNullOrWhiteSpace(form))));

    private static string? Day(string? year, string? month, string? day) =>
        new DateParts(year, month, day) is var parts && parts.Date() is { } date ? PeopleDates.ForPeople(date, parts.Precision) : null;

    private static string? Day(BirthDay? born) => born is null ? null : PeopleDates.ForPeople(born.Date, born.Precision);

    private string? YesNo(bool? answer) => answer is { } yes ? texts[yes ? "form.yes" : "form.no"] : null;

    private string? One(string list, string? code) => string.IsNullOrEmpty(code) ? null : choices.Name(list, code);

    private static string? NullIfEmpty(string text) => text.Length == 0 ? null : text;
}
