using MigrantServices.Core.Cases;
using MigrantServices.Core.Documents;
using MigrantServices.Core.Documents.Kinds;
using MigrantServices.Core.Grievances.Duplicates;
using MigrantServices.Core.Grievances.Fairness;
using MigrantServices.Core.Grievances.ForThePerson;
using MigrantServices.Core.Grievances.Inquiry;
using MigrantServices.Core.Grievances.OtherSide;
using MigrantServices.Core.Grievances.Translations;
using MigrantServices.Core.People;

namespace MigrantServices.Core.Grievances;

/// <summary>What a colleague reads on the page of one grievance, opened from its seals; names stay covered.</summary>
public sealed record GrievanceView
{
    public required string Account { get; init; }

    public string? Place { get; init; }

    public string? Respondent { get; init; }

    public string? Hope { get; init; }

    public string? ContactNote { get; init; }

    public string? InterpreterNote { get; init; }

    public string? Answer { get; init; }

    public string? AnswerInTheirLanguage { get; init; }

    public string? ObjectionAnswer { get; init; }

    public string? ObjectionAnswerInTheirLanguage { get; init; }

    /// <summary>The lawful reason for which the running clock was extended, as a code; null where it was not.</summary>
    public string? WhyLonger { get; init; }

    /// <summary>Who has taken it; null while nobody has.</summary>
    public string? Handler { get; init; }

    /// <summary>Who wrote the answer that waits for a second person.</summary>
    public string? Proposer { get; init; }

    public required IReadOnlyList<PersonView> People { get; init; }

    public required IReadOnlyList<FileView> Files { get; init; }

    /// <summary>In the order in which they were sent.</summary>
    public required IReadOnlyList<RecommendationView> Recommendations { get; init; }

    /// <summary>What was planned, asked, heard, seen or agreed; newest first.</summary>
    public required IReadOnlyList<InquiryView> Inquiry { get; init; }

    /// <summary>Whether the office may look into it; newest first.</summary>
    public required IReadOnlyList<JurisdictionView> Checks { get; init; }

    /// <summary>Of all texts that are shown: those that a second person has checked first, then the newest.</summary>
    public required IReadOnlyList<TranslationView> Translations { get; init; }

    /// <summary>What the decisions relied on, newest first.</summary>
    public required IReadOnlyList<SourceView> Sources { get; init; }

    /// <summary>In the order in which they were sent.</summary>
    public required IReadOnlyList<ReferralView> Referrals { get; init; }

    /// <summary>Letters to the other side, in the order in which they were sent.</summary>
    public required IReadOnlyList<OtherSideLine> OtherSide { get; init; }

    /// <summary>What colleagues recorded for the person; newest first.</summary>
    public required IReadOnlyList<HandedInLine> HandedIn { get; init; }

    /// <summary>Who declared an interest; newest first. Their words only for a supervisor.</summary>
    public required IReadOnlyList<InterestView> Interests { get; init; }

    /// <summary>Something belongs together with it, whether the reader sees that or not.</summary>
    public required bool HasLinks { get; init; }

    /// <summary>How likely the likeliest other case that the reader may judge is of the same person; None when there is none.</summary>
    public required Matching.MatchBand MayBeSame { get; init; }

    /// <summary>With what it is merged or was proposed to be, as far as the reader sees it.</summary>
    public required IReadOnlyList<MergeBeside> Merges { get; init; }

    /// <summary>What is still to be done, what is due first.</summary>
    public required IReadOnlyList<TaskLine> Tasks { get; init; }

    /// <summary>The last mail that was to tell the person of news could not be delivered.</summary>
    public required bool IsUndelivered { get; init; }

    /// <summary>Newest first.</summary>
    public required IReadOnlyList<TimelineEntry> Timeline { get; init; }

    /// <summary>From where older entries are read; null when these are all.</summary>
    public DateTimeOffset? Older { get; init; }
}

/// <summary>Somebody in a case: covered, or opened for one reading.</summary>
public sealed record PersonView(PersonPart Part, string Name, string? Contact);

/// <summary>A file of a case as the list of files shows it.</summary>
public sealed record FileView(Guid Id, string Name, FileKind? Kind, long Length, FileState State, string? Verdict, DateTimeOffset ReceivedAt, bool IsFromPerson);

/// <summary>What an entry of the timeline is.</summary>
public enum TimelineKind
{
    Deed,
    Message,
    Note,
}

/// <summary>One entry of a case's timeline: a deed, a message or a note.</summary>
public sealed record TimelineEntry
{
    public required Guid Id { get; init; }

    public required TimelineKind Kind { get; init; }

    public required DateTimeOffset At { get; init; }

    /// <summary>The colleague's name; null when the person or a helper did it.</summary>
    public string? Colleague { get; init; }

    /// <summary>In what role a deed was done; None for messages and notes.</summary>
    public required Role By { get; init; }

    /// <summary>The deed, or what the message is for.</summary>
    public required string Code { get; init; }

    /// <summary>The colleague whom the deed was about, such as the one to whom the case was handed.</summary>
    public string? To { get; init; }

    /// <summary>By which article a deed was done; null for messages and notes.</summary>
    public string? Article { get; init; }

    /// <summary>A code, or the days between which something moved.</summary>
    public string? Detail { get; init; }

    /// <summary>The opened words of a message or note.</summary>
    public string? Body { get; init; }

    /// <summary>The letter that it is, to be read on its own page; null for what somebody simply wrote.</summary>
    public Guid? LetterId { get; init; }

    /// <summary>The Korean text of a letter in two languages.</summary>
    public string? InKorean { get; init; }

    public string? Language { get; init; }

    public required bool FromOffice { get; init; }

    /// <summary>When the other side first opened a message.</summary>
    public DateTimeOffset? ReadAt { get; init; }
}
