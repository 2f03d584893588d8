using MigrantServices.Core.Notices;
using MigrantServices.Core.Reference;
using MigrantServices.Core.RefugeeSupport.Applications;
using MigrantServices.Core.RefugeeSupport.Applications.Filing;
using static MigrantServices.Portal.Web.Filing.AnswersShown;

namespace MigrantServices.Portal.Web.Filing;

/// <summary>The answers of an application as sentences, for looking over before sending.</summary>
public sealed class SupportAnswersShown(SupportWords words, SupportDoor door, DraftFiles files, TextCatalog texts)
{
    private static readonly string[] OfEach = ["Name", "Category", "Year", "Month", "AskedRefugeOn", "Circumstances"];

    public async Task<IReadOnlyList<Section>> SectionsAsync(FilingForm<ApplyForSupport> form, CancellationToken cancel)
    {
        var answers = form.Answers;
        var names = form.Key is { } key ? (await files.OfAsync(key.Id, cancel)).Select(f => f.Name) : [];
        return
        [
            new(SupportSteps.Programmes, [new("apply.programmes", NullIfEmpty(string.Join(" · ", answers.Programmes.Chosen.Select(words.Name))), "Programmes.Chosen")]),
            new(SupportSteps.Household,
            [
                new("apply.city", string.IsNullOrEmpty(answers.Household.City) ? null : words.Name(Lists.Municipalities, answers.Household.City), "Household.City"),
                new("apply.members", NullIfEmpty(string.Join("\n", answers.Household.Members.Select(member => Member(member, door.Asks(answers.Programmes.Chosen))))), [.. MemberFields(answers)]),
            ]),
            new(SupportSteps.Need,
            [
                new("apply.starts", NullIfEmpty(string.Join("\n", answers.Programmes.Chosen.Select(code => Start(answers, code)))), ["Need.Starts", .. answers.Need.Starts.Select((_, at) => $"Need.Starts[{at}].On")]),
                new("apply.account", answers.Need.Account, "Need.Account"),
            ]),
            new(SupportSteps.Files,
            [
                new("apply.papers", NullIfEmpty(string.Join(" · ", answers.Papers.Given.Select(code => words.Name(Lists.SupportPapers, code)))), "Papers.Given"),
                new("apply.files", NullIfEmpty(string.Join(", ", names)), "Files"),
                new("apply.note", answers.Papers.Note, "Papers.Note"),
            ]),
            new(SupportSteps.Contact, Contact(answers.Reach)),
        ];
    }

    private static IEnumerable<string> MemberFields(ApplyForSupport answers) =>
        ["Household.Members", .. answers.Household.Members.SelectMany((_, at) => OfEach.Select(field => $"Household.Members[{at}].{field}"))];

    private string Member(TellMember member, SupportAsks asks) => string.Join(" · ", new[]
    {
        member.Name,
        member.IsApplicant ? texts["apply.member.applies"] : null,
        asks.Age && member.Born() is { } born ? PeopleDates.ForPeople(born.Day, born.Precision) : null,
        asks.Category && !string.IsNullOrEmpty(member.Category) ? words.Name(Lists.SupportCategories, member.Category) : null,
        asks.Circumstances.Count > 0 && member.Circumstances.Count > 0 ? words.Names(Lists.SupportCircumstances, member.Circumstances) : null,
    }.Where(part => !string.IsNullOrWhiteSpace(part)));

    private string Start(ApplyForSupport answers, string code) =>
        $"{words.Name(code)}: {(answers.Need.StartOf(code) is { } on ? on.ForPeople() : texts["apply.start.now"])}";

    private Fact[] Contact(TellSupportReach part) =>
    [
        new("filing.way", part.Way is { } way ? texts[$"contact-way.{way}"] : null, "Reach.Way"),
        new("filing.contact", part.Contact, "Reach.Contact"),
        new("filing.contact-note", part.ContactNote, "Reach.ContactNote"),
        new("filing.notices", texts[$"notice-hours.{part.Notices ?? NoticeHours.Never}"], "Reach.Notices"),
        .. part.Notices is null or NoticeHours.Never ? (Fact[])[] : [new("filing.notice-address", part.NoticesTo, "Reach.NoticeAddress")],
        new("filing.language", Languages.Find(part.Language)?.Autonym, "Reach.Language"),
        new("filing.interpreter", part.WantsInterpreter is { } wants ? texts[wants ? "form.yes" : "form.no"] : null, "Reach.WantsInterpreter"),
        .. part.InterpreterNote is null ? (Fact[])[] : [new("filing.interpreter-note", part.InterpreterNote, "Reach.InterpreterNote")],
        new("apply.officer", part.Officer is { } wish ? texts[$"apply.officer.{wish}"] : texts["apply.officer.any"], "Reach.Officer"),
        new("apply.trusted", NullIfEmpty(string.Join(" · ", new[] { part.TrustedName, part.TrustedContact }.Where(word => !string.IsNullOrWhiteSpace(word)))), "Reach.TrustedName", "Reach.TrustedContact"),
    ];

    private static string? NullIfEmpty(string text) => text.Length == 0 ? null : text;
}
