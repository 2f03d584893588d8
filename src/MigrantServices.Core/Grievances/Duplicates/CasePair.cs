using MigrantServices.Core.Matching;
using MigrantServices.Core.Privacy;

namespace MigrantServices.Core.Grievances.Duplicates;

/// <summary>Two cases that may be of the same person, and why; never the words by which they met.</summary>
public sealed class CasePair
{
    /// <summary>It is asked once, and once more when something new speaks for it.</summary>
    public const int MostAsked = 2;

    /// <summary>With those that put a mistake right.</summary>
    public const int MostAnswers = 4;

    public Guid Id { get; init; } = Guid.CreateVersion7();

    public required Guid LowerId { get; init; }

    public required Guid HigherId { get; init; }

    public MatchBand Band { get; private set; }

    public PairReason[] Reasons { get; private set; } = [];

    public required DateTimeOffset FoundAt { get; init; }

    /// <summary>Nobody has said yet that they are not the same, or something new has come up since.</summary>
    public bool IsOpen { get; private set; } = true;

    /// <summary>How often somebody said what they are.</summary>
    public int Answers { get; private set; }

    /// <summary>What was said last; null until somebody said something.</summary>
    public PairVerdict? Verdict { get; private set; }

    public static CasePair Of(Guid one, Guid other, DateTimeOffset now) => one.CompareTo(other) < 0
        ? new() { LowerId = one, HigherId = other, FoundAt = now }
        : new() { LowerId = other, HigherId = one, FoundAt = now };

    public Guid OtherThan(Guid caseId) => caseId == LowerId ? HigherId : LowerId;

    /// <summary>What speaks for it by today's facts. Told apart it stays so, unless something new speaks for it, and that only once.</summary>
    public void Weigh(MatchBand band, IReadOnlyCollection<PairReason> reasons)
    {
        var hasNew = reasons.Except(Reasons).Any();
        IsOpen |= hasNew && Answers < MostAsked;
        (Band, Reasons) = (band, [.. reasons.Union(Reasons).Order()]);
    }

    /// <summary>Somebody looked at both and they are not the same.</summary>
    public PairAnswer TellApart(Guid colleagueId, Func<Guid, SealedText> words, DateTimeOffset now) => Answer(PairVerdict.NotTheSame, colleagueId, words, now);

    /// <summary>Somebody looked at both and said what they are.</summary>
    public PairAnswer Answer(PairVerdict verdict, Guid colleagueId, Func<Guid, SealedText> words, DateTimeOffset now)
    {
        if (!IsOpen)
        {
            throw new Cases.RefusedException(new("duplicates.told-apart-already"));
        }

        return Said(verdict, colleagueId, words, now);
    }

    /// <summary>Why this colleague cannot put it right that the two were called the same; null when they can. Another than the last judge does.</summary>
    public Cases.Refusal? WhyNotCorrect(Guid colleagueId, Guid lastJudge) =>
        IsOpen || Verdict != PairVerdict.TheSame || Answers >= MostAnswers ? new("duplicates.told-apart-already")
        : colleagueId == lastJudge ? new Cases.Refusal("duplicates.judged-by-you")
        : null;

    /// <summary>It was a mistake to call them the same, says somebody else.</summary>
    public PairAnswer Correct(PairVerdict verdict, Guid colleagueId, Guid lastJudge, Func<Guid, SealedText> words, DateTimeOffset now) =>
        WhyNotCorrect(colleagueId, lastJudge) is { } refusal ? throw new Cases.RefusedException(refusal) : Said(verdict, colleagueId, words, now);

    private PairAnswer Said(PairVerdict verdict, Guid colleagueId, Func<Guid, SealedText> words, DateTimeOffset now)
    {
        (IsOpen, Answers, Verdict) = (false, Answers + 1, verdict);
        var id = Guid.CreateVersion7();
        return new() { Id = id, PairId = Id, Number = Answers, Verdict = verdict, Reasons = Reasons, Words = words(id), ById = colleagueId, At = now };
    }
}

/// <summary>Somebody said whether two cases are the same: who, when, why, and what spoke for it then. Never changed afterwards.</summary>
public sealed class PairAnswer
{
    public const int WordsMaxLength = 500;

    public required Guid Id { get; init; }

    public required Guid PairId { get; init; }

    public required int Number { get; init; }

    public required PairVerdict Verdict { get; init; }

    public required PairReason[] Reasons { get; init; }

    public required SealedText Words { get; init; }

    public required Guid ById { get; init; }

    public required DateTimeOffset At { get; init; }
}

/// <summary>What somebody said of two cases.</summary>
public enum PairVerdict
{
    NotTheSame,

    /// <summary>It cannot be told today, and the case goes on all the same.</summary>
    Unclear,

    TheSame,
}

/// <summary>What speaks for it that two cases are of the same person.</summary>
public enum PairReason
{
    SamePhone,
    SameEmail,
    SameName,
    NameSoundsAlike,
    NameResembles,

    /// <summary>The other side sounds alike, and the month and the place are the same.</summary>
    SameIncident,

    SameBirthday,

    /// <summary>Of one birthday only the month is known, or day and month stand the other way round.</summary>
    BirthdayFits,

    SameParent,

    /// <summary>A parent is reached at the same number or address.</summary>
    SameContact,

    /// <summary>They live at the same place.</summary>
    SameAddress,

    SameBirthYear,

    /// <summary>More than one of the people may be the same.</summary>
    SeveralPeople,
}

/// <summary>A keyed mark by which a case meets others.</summary>
public sealed class CaseMark
{
    public required Guid CaseId { get; init; }

    public required MarkKind Kind { get; init; }

    public required long Mark { get; init; }
}

/// <summary>What a mark was made of.</summary>
public enum MarkKind
{
    Name,

    /// <summary>The name as it would be if one part had been left out.</summary>
    NameWithoutOne,

    Phone,
    Email,
    Incident,
}
