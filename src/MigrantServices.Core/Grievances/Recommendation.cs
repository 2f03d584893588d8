using MigrantServices.Core.Cases;
using MigrantServices.Core.Privacy;

namespace MigrantServices.Core.Grievances;

/// <summary>What the office recommended to whoever discriminated, what they said to it, and what was found when it was checked.</summary>
public sealed class Recommendation
{
    public const int TextMaxLength = 8000;
    public const int AddresseeMaxLength = 200;
    public const int WordsMaxLength = 4000;

    /// <summary>The outcome of a grievance to which recommendations belong.</summary>
    public const string Outcome = "recommendation";

    /// <summary>The article that is offered first.</summary>
    public const string UsualArticle = "race:8";

    private DateOnly _dueOn;

    public Guid Id { get; init; } = Guid.CreateVersion7();

    public required Guid CaseId { get; init; }

    public required SealedText Text { get; init; }

    public required SealedText Addressee { get; init; }

    /// <summary>The kind of body or person, a code of the kinds of respondent.</summary>
    public required string AddresseeKind { get; init; }

    /// <summary>Public or private.</summary>
    public required RespondentSector AddresseeSector { get; init; }

    /// <summary>A code of the list of articles.</summary>
    public required string Article { get; init; }

    public required DateOnly SentOn { get; init; }

    public required MeasuresPeriod Period { get; init; }

    /// <summary>The day by which the addressee reports measures. It is theirs: it stood in the letter, and is only put off when it becomes a rest day.</summary>
    public required DateOnly DueOn
    {
        get => _dueOn;
        init => _dueOn = value;
    }

    /// <summary>That day before it became a rest day; null when it never did.</summary>
    public DateOnly? MovedFrom { get; private set; }

    public required Guid SentById { get; init; }

    /// <summary>Null while they have not answered.</summary>
    public MeasuresReply? Reply { get; private set; }

    public DateOnly? RepliedOn { get; private set; }

    /// <summary>What they will do, or why they will not, as they said it.</summary>
    public SealedText? Reasons { get; private set; }

    public Guid? ReplyRecordedById { get; private set; }

    /// <summary>When the office next looks whether measures were taken; null while there is no answer, where they refused, and once all is done.</summary>
    public DateOnly? NextCheckOn { get; private set; }

    public List<MeasuresCheck> Checks { get; } = [];

    /// <summary>What was kept of the answer before it was put right.</summary>
    public List<MeasuresCorrection> Corrections { get; } = [];

    /// <summary>Why it cannot have been sent on its day; null when it can.</summary>
    internal Refusal? WhyNotSent(DateOnly answeredOn, DateOnly today) =>
        SentOn > today ? new("recommendation.in-the-future")
        : SentOn < answeredOn ? new("recommendation.before-the-answer")
        : null;

    internal Refusal? WhyNotReplied(DateOnly day, DateOnly today) =>
        Reply is not null ? new("recommendation.replied-already") : WhyNotAfterSending(day, today);

    internal Refusal? WhyNotCorrected(DateOnly day, DateOnly today) =>
        Reply is null ? new("recommendation.no-reply") : WhyNotAfterSending(day, today);

    internal Refusal? WhyNotAfterSending(DateOnly day, DateOnly today) =>
        day > today ? new("recommendation.in-the-future")
        : day < SentOn ? new("recommendation.before-the-sending")
        : null;

    internal void PutOffTo(DateOnly day) => (MovedFrom, _dueOn) = (_dueOn, day);

    internal void PlanCheck(DateOnly? day) => NextCheckOn = day;

    internal void Keep(Measures reply, Guid recordedBy) =>
        (Reply, RepliedOn, Reasons, ReplyRecordedById) = (reply.Reply, reply.RepliedOn, reply.Reasons, recordedBy);
}

/// <summary>What an addressee said to a recommendation.</summary>
public sealed record Measures(MeasuresReply Reply, DateOnly RepliedOn, SealedText Reasons);

/// <summary>Whether an addressee follows a recommendation.</summary>
public enum MeasuresReply
{
    Accepted,
    InPart,
    Refused,
}

/// <summary>How long an addressee has to report measures.</summary>
public enum MeasuresPeriod
{
    /// <summary>As the Gyeonggi human-rights centre gives them.</summary>
    Centre,

    /// <summary>As the National Human Rights Commission Act gives them.</summary>
    National,
}

/// <summary>A look at whether measures were taken. Never changed afterwards.</summary>
public sealed class MeasuresCheck
{
    public Guid Id { get; init; } = Guid.CreateVersion7();

    public required Guid RecommendationId { get; init; }

    public required DateOnly CheckedOn { get; init; }

    public required MeasuresFound Found { get; init; }

    public required SealedText Words { get; init; }

    public required Guid CheckedById { get; init; }
}

/// <summary>What a check found.</summary>
public enum MeasuresFound
{
    Done,
    Partly,
    NotDone,
}
