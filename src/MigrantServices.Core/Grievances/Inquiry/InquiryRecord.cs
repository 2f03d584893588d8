using MigrantServices.Core.Cases;
using MigrantServices.Core.Privacy;

namespace MigrantServices.Core.Grievances.Inquiry;

/// <summary>What was planned, asked, heard, seen, agreed or done for somebody's safety while a grievance was looked into. Its words never change; only the reply to a question is added, and its last day is put off when it becomes a rest day.</summary>
public sealed class InquiryRecord
{
    public const int WordsMaxLength = 8000;
    public const int PeopleMaxLength = 400;

    /// <summary>The code of a statement of the other side.</summary>
    public const string Respondent = "respondent";

    private DateOnly? _dueOn;

    public Guid Id { get; init; } = Guid.CreateVersion7();

    public required Guid CaseId { get; init; }

    /// <summary>The deed of the table by which it was kept.</summary>
    public required string Deed { get; init; }

    /// <summary>The day on which it was.</summary>
    public required DateOnly On { get; init; }

    /// <summary>A code of the list that belongs to the deed; null for most.</summary>
    public string? Code { get; init; }

    /// <summary>Who was there, who spoke, or who was asked.</summary>
    public SealedText? People { get; init; }

    public required SealedText Words { get; init; }

    /// <summary>The language of the words; colleagues write in Korean, and a statement stands in the one in which it was made.</summary>
    public string Language { get; init; } = "ko";

    /// <summary>The last day for an answer; null where none is asked for.</summary>
    public DateOnly? DueOn
    {
        get => _dueOn;
        init => _dueOn = value;
    }

    /// <summary>That day before it became a rest day; null when it never did.</summary>
    public DateOnly? MovedFrom { get; private set; }

    public DateOnly? RepliedOn { get; private set; }

    public SealedText? Reply { get; private set; }

    public Guid? ReplyRecordedById { get; private set; }

    /// <summary>The day on which it was settled what became of a proposal; null while it waits, and for everything else.</summary>
    public DateOnly? EndedOn { get; private set; }

    public ProposalOutcome? Outcome { get; private set; }

    public required Guid MadeById { get; init; }

    public required DateTimeOffset MadeAt { get; init; }

    internal Refusal? WhyNotKept(DateOnly receivedOn, DateOnly today) =>
        On > today ? new("inquiry.in-the-future")
        : On < receivedOn ? new("inquiry.before-the-receipt", receivedOn)
        : DueOn <= today ? new("inquiry.due-in-the-past")
        : null;

    internal Refusal? WhyNotReplied(DateOnly day, DateOnly today) =>
        DueOn is null ? new("inquiry.no-question")
        : RepliedOn is not null ? new("inquiry.replied-already")
        : day > today ? new("inquiry.in-the-future")
        : day < On ? new("inquiry.before-the-asking", On)
        : null;

    /// <summary>A proposal of a settlement that nobody has ended yet.</summary>
    internal bool IsOpenProposal => Deed == Grievance.ProposeSettlement.Code && EndedOn is null;

    internal void EndAs(ProposalOutcome outcome, DateOnly day) => (Outcome, EndedOn) = (outcome, day);

    internal void PutOffTo(DateOnly day) => (MovedFrom, _dueOn) = (_dueOn, day);

    internal void Keep(RespondentReply reply, Guid recordedBy) => (RepliedOn, Reply, ReplyRecordedById) = (reply.RepliedOn, reply.Words, recordedBy);
}

/// <summary>What the other side answered, and when.</summary>
public sealed record RespondentReply(DateOnly RepliedOn, SealedText Words);

/// <summary>What became of a proposal to settle.</summary>
public enum ProposalOutcome
{
    /// <summary>Both agreed.</summary>
    Agreed,

    /// <summary>The mediation failed.</summary>
    Failed,

    /// <summary>Another proposal took its place.</summary>
    Replaced,
}
