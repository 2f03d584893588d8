using MigrantServices.Core.Calendar;
using MigrantServices.Core.Cases;
using MigrantServices.Core.ChildConfirmations.Referrals;
using MigrantServices.Core.Reference;

namespace MigrantServices.Core.ChildConfirmations;

/// <summary>Writes the letters about the confirmation of a child: in Korean, and beside it in the parent's language. None names the child; each names its article and says what does not follow (child ordinance, art. 7(3)).</summary>
/// <remarks>A changed template gets a new number, and begins on the day that the dated list says; letters that were sent keep the words they had.</remarks>
public sealed class ChildLetters(ILetterTexts texts, OfficeContacts contacts, Templates templates)
{
    private const string Criteria = "child:3";
    private const string Application = "child:6";
    private const string Decided = "child:7";
    private const string Kept = "child:10";

    private LetterFrame Frame => new(texts, contacts);

    /// <summary>Says what arrived and by when it is decided, or that it waits until the city takes part.</summary>
    public Letter Receipt(ChildConfirmation about, DateTimeOffset now) => about.DueOn is { } due
        ? Write(about, templates.Newest(Templates.ChildReceipt, now), Decided, now, null, language => [Received(about, language), texts.Day(language, due), Frame.Remedies(language, now)])
        : Write(about, "child-receipt-waiting.1", Application, now, null, language => [Received(about, language), City(about, language)]);

    /// <summary>Asks for something, says by when, and that a missing paper alone is no reason to refuse.</summary>
    public Letter Supplement(ChildConfirmation about, AskForSupplement form, string handler, DateTimeOffset now) => Write(about, "child-supplement.1", Application, now, handler, language =>
        [texts.Day(language, form.Until!.Value), Words(about, language, form.Body!, form.InTheirLanguage, now)]);

    /// <summary>Says why the office takes more time, and until when.</summary>
    public Letter Extension(ChildConfirmation about, ExtendDeadline form, DateOnly due, string handler, DateTimeOffset now) => Write(about, "child-extension.1", Decided, now, handler, language =>
    [
        texts.In(language, $"{Lists.ExtensionReasons}.{form.Reason}"),
        texts.Day(language, about.DueOn!.Value),
        texts.Day(language, due),
        string.IsNullOrWhiteSpace(form.Explanation) ? "" : "\n\n" + Words(about, language, form.Explanation, form.InTheirLanguage, now),
        Frame.Remedies(language, now),
    ]);

    /// <summary>The child is confirmed, and document and card are issued: the first ones, or others in their place.</summary>
    public Letter Confirmed(ChildConfirmation about, string? handler, DateTimeOffset now) => Write(about, "child-decision.1", Decided, now, handler, language =>
        [texts.In(language, about.ConfirmedAt is null ? "letter.child-confirmed.1" : "letter.child-reissued.1"), texts.In(language, "letter.child-papers.1"), Frame.Remedies(language, now)]);

    /// <summary>The child is not confirmed: each thing that was found not to be met, why, and what the family can do against it and by when.</summary>
    public Letter Refused(ChildConfirmation about, string reasons, string? inTheirLanguage, string? handler, DateTimeOffset now) => about.RefusalReason == ChildConfirmation.SameChild
        ? Write(about, "child-refusal-same.1", Decided, now, handler, language =>
            [Words(about, language, reasons, inTheirLanguage, now), Frame.Appeals(language, now), Frame.Remedies(language, now, bodiesOnly: true)])
        : Write(about, "child-refusal.1", Decided, now, handler, language =>
    [
        texts.In(language, "letter.child-refused.1"),
        string.Join('\n', about.Refuted.Select(criterion => "- " + texts.In(language, $"{Lists.ChildCriteria}.{criterion}"))),
        texts.In(language, $"{Lists.Articles}.{Criteria}"),
        Reason(about, language, Lists.ChildRefusalReasons, about.RefusalReason, reasons, inTheirLanguage, now),
        Frame.Appeals(language, now),
        Frame.Remedies(language, now, bodiesOnly: true),
    ]);

    /// <summary>The papers were reported lost: since when they count no more, and how others are asked for.</summary>
    public Letter Loss(ChildConfirmation about, string? handler, DateTimeOffset now) => Write(about, "child-loss.1", Kept, now, handler, language => [texts.Day(language, Seoul.DateOf(now))]);

    /// <summary>A new code was made at a counter: since when, and whom to tell if it was not the family.</summary>
    public Letter CodeRenewed(ChildConfirmation about, string handler, DateTimeOffset now) => Write(about, "child-code.1", Application, now, handler, language => [texts.Day(language, Seoul.DateOf(now))]);

    /// <summary>A parent was taken into the child's file: since when, and by when it is decided where that is still to be done.</summary>
    public Letter ParentTakenIn(ChildConfirmation about, string handler, DateTimeOffset now) => Write(about, "child-parent.1", Application, now, handler, language =>
        [texts.Day(language, Seoul.DateOf(now)), about.DueOn is { } due ? "\n\n" + texts.In(language, "letter.child-parent-due.1", texts.Day(language, due)) : ""]);

