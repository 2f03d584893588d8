using MigrantServices.Core.Documents.Pdf;
using MigrantServices.Core.Grievances.Export;
using CodeLists = MigrantServices.Core.Reference.Lists;

namespace MigrantServices.Portal.Web.Export;

/// <summary>The chosen parts of a case as a paper, in the language of whoever hands it out; what people wrote stands in their own.</summary>
public sealed partial class ExportPaper(TextCatalog texts, CodeChoices choices)
{
    public byte[] Make(CaseExport export)
    {
        var here = System.Globalization.CultureInfo.CurrentUICulture.Name;
        var paper = new PdfDocument(texts["export.title", export.Reference], new(here), export.ExportedAt);
        paper.Heading(1, texts["export.title", export.Reference]);
        paper.Facts([
            (texts["export.purpose"], texts["export.purpose." + export.Purpose]),
            (texts["export.made-at"], export.ExportedAt.ForPeopleWithTime()),
            (texts["export.parts"], string.Join(", ", export.Parts.Select(part => texts["export.part." + part]))),
        ]);
        Facts(paper, export.Facts);
        Story(paper, export);
        People(paper, export.People);
        Messages(paper, export.Messages);
        Inquiry(paper, export.Inquiry);
        Records(paper, ExportPart.Protection, export.Protection);
        Decisions(paper, export);
        Translations(paper, export.Translations);
        Lists(paper, export);
        return paper.ToBytes();
    }

    private void Facts(PdfDocument paper, FactsPart? facts)
    {
        if (facts is null)
        {
            return;
        }

        Heading(paper, ExportPart.Facts);
        paper.Facts([
            (texts["worklist.status"], texts["status." + facts.Status]),
            (texts["worklist.received"], facts.ReceivedAt.ForPeopleWithTime()),
            (texts["worklist.due"], facts.DueOn?.ForPeople() ?? "–"),
            (texts["worklist.channel"], texts["channel." + facts.Channel]),
            (texts["worklist.language"], Languages.Find(facts.Language)?.Autonym ?? facts.Language),
            (texts["worklist.municipality"], facts.Municipality is { } place ? choices.Name(CodeLists.Municipalities, place) : "–"),
            (texts["worklist.ground"], Names(CodeLists.Grounds, facts.Grounds)),
            (texts["worklist.sector"], Names(CodeLists.Sectors, facts.Sectors)),
            (texts["export.happened"], facts.HappenedOn is { } day ? PeopleDates.ForPeople(day, facts.HappenedPrecision) : "–"),
            .. (facts.HandledWith ?? []).Select(other => (texts[other.IsHandledThere ? "export.handled-in" : "export.handled-with"], other.Reference)),
        ]);
        Days(paper, facts);
    }

    private void Story(PdfDocument paper, CaseExport export)
    {
        if (export.Account is not { } told)
        {
            return;
        }

        Heading(paper, ExportPart.Account);
        Words(paper, told.Account, told.Language);
        Words(paper, told.Place, told.Language);
        Words(paper, told.Hope, told.Language);
    }

    private void People(PdfDocument paper, PeoplePart? people)
    {
        if (people is null)
        {
            return;
        }

        Heading(paper, ExportPart.People);
        paper.Facts(people.Persons.Select(one => (texts["person." + one.Part], one.Contact is { } contact ? $"{one.Name} · {contact}" : one.Name)));
        Words(paper, people.Respondent);
        Words(paper, people.ContactNote);
    }

    private void Messages(PdfDocument paper, IReadOnlyList<MessagePart>? messages)
    {
        if (messages is null)
        {
            return;
        }

        Heading(paper, ExportPart.Messages);
        foreach (var message in messages)
        {
            paper.Heading(3, $"{message.SentAt.ForPeopleWithTime()} · {texts[message.FromOffice ? "export.from-office" : "export.from-person"]}");
            Words(paper, message.Body, message.Language);
            Words(paper, message.InKorean, "ko");
        }
    }

    private void Translations(PdfDocument paper, IReadOnlyList<TranslationPart>? translations)
    {
        if (translations is null)
        {
            return;
        }

        paper.Heading(2, texts["export.translations"]);
        foreach (var one in translations)
        {
            paper.Heading(3, $"{texts["translation-text." + one.Text]} · {Autonym(one.From)} → {Autonym(one.To)} · {one.Number}");
            paper.Facts([
                (texts["export.translation.made"], string.Join(" · ", new[] { one.AddedAt.ForPeopleWithTime(), texts["translation-kind." + one.Kind], one.AddedBy, one.IsInterpreted ? texts["export.translation.interpreted"] : null, one.Interpreter }.OfType<string>())),
                (texts["export.translation.state"], string.Join(" · ", new[] { texts["translation-standing." + one.State], one.CheckedAt?.ForPeopleWithTime(), one.CheckedBy, one.Reason }.OfType<string>())),
            ]);
            Words(paper, one.Words, one.To);
        }
    }

    private static string Autonym(string language) => Languages.Find(language)?.Autonym ?? language;

    private void Lists(PdfDocument paper, CaseExport export)
    {
        if (export.History is { } history)
        {
            Heading(paper, ExportPart.History);
            paper.Facts(history.Select(deed => (deed.At.ForPeopleWithTime(), string.Join(" · ", HowAndWhy(deed).Prepend(Article(export, deed.Article)).Prepend(texts["status." + deed.To]).Prepend(Deed(deed.Deed))))));
        }

        if (export.Files is { } files)
        {
            Heading(paper, ExportPart.Files);
            paper.Facts(files.Select(file => (file.ReceivedAt.ForPeople(), $"{file.Name} · {texts[file.IsFromPerson ? "export.from-person" : "export.file-of-office"]}")));
        }

        if (export.Notes is { } notes)
        {
            Heading(paper, ExportPart.Notes);
            foreach (var note in notes)
            {
                paper.Heading(3, note.WrittenAt.ForPeopleWithTime());
                Words(paper, note.Body, "ko");
            }
        }
    }

    // which days moved, how it came where a colleague recorded it, and the reason where it has one
    private IEnumerable<string> HowAndWhy(HistoryPart deed)
    {
        if (Moved(deed) is { } days)
        {
            yield return days;
        }

        if (deed is { Channel: { } channel, ReceivedOn: { } day })
        {
            yield return texts["export.recorded", texts["channel." + channel], day.ForPeople()];
        }

        if (deed.Detail is { } code && texts.Has($"{CodeLists.OutcomeReasons}.{code}"))
        {
            yield return choices.Reason(code);
        }
    }

    private string Deed(string deed) => texts.Has("action." + deed) ? texts["action." + deed] : deed;

    // as it read when the case was received
    private string Article(CaseExport export, string article) => choices.Name(CodeLists.Articles, article, export.ReceivedAt);

    private string Names(string list, IEnumerable<string> codes) => string.Join(", ", codes.Select(code => choices.Name(list, code)));

    private void Heading(PdfDocument paper, ExportPart part) => paper.Heading(2, texts["export.part." + part]);

    private static void Words(PdfDocument paper, string? words, string? language = null)
    {
        if (!string.IsNullOrEmpty(words))
        {
            paper.Paragraph(words, Languages.Find(language) is { } tongue ? new(tongue.Tag, tongue.IsRightToLeft) : null);
        }
    }
}
