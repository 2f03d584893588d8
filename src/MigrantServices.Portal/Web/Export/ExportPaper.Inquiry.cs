using MigrantServices.Core.Cases;
using MigrantServices.Core.Documents.Pdf;
using MigrantServices.Core.Grievances;
using MigrantServices.Core.Grievances.Export;
using CodeLists = MigrantServices.Core.Reference.Lists;

namespace MigrantServices.Portal.Web.Export;

/// <content>The days of a case, what stopped and moved them, and what was found out.</content>
public sealed partial class ExportPaper
{
    /// <summary>Deeds whose two days are a beginning and an end, not a day that moved.</summary>
    private static readonly string[] Spans = [Grievance.TreatAsWithdrawn.Code, ServiceCase.LeaveOut.Code];

    private void Days(PdfDocument paper, FactsPart facts)
    {
        if (facts.Days is { Count: > 0 } days)
        {
            paper.Heading(3, texts["export.days"]);
            paper.Facts(days.Select(day => (texts["export.day." + day.What], day.On.ForPeople())));
        }

        if (facts.Pauses is { Count: > 0 } pauses)
        {
            paper.Heading(3, texts["export.pauses"]);
            paper.Facts(pauses.Select(pause => ($"{pause.From.ForPeople()} – {pause.To?.ForPeople()}", texts["pause." + pause.Reason])));
        }

        if (facts.Extensions is { Count: > 0 } extensions)
        {
            paper.Heading(3, texts["export.extensions"]);
            paper.Facts(extensions.Select(one => (one.MadeAt.ForPeopleWithTime(), Line(
                texts["export.clock." + one.Clock],
                $"{one.DueBefore.ForPeople()} → {one.DueAfter.ForPeople()}",
                choices.Name(CodeLists.ExtensionReasons, one.Reason),
                one.ConsentOn is { } day ? texts["export.consent", day.ForPeople(), texts["consent-way." + one.ConsentWay]] : null))));
        }
    }

    private void Inquiry(PdfDocument paper, InquiryPart? inquiry)
    {
        if (inquiry is null)
        {
            return;
        }

        Records(paper, ExportPart.Inquiry, inquiry.Records);
        foreach (var check in inquiry.Checks)
        {
            paper.Heading(3, Line(check.CheckedAt?.ForPeopleWithTime(), texts["action.check-jurisdiction"], texts["deed.check-jurisdiction.finding." + check.Finding]));
            paper.Facts([
                (texts["deed.check-jurisdiction.relief"], texts["deed.check-jurisdiction.relief." + check.OtherRelief]),
                (texts["export.day.last-happened"], check.LastHappenedOn?.ForPeople() ?? "–"),
            ]);
            Words(paper, check.Words, "ko");
        }

        foreach (var sent in inquiry.Referrals)
        {
            paper.Heading(3, $"{texts["action.refer"]} · {choices.Name(CodeLists.ReferralBodies, sent.Body)} · {sent.SentAt.ForPeople()}");
            paper.Facts([
                (texts["export.referral.sent"], string.Join(", ", (sent.Sent ?? []).Select(item => texts["referral-item." + item]))),
                (texts["export.referral.consent"], Line(sent.ConsentOn.ForPeople(), sent.ConsentWay is { } way ? texts["consent-way." + way] : null)),
                (texts["export.referral.reply"], sent.Reply is { } reply ? Line(sent.RepliedOn?.ForPeople(), texts["referral-reply." + reply]) : texts["export.no-reply"]),
            ]);
            Words(paper, sent.Letter, "ko");
            Words(paper, sent.ReplyWords, "ko");
        }
    }

    private void Records(PdfDocument paper, ExportPart part, IReadOnlyList<RecordPart>? records)
    {
        if (records is null)
        {
            return;
        }

        Heading(paper, part);
        foreach (var record in records)
        {
            paper.Heading(3, $"{record.On.ForPeople()} · {texts["action." + record.Deed]}");
            if (record.DueOn is { } due)
            {
                paper.Facts([
                    (texts["export.answer-due"], Line(due.ForPeople(), MovedFrom(record.MovedFrom))),
                    (texts["export.answered-on"], (record.RepliedOn ?? record.EndedOn)?.ForPeople() ?? texts["export.no-reply"]),
                ]);
            }

            Words(paper, record.People, "ko");
            Words(paper, record.Words, record.Language);
            Words(paper, record.Reply, "ko");
        }
    }

    private static string? Moved(HistoryPart deed) => MovedDays.Of(deed.Detail) is [var from, var to]
        ? $"{from.ForPeople()} {(Spans.Contains(deed.Deed) ? "–" : "→")} {to.ForPeople()}"
        : null;

    private string? MovedFrom(DateOnly? before) => before is { } day ? texts["export.moved-from", day.ForPeople()] : null;

    private static string Line(params string?[] parts) => string.Join(" · ", parts.OfType<string>());
}