    /// <summary>Another city has the case from now on, since the family moved there.</summary>
    /// <param name="issuesCards">Whether that city issues cards today.</param>
    public Letter Moved(ChildConfirmation about, bool issuesCards, string handler, DateTimeOffset now) => Write(about, "child-moved.1", "child:11", now, handler, language =>
        [City(about, language), texts.Day(language, Seoul.DateOf(now)), issuesCards ? "" : "\n\n" + texts.In(language, "letter.child-moved-no-cards.1")]);

    /// <summary>The city takes part from today on: the days have begun, and by when it is decided.</summary>
    public Letter Joined(ChildConfirmation about, DateTimeOffset now) => Write(about, "child-joined.1", Decided, now, null, language =>
        [City(about, language), texts.Day(language, Seoul.DateOf(now)), texts.Day(language, about.DueOn!.Value), Frame.Remedies(language, now)]);

    /// <summary>The child comes of age soon, and with that day the confirmation ends.</summary>
    public Letter AgeNotice(ChildConfirmation about, DateOnly comesOfAgeOn, DateTimeOffset now) => Write(about, "child-age-notice.1", Criteria, now, null, language => [texts.Day(language, comesOfAgeOn)]);

    /// <summary>For the child to keep: what was confirmed, what ends on which day, what help goes on, and whom to ask.</summary>
    /// <param name="document">The number of the document that was issued last.</param>
    public Letter Handover(ChildConfirmation about, DateOnly comesOfAgeOn, string document, DateTimeOffset now) => Write(about, "child-handover.1", Criteria, now, null, language =>
    [
        texts.Day(language, Seoul.DateOf(about.ConfirmedAt!.Value)),
        City(about, language),
        document,
        texts.Day(language, comesOfAgeOn),
        Frame.HelpThatGoesOn(language, now),
        Frame.Remedies(language, now, bodiesOnly: true),
    ]);

    /// <summary>The child is of age, and the confirmation has ended by itself.</summary>
    public Letter AgedOut(ChildConfirmation about, DateOnly on, DateTimeOffset now) => Write(about, "child-aged-out.1", Criteria, now, null, language => [texts.Day(language, on)]);

    /// <summary>The confirmation ends: why, and what the family can do.</summary>
    public Letter Revocation(ChildConfirmation about, string reasons, string? inTheirLanguage, string? handler, DateTimeOffset now) => Write(about, "child-revocation.1", Kept, now, handler, language =>
        [Reason(about, language, Lists.ChildRevocationReasons, about.RevocationReason, reasons, inTheirLanguage, now), WhatNow(language, now)]);

    /// <summary>No other papers are issued: why, and what the family can do. The papers that the child has stay as they are.</summary>
    public Letter ReissueDeclined(ChildConfirmation about, string reasons, string? inTheirLanguage, string? handler, DateTimeOffset now) => Write(about, "child-reissue-declined.1", Kept, now, handler, language =>
        [Words(about, language, reasons, inTheirLanguage, now), WhatNow(language, now)]);

    // the ways of law with their days and articles, and who helps
    private string WhatNow(string language, DateTimeOffset now) => $"{Frame.Appeals(language, now)}\n{Frame.Remedies(language, now, bodiesOnly: true)}";

    /// <summary>A receiver to whom the child was referred has answered.</summary>
    /// <param name="from">From when a place is offered.</param>
    /// <param name="words">What they wrote, in Korean.</param>
    public Letter ServiceAnswer(ChildConfirmation about, string receiver, ReceiverAnswer answer, DateOnly? from, string? words, DateTimeOffset now) => Write(about, "child-service-answer.1", "child:9", now, null, language =>
    [
        texts.In(language, $"{Lists.ServiceReceivers}.{receiver}"),
        from is { } day ? texts.In(language, "receiver-answer.PlaceOffered.from", texts.Day(language, day)) : texts.In(language, "receiver-answer." + answer),
        string.IsNullOrWhiteSpace(words) ? "" : Words(about, language, words, null, now),
    ]);

    // below the words of each letter stand its article and what does not follow from it
    private Letter Write(ChildConfirmation about, string template, string article, DateTimeOffset now, string? handler, Func<string, object[]> named) => Frame.Write(
        about, template, now, handler, language => [.. named(language), texts.In(language, "letter.child-law.1", texts.Name(language, Lists.Articles, article, Seoul.DateOf(about.ReceivedAt)))]);

    private string Reason(ChildConfirmation about, string language, string list, string? code, string words, string? inTheirLanguage, DateTimeOffset now) =>
        (code is null ? "" : texts.In(language, $"{list}.{code}") + "\n\n") + Words(about, language, words, inTheirLanguage, now);

    private string Received(ChildConfirmation about, string language) => texts.Day(language, Seoul.DateOf(about.ReceivedAt));

    private string City(ChildConfirmation about, string language) => texts.In(language, $"{Lists.Municipalities}.{about.Municipality}");

    private string Words(ChildConfirmation about, string language, string inKorean, string? inTheirLanguage, DateTimeOffset now) =>
        Frame.Words(ChildConfirmation.Prefix, language, inKorean, inTheirLanguage, now, about.Municipality);
}
