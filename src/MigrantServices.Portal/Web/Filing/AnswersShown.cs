using MigrantServices.Core.Grievances;
using MigrantServices.Core.Grievances.Filing;
using MigrantServices.Core.Reference;

namespace MigrantServices.Portal.Web.Filing;

/// <summary>The answers of a form as sentences, page by page, for looking over before sending.</summary>
public sealed class AnswersShown(CodeChoices choices, DraftFiles files, TextCatalog texts)
{
    /// <summary>A question and its answer.</summary>
    /// <param name="Value">Null when it was not answered.</param>
    /// <param name="Fields">The fields of the form that hold the answer, the first of them first.</param>
    public sealed record Fact(string Label, string? Value, params string[] Fields);

    public sealed record Section(string Page, IReadOnlyList<Fact> Facts);

    public async Task<IReadOnlyList<Section>> SectionsAsync(FilingForm<FileGrievance> form, CancellationToken cancel)
    {
        var answers = form.Answers;
        var names = form.Key is { } key ? (await files.OfAsync(key.Id, cancel)).Select(f => f.Name) : [];
        return
        [
            new(FilingSteps.Story,
            [
                new("filing.teller", Of("teller", answers.Story.Teller), "Story.Teller"),
                new("filing.account", answers.Story.Account, "Story.Account"),
            ]),
            new(FilingSteps.When, When(answers.WhenWhere)),
            new(FilingSteps.Grounds,
            [
                new("filing.grounds", Names(Lists.Grounds, answers.Grounds.Grounds), "Grounds.Grounds"),
                new("filing.sectors", Names(Lists.Sectors, answers.Grounds.Sectors), "Grounds.Sectors"),
                new("filing.forms", Names(Lists.Forms, answers.Grounds.Forms), "Grounds.Forms"),
                new("filing.aim", One(Lists.Aims, answers.Grounds.Aim), "Grounds.Aim"),
            ]),
            new(FilingSteps.Respondent,
            [
                new("filing.respondent-kind", One(Lists.RespondentKinds, answers.Respondent.Kind), "Respondent.Kind"),
                new("filing.respondent-sector", Of("respondent-sector", answers.Respondent.Sector), "Respondent.Sector"),
                .. answers.Respondent.OfThisOffice ? (Fact[])[new("filing.of-this-office", texts["filing.of-this-office.yes"], "Respondent.OfThisOffice")] : [],
                new("filing.respondent", answers.Respondent.Name, "Respondent.Name"),
            ]),
            new(FilingSteps.Files, [new("filing.files", NullIfEmpty(string.Join(", ", names)), "Files"), new("filing.hope", answers.Hope.Hope, "Hope.Hope")]),
            new(FilingSteps.Contact, Contact(answers.Contact)),
        ];
    }

    private Fact[] When(TellWhenWhere part) =>
    [
        new("filing.when", part.Date() is { } date ? PeopleDates.ForPeople(date, part.Precision) : null, "WhenWhere.Year", "WhenWhere.Month", "WhenWhere.Day"),
        new("filing.still", YesNo(part.StillHappening), "WhenWhere.StillHappening"),
        new("filing.municipality", One(Lists.Municipalities, part.Municipality), "WhenWhere.Municipality"),
        new("filing.place-kind", One(Lists.PlaceKinds, part.PlaceKind), "WhenWhere.PlaceKind"),
        new("filing.place", part.Place, "WhenWhere.Place"),
    ];

    private Fact[] Contact(TellContact part) =>
    [
        new("filing.with-name", part.WithName is { } named ? texts[named ? "filing.with-name.yes" : "filing.with-name.no"] : null, "Contact.WithName"),
        .. part.WithName == true ? (Fact[])[new("filing.name", Names(part), "Contact.Name", "Contact.SecondName", "Contact.ThirdName")] : [],
        new("filing.way", Of("contact-way", part.Way), "Contact.Way"),
        new("filing.contact", part.Contact, "Contact.Contact"),
        new("filing.contact-note", part.ContactNote, "Contact.ContactNote"),
        new("filing.notices", Of<Core.Notices.NoticeHours>("notice-hours", part.Notices ?? Core.Notices.NoticeHours.Never), "Contact.Notices"),
        .. part.Notices is null or Core.Notices.NoticeHours.Never ? (Fact[])[] : [new("filing.notice-address", part.NoticesTo, "Contact.NoticeAddress")],
        new("filing.language", Languages.Find(part.Language)?.Autonym, "Contact.Language"),
        new("filing.interpreter", YesNo(part.WantsInterpreter), "Contact.WantsInterpreter"),
        .. part.InterpreterNote is null ? (Fact[])[] : [new("filing.interpreter-note", part.InterpreterNote, "Contact.InterpreterNote")],
    ];

    private static string? Names(TellContact part) =>
        NullIfEmpty(string.Join(", ", new[] { part.Name, part.SecondName, part.ThirdName }.Where(n => n is not null)));

    private string? YesNo(bool? answer) => answer is { } yes ? texts[yes ? "form.yes" : "form.no"] : null;

    private string? Of<TEnum>(string prefix, TEnum? value)
        where TEnum : struct, Enum => value is { } given ? texts[$"{prefix}.{given}"] : null;

    private string? One(string list, string? code) => string.IsNullOrEmpty(code) ? null : choices.Name(list, code);

    private string? Names(string list, List<string> codes) => NullIfEmpty(string.Join(", ", codes.Select(code => choices.Name(list, code))));

    private static string? NullIfEmpty(string text) => text.Length == 0 ? null : text;
}
