using MigrantServices.Core.Calendar;
using MigrantServices.Core.Cases;
using MigrantServices.Core.Reference;

namespace MigrantServices.Core.Grievances.OtherSide;

/// <summary>Writes the letters to the other side from their templates, in Korean only. It is given nothing of whoever brought the case, so nothing of them can stand there.</summary>
/// <remarks>A changed template gets a new number; letters that were sent keep the words they had.</remarks>
public sealed class OtherSideWriter(ILetterTexts texts, OfficeContacts contacts)
{
    public const string Request = "respondent-request.1";
    public const string Recommended = "recommendation.1";
    public const string Result = "result-respondent.1";

    /// <summary>How every version of the result is called.</summary>
    public const string AnyResult = "result-respondent.";

    private const string Korean = "ko";

    /// <summary>What the other side can do against the office itself; the other ways are those of whoever was harmed.</summary>
    private const string TheirRemedy = "administrative";

    /// <summary>Asks the other side, and says by when and what follows when no answer comes.</summary>
    public Letter Ask(Grievance about, string to, string question, DateOnly until, string handler, DateTimeOffset now) =>
        Write(about, Request, to, handler, now, ArticleOf(about, Grievance.AskRespondent), question.Trim(), Day(until));

    /// <summary>Recommends, with the reason, the article and the day by which measures are to be reported.</summary>
    /// <param name="article">A code of the list of articles.</param>
    public Letter Recommend(Grievance about, string to, string recommended, string article, DateOnly until, string handler, DateTimeOffset now) =>
        Write(about, Recommended, to, handler, now, Article(about, article), recommended.Trim(), Day(until), Reason(about));

    /// <summary>Says how it ended, in words that were written for the other side.</summary>
    public Letter Tell(Grievance about, string to, string words, string handler, DateTimeOffset now) =>
        Write(about, Result, to, handler, now, ArticleOf(about, Grievance.TellRespondent), words.Trim(), Text($"{Lists.Outcomes}.{about.FinalOutcome}"), Reason(about), Remedy(now));

    private Letter Write(Grievance about, string template, string to, string handler, DateTimeOffset now, params object[] named)
    {
        var (office, phone) = contacts.Of(about.Kind.Prefix, now);
        var section = Text($"{Lists.OfficeContacts}.{office}");
        return new(template, Text("letter.other-side.1", Text($"letter.{template}.title"), section, about.Reference, Day(Seoul.DateOf(now)), to.Trim(), Text("letter." + template, named).Trim(), handler, phone), null);
    }

    private string Remedy(DateTimeOffset now) => contacts.Remedies(now).Any(one => one.Code == TheirRemedy) ? Text($"{Lists.Remedies}.{TheirRemedy}") : Text("letter.other-side.no-remedy.1");

    private string ArticleOf(Grievance about, CaseAction deed) => Article(about, about.Kind.Lifecycle.First(line => line.Action == deed).Article);

    // as it read when the case was received
    private string Article(Grievance about, string code) => texts.Name(Korean, Lists.Articles, code, Seoul.DateOf(about.ReceivedAt));

    private string Reason(Grievance about) => Text($"{Lists.OutcomeReasons}.{about.FinalOutcomeReason}");

    private string Day(DateOnly day) => texts.Day(Korean, day);

    private string Text(string key, params object[] named) => texts.In(Korean, key, named);
}
