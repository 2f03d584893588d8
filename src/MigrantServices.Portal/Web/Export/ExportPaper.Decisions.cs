using MigrantServices.Core.Documents.Pdf;
using MigrantServices.Core.Grievances;
using MigrantServices.Core.Grievances.Export;
using CodeLists = MigrantServices.Core.Reference.Lists;

namespace MigrantServices.Portal.Web.Export;

/// <content>What was decided, what an objection made of it, and what became of recommendations.</content>
public sealed partial class ExportPaper
{
    private void Decisions(PdfDocument paper, CaseExport export)
    {
        if (export.Decisions is not { } decisions)
        {
            return;
        }

        Heading(paper, ExportPart.Decisions);
        Words(paper, decisions.OutcomeReason is { } reason ? Line(decisions.AnsweredAt?.ForPeople(), choices.Reason(reason)) : texts["export.no-decision"]);
        Words(paper, decisions.Answer, "ko");
        Words(paper, decisions.AnswerInTheirLanguage);
        if (decisions.AnswerStands is { } stands)
        {
            paper.Heading(3, texts[stands ? "export.objection.stands" : "export.objection.changed"]);
            Words(paper, decisions.ObjectionOutcomeReason is { } instead ? choices.Reason(instead) : null);
            Words(paper, decisions.ObjectionAnswer, "ko");
            Words(paper, decisions.ObjectionAnswerInTheirLanguage);
        }

        if (decisions.Sources is { Count: > 0 } sources)
        {
            paper.Heading(3, texts["export.sources"]);
            paper.Facts(sources.Select(source => (Line(source.NamedAt.ForPeopleWithTime(), texts["action." + source.Deed], source.NamedBy), Line(
                texts["translation-text." + source.Text],
                Autonym(source.Language),
                source.Number is { } number ? texts["export.source.translation", Autonym(source.To!), number] : texts["export.source.original"],
                source.WasUnchecked ? texts["export.source.unchecked"] : null))));
        }

        foreach (var advice in decisions.Recommendations)
        {
            Recommendation(paper, export, advice);
        }

        foreach (var told in decisions.ToldOtherSide ?? [])
        {
            paper.Heading(3, $"{told.SentAt.ForPeopleWithTime()} · {texts["action.tell-respondent"]}");
            Words(paper, told.Text, "ko");
        }
    }

    private void Recommendation(PdfDocument paper, CaseExport export, AdvicePart advice)
    {
        paper.Heading(3, $"{advice.SentOn.ForPeople()} · {texts["action.recommend"]}");
        List<(string, string)> facts =
        [
            (texts["export.answer-due"], Line(advice.DueOn.ForPeople(), MovedFrom(advice.MovedFrom))),
            (texts["export.answered-on"], advice.Reply is { } reply ? Line(advice.RepliedOn?.ForPeople(), texts["measures-reply." + reply]) : texts["export.no-reply"]),
        ];
        if (advice.Article is { } article)
        {
            facts.Insert(0, (texts["deed.recommend.article"], Article(export, article)));
        }

        if (advice.NextCheckOn is { } next)
        {
            facts.Add((texts["export.next-check"], next.ForPeople()));
        }

        paper.Facts(facts);
        Words(paper, Line(advice.Addressee, advice.AddresseeKind is { } kind ? choices.Name(CodeLists.RespondentKinds, kind) : null));
        Words(paper, advice.Text, "ko");
        Words(paper, advice.Reasons, "ko");
        foreach (var one in advice.Corrections ?? [])
        {
            Words(paper, texts["export.corrected", one.CorrectedAt.ForPeopleWithTime(), texts["measures-reply." + one.Reply], one.RepliedOn.ForPeople()] + (one.By is { } by ? " · " + by : ""));
            Words(paper, one.Reasons, "ko");
            Words(paper, one.Why, "ko");
        }

        foreach (var check in advice.Checks ?? [])
        {
            Words(paper, Line(check.CheckedOn.ForPeople(), texts["action.check-measures"], texts["measures-found." + check.Found]));
            Words(paper, check.Words, "ko");
        }
    }
}
