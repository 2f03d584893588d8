using MigrantServices.Core.Calendar;
using MigrantServices.Core.Cases;
using MigrantServices.Core.Reference;
using MigrantServices.Core.RefugeeSupport.Money;
using MigrantServices.Core.RefugeeSupport.Programmes;

namespace MigrantServices.Core.RefugeeSupport.Applications;

/// <summary>Writes the letters about an application: in Korean, and beside it in the person's language. None names anybody of the household.</summary>
/// <remarks>A changed template gets a new number; letters that were sent keep the words they had.</remarks>
public sealed class SupportLetters(ILetterTexts texts, OfficeContacts contacts, ProgrammeBook programmes)
{
    private LetterFrame Frame => new(texts, contacts);

    /// <summary>Says what was asked for and by when it is decided.</summary>
    public Letter Receipt(SupportApplication about, DateTimeOffset now) => Frame.Write(about, "support-receipt.1", now, null, language =>
        [texts.Day(language, Seoul.DateOf(about.ReceivedAt)), texts.Day(language, about.DueOn!.Value), Programmes(about, language), Frame.Remedies(language, now)]);

    /// <summary>Says that a new code was made, so that whoever did not ask for it can say so.</summary>
    public Letter CodeRenewed(SupportApplication about, string handler, DateTimeOffset now) =>
        Frame.Write(about, "support-code.1", now, handler, language => [texts.Day(language, Seoul.DateOf(now))]);

    public Letter Supplement(SupportApplication about, string words, string? inTheirLanguage, DateOnly until, string handler, DateTimeOffset now) =>
        Frame.Write(about, "support-supplement.1", now, handler, language => [texts.Day(language, until), Words(language, words, inTheirLanguage, now)]);

    public Letter Extension(SupportApplication about, ExtendDeadline form, DateOnly due, string handler, DateTimeOffset now) => Frame.Write(about, "extension.2", now, handler, language =>
    [
        texts.In(language, $"{Lists.ExtensionReasons}.{form.Reason}"),
        texts.Day(language, about.DueOn!.Value),
        texts.Day(language, due),
        string.IsNullOrWhiteSpace(form.Explanation) ? "" : "\n\n" + Words(language, form.Explanation, form.InTheirLanguage, now),
        Frame.Remedies(language, now),
    ]);

    /// <summary>Says of each programme what was decided and why, until when the person can object, and where else they can turn.</summary>
    /// <param name="lines">What is decided, with the opened reasons.</param>
    public Letter Decision(SupportApplication about, IReadOnlyList<DecidedLine> lines, DateOnly objectionUntil, int objectionDays, string handler, DateTimeOffset now) =>
        Frame.Write(about, about.IsObjection ? "support-objection-decision.1" : "support-decision.1", now, handler, language => about.IsObjection
            ? [Outcome(lines, language, now), Frame.Remedies(language, now)]
            : [Outcome(lines, language, now), texts.Day(language, objectionUntil), objectionDays, Frame.Remedies(language, now)]);

    /// <summary>Says that help ends earlier than it was granted, why, and what the people can do.</summary>
    public Letter Ended(SupportApplication about, string programme, EndingProposal ending, string words, string? inTheirLanguage, string handler, DateTimeOffset now) =>
        Frame.Write(about, "support-ended.1", now, handler, language =>
            [programmes.NameOf(programme, language), texts.Day(language, ending.LastDay), Words(language, words, inTheirLanguage, now), Frame.Appeals(language, now), Frame.Remedies(language, now)]);

    private string Outcome(IReadOnlyList<DecidedLine> lines, string language, DateTimeOffset now) => string.Join("\n\n", lines.Select(decided =>
    {
        var line = decided.Line;
        var name = programmes.NameOf(line.Programme, language);
        var outcome = line.StaysAsGranted
            ? texts.In(language, "letter.support-line-stays.1", name, texts.In(language, $"{Lists.SupportRefusalReasons}.{line.RefusalReason}"))
            : line.Grants != true
            ? texts.In(language, "letter.support-line-refused.1", name, texts.In(language, $"{Lists.SupportRefusalReasons}.{line.RefusalReason}"))
            : line.Won is { } won
                ? texts.In(language, "letter.support-line-won.1", name, line.Members.Length, texts.Day(language, line.From!.Value), texts.Day(language, line.To!.Value), won.ToString("N0", System.Globalization.CultureInfo.InvariantCulture))
                : texts.In(language, "letter.support-line-granted.1", name, line.Members.Length, texts.Day(language, line.From!.Value), texts.Day(language, line.To!.Value));
        return decided.Why is null ? outcome : outcome + "\n" + Words(language, decided.Why, decided.WhyInTheirLanguage, now);
    }));

    private string Programmes(SupportApplication about, string language) =>
        string.Join('\n', about.Lines.OrderBy(line => line.Position).Select(line => "- " + programmes.NameOf(line.Programme, language)));

    private string Words(string language, string inKorean, string? inTheirLanguage, DateTimeOffset now) =>
        Frame.Words(SupportApplication.Prefix, language, inKorean, inTheirLanguage, now);
}

/// <summary>A line that is decided, with its reasons opened.</summary>
public sealed record DecidedLine(SupportLine Line, string? Why, string? WhyInTheirLanguage);
