using MigrantServices.Core.ChildConfirmations;
using MigrantServices.Core.ChildConfirmations.Export;
using MigrantServices.Core.Documents.Pdf;
using MigrantServices.Core.Grievances.Export;
using MigrantServices.Core.IdentityVault;
using CodeLists = MigrantServices.Core.Reference.Lists;

namespace MigrantServices.Portal.Web.Export;

/// <summary>The chosen parts of a child's case as a paper, in the language of whoever hands it out.</summary>
public sealed class ChildExportPaper(TextCatalog texts, CodeChoices choices)
{
    /// <summary>How much of a part there is.</summary>
    public static int CountOf(ChildExport export, ExportPart part) => part switch
    {
        ExportPart.Messages => export.Messages!.Count,
        ExportPart.Inquiry => export.Inquiry!.Proofs.Count + export.Inquiry.Findings.Count + export.Inquiry.Visits.Count,
        ExportPart.Protection => export.Protection!.Count,
        ExportPart.Decisions => (export.Decisions!.DecidedAt is null ? 0 : 1) + export.Decisions.Papers.Count,
        ExportPart.History => export.History!.Count,
        ExportPart.Files => export.Files!.Count,
        ExportPart.Notes => export.Notes!.Count,
        _ => 1,
    };

    public byte[] Make(ChildExport export)
    {
        var paper = new PdfDocument(texts["export.title", export.Reference], new(System.Globalization.CultureInfo.CurrentUICulture.Name), export.ExportedAt);
        paper.Heading(1, texts["export.title", export.Reference]);
        paper.Facts([
            (texts["export.purpose"], texts["export.purpose." + export.Purpose]),
            (texts["export.made-at"], export.ExportedAt.ForPeopleWithTime()),
            (texts["export.parts"], string.Join(", ", export.Parts.Select(part => texts["export.part." + part]))),
        ]);
        Facts(paper, export.Facts);
        if (export.Account is { } account)
        {
            Heading(paper, ExportPart.Account);
            Words(paper, account);
        }

        People(paper, export.People);
        Inquiry(paper, export.Inquiry);
        Rest(paper, export);
        return paper.ToBytes();
    }

    private void Facts(PdfDocument paper, ChildFacts? facts)
    {
        if (facts is null)
        {
            return;
        }

        Heading(paper, ExportPart.Facts);
        paper.Facts([
            (texts["children.child"], $"{facts.Initials} · {facts.BornYear?.ToString(System.Globalization.CultureInfo.InvariantCulture) ?? "–"}"),
            (texts["worklist.status"], texts.Status(ChildConfirmation.Prefix, facts.Status)),
            (texts["children.way"], texts["way-in." + facts.Way]),
            (texts["worklist.received"], facts.ReceivedAt.ForPeopleWithTime()),
            (texts["worklist.due"], facts.DueOn?.ForPeople() ?? "–"),
            (texts["worklist.channel"], texts["channel." + facts.Channel]),
            (texts["worklist.language"], Languages.Find(facts.Language)?.Autonym ?? facts.Language),
            (texts["worklist.municipality"], facts.Municipality is { } place ? choices.Name(CodeLists.Municipalities, place) : "–"),
        ]);
    }

    private void People(PdfDocument paper, OpenedIdentity? people)
    {
        if (people is null)
        {
            return;
        }

        Heading(paper, ExportPart.People);
        paper.Facts([
            (texts["children.child"], string.Join(" · ", people.Child.Name.Forms)),
            (texts["children.born"], people.Child.Born is { } born ? PeopleDates.ForPeople(born.Date, born.Precision) : "–"),
            (texts["children.sex"], texts["children.sex." + people.Child.Sex]),
            (texts["children.address"], people.Child.Address ?? "–"),
            .. people.Parents.Select(parent => (texts["kinship." + parent.Relation], string.Join(" · ", parent.Identity.Name.Forms.Append(parent.Identity.Contact).OfType<string>()))),
        ]);
    }

    private void Inquiry(PdfDocument paper, ChildInquiry? inquiry)
    {
        if (inquiry is null)
        {
            return;
        }

        Heading(paper, ExportPart.Inquiry);
        paper.Facts(inquiry.Proofs.Select(proof => (proof.SeenOn.ForPeople(), Joined(choices.Name(CodeLists.BirthEvidence, proof.Kind), proof.Note))));
        paper.Facts(inquiry.Findings.Select(found => (choices.Name(CodeLists.ChildCriteria, found.Criterion), Joined(texts[found.IsMet ? "children.criterion.met" : "children.criterion.not-met"], found.Note))));
        foreach (var visit in inquiry.Visits)
        {
            paper.Heading(3, visit.On.ForPeople());
            Words(paper, visit.People);
            Words(paper, visit.Findings);
        }
    }

    private void Rest(PdfDocument paper, ChildExport export)
    {
        if (export.Protection is { } alarms)
        {
            Heading(paper, ExportPart.Protection);
            paper.Facts(alarms.Select(alarm => (alarm.RaisedAt.ForPeopleWithTime(), Joined(alarm.Words ?? texts["children.alarm-told"], alarm.Outcome))));
        }

        if (export.Decisions is { } decision)
        {
            Heading(paper, ExportPart.Decisions);
            Words(paper, decision.DecidedAt is null ? texts["export.no-decision"] : null);
            Words(paper, decision.Reason is { } reason ? choices.Name(CodeLists.ChildRefusalReasons, reason) : null);
            Words(paper, decision.Reasons);
            paper.Facts(decision.Papers.Select(issued => (issued.IssuedAt.ForPeople(), $"{issued.DocumentSerial} · {issued.CardSerial} · {texts["card-state." + issued.State]}")));
        }

        if (export.Messages is { } messages)
        {
            Heading(paper, ExportPart.Messages);
            foreach (var message in messages)
            {
                paper.Heading(3, $"{message.SentAt.ForPeopleWithTime()} · {texts[message.FromOffice ? "export.from-office" : "export.from-person"]}");
                Words(paper, message.Body, message.Language);
                Words(paper, message.InKorean, "ko");
            }
        }

        if (export.History is { } history)
        {
            Heading(paper, ExportPart.History);
            paper.Facts(history.Select(deed => (deed.At.ForPeopleWithTime(), $"{texts["action." + deed.Deed]} · {texts.Status(ChildConfirmation.Prefix, deed.To)} · {choices.Name(CodeLists.Articles, deed.Article, export.ReceivedAt)}")));
        }

        if (export.Files is { } files)
        {
            Heading(paper, ExportPart.Files);
            paper.Facts(files.Select(file => (file.ReceivedAt.ForPeople(), file.Name)));
        }

        if (export.Notes is { } notes)
        {
            Heading(paper, ExportPart.Notes);
            paper.Facts(notes.Select(note => (note.WrittenAt.ForPeopleWithTime(), note.Body)));
        }
    }

    private static string Joined(string first, string? second) => second is null ? first : $"{first} · {second}";

    private void Heading(PdfDocument paper, ExportPart part) => paper.Heading(2, texts["export.part." + part]);

    private static void Words(PdfDocument paper, string? words, string? language = null)
    {
        if (!string.IsNullOrEmpty(words))
        {
            paper.Paragraph(words, Languages.Find(language) is { } tongue ? new(tongue.Tag, tongue.IsRightToLeft) : null);
        }
    }
}
