using MigrantServices.Core.Calendar;
using MigrantServices.Core.Cases;
using MigrantServices.Core.Reference;

namespace MigrantServices.Core.Grievances;

/// <summary>Writes the office's letters from their templates: in Korean, and beside it in the person's language.</summary>
/// <remarks>A changed template gets a new number; letters that were sent keep the words they had.</remarks>
public sealed class LetterWriter(ILetterTexts texts, OfficeContacts contacts, Clocks clocks, Representatives representatives)
{
    private const string SupplementAgainPeriod = "supplement-again." + Grievance.Prefix;

    private LetterFrame Frame => new(texts, contacts);

    /// <summary>The day by which an answer is usually asked for in this case.</summary>
    public DateOnly SupplementDay(Grievance about, DateTimeOffset now) => clocks.Of(Grievance.SupplementPeriod, about.ReceivedAt).DueOn(now, [])!.Value;

    /// <summary>The latest day that a second request may give in this case.</summary>
    public DateOnly SupplementAgainDay(Grievance about, DateTimeOffset now) => clocks.Of(SupplementAgainPeriod, about.ReceivedAt).DueOn(now, [])!.Value;

    /// <summary>Says what arrived: to a petition by when it is answered, to somebody without a name only that it was read.</summary>
    public Letter Receipt(Grievance about, DateTimeOffset now) => about.DueOn is { } due
        ? Write(about, "receipt.1", now, null, language => [Received(about, language), texts.Day(language, due), Remedies(language, now)])
        : Write(about, "receipt-tip.1", now, null, language => [Received(about, language)]);

    /// <summary>Asks for something without which the office cannot go on, and says by when.</summary>
    public Letter Supplement(Grievance about, AskForSupplement form, string handler, DateTimeOffset now) => Write(about, "supplement.2", now, handler, language =>
        [texts.Day(language, form.Until!.Value), Words(language, form.Body!, form.InTheirLanguage, now)]);

    /// <summary>Asks a second and last time, and says what can follow when nothing comes.</summary>
    public Letter SupplementAgain(Grievance about, AskForSupplement form, string handler, DateTimeOffset now) => Write(about, "supplement-again.1", now, handler, language =>
        [texts.Day(language, form.Until!.Value), Words(language, form.Body!, form.InTheirLanguage, now)]);

    /// <summary>Says why the office takes more time, and until when (CPDec art. 21); with handler, contact and remedies (Act art. 27).</summary>
    public Letter Extension(Grievance about, ExtendDeadline form, DateOnly due, string handler, DateTimeOffset now) => Write(about, "extension.2", now, handler, language =>
    [
        texts.In(language, $"{Lists.ExtensionReasons}.{form.Reason}"),
        texts.Day(language, about.DueIfExtendedBy(0, clocks.Of(about))!.Value),
        texts.Day(language, due),
        string.IsNullOrWhiteSpace(form.Explanation) ? "" : "\n\n" + Words(language, form.Explanation, form.InTheirLanguage, now),
        Remedies(language, now),
    ]);

    /// <summary>Says why the whole procedure takes longer, and until when; null while its months stand still, for then there is no day to name.</summary>
    public Letter? RightsExtension(Grievance about, ExtendMonths form, string handler, DateTimeOffset now)
    {
        var clock = clocks.Of(Grievance.RightsPeriod, about.ReceivedAt);
        return about.RightsDueOn(clock) is not { } before || about.RightsDueOn(clock, form.Months!.Value) is not { } due ? null : Write(about, "rights-extension.1", now, handler, language =>
        [
            texts.In(language, $"{Lists.ExtensionReasons}.{form.Reason}"),
            texts.Day(language, before),
            texts.Day(language, due),
            string.IsNullOrWhiteSpace(form.Explanation) ? "" : "\n\n" + Words(language, form.Explanation, form.InTheirLanguage, now),
            Remedies(language, now),
        ]);
    }

    /// <summary>Says every thirty days where the petition stands, and by when it is answered.</summary>
    public Letter Progress(Grievance about, string? handler, DateTimeOffset now) => Write(about, "progress.1", now, handler, language =>
    [
        Received(about, language),
        texts.In(language, "mycase.status." + about.Status),
        // on the spot another clock runs, by which nobody is answered
        about.DueOn is { } due && (about.IsMissed || about.Status != CaseStatus.SiteInvestigation) ? texts.In(language, about.IsOverdue(now) ? "letter.due-over.1" : "letter.due.1", texts.Day(language, due))
            : texts.In(language, "letter.paused.1", texts.In(language, "pause." + about.Pauses.Find(pause => pause.To is null)?.Reason)),
        Remedies(language, now),
    ]);

    /// <summary>Gives the answer: the outcome and its reason, the words, and what the person can do against it.</summary>
    public Letter Decision(Grievance about, string answer, string? inTheirLanguage, DateOnly objectionUntil, string? handler, DateTimeOffset now) =>
        Write(about, "decision.1", now, handler, language =>
        [
            texts.In(language, $"{Lists.Outcomes}.{about.Outcome}"),
            texts.In(language, $"{Lists.OutcomeReasons}.{about.OutcomeReason}"),
            Words(language, answer, inTheirLanguage, now),
            texts.Day(language, objectionUntil),
            Remedies(language, now),
            clocks.LengthOf(Procedure.ObjectionWindowPeriod, about.ReceivedAt),
        ]);

    /// <summary>Says whether the answer stands after the objection, and why.</summary>
    public Letter ObjectionDecision(Grievance about, string answer, string? inTheirLanguage, string? handler, DateTimeOffset now) =>
        Write(about, "objection-decision.1", now, handler, language =>
            [Verdict(about, language), Words(language, answer, inTheirLanguage, now), Remedies(language, now)]);

    // below the words of each letter about a joint petition stands who speaks for those who petition together
    private Letter Write(Grievance about, string template, DateTimeOffset now, string? handler, Func<string, object[]> named)
    {
        var names = string.Join(", ", representatives.Of(about).Select(one => one.Name));
        return Frame.Write(about, template, now, handler, named, names.Length == 0 ? null : language => texts.In(language, "letter.representatives.1", names));
    }

    private string Verdict(Grievance about, string language) => string.Join('\n', new[]
    {
        texts.In(language, "objection.stands." + about.AnswerStands),
        about.ObjectionOutcomeReason is { } reason ? $"{texts.In(language, $"{Lists.Outcomes}.{about.ObjectionOutcome}")}: {texts.In(language, $"{Lists.OutcomeReasons}.{reason}")}" : null,
    }.OfType<string>());

    private string Received(Grievance about, string language) => texts.Day(language, Seoul.DateOf(about.ReceivedAt));

    private string Words(string language, string inKorean, string? inTheirLanguage, DateTimeOffset now) => Frame.Words(Grievance.Prefix, language, inKorean, inTheirLanguage, now);

    private string Remedies(string language, DateTimeOffset now) => Frame.Remedies(language, now);
}
