using MigrantServices.Core.Calendar;
using MigrantServices.Core.Cases;
using MigrantServices.Core.People;
using MigrantServices.Core.Privacy;

namespace MigrantServices.Core.Grievances;

/// <content>The answer and its outcome: proposed, sent back or approved by a second person, and the end of the case.</content>
public sealed partial class Grievance
{
    /// <summary>How it ends, and for which reason, as codes of the procedure of the day on which it was received.</summary>
    public string? Outcome { get; private set; }

    public string? OutcomeReason { get; private set; }

    /// <summary>When the approved answer was given; from here the days for an objection count.</summary>
    public DateTimeOffset? AnsweredAt { get; private set; }

    /// <summary>Whether the answer was given by the day on which it was due; null until then.</summary>
    public bool? AnsweredInTime { get; private set; }

    /// <summary>The last day on which the person may object; null until the answer is given.</summary>
    public DateOnly? ObjectionUntil { get; private set; }

    /// <summary>The answer before a second person, and after their approval the answer given.</summary>
    public SealedText? Answer { get; private set; }

    /// <summary>The same answer in the person's language.</summary>
    public SealedText? AnswerInTheirLanguage { get; private set; }

    /// <summary>Puts an outcome with its answer before a second person; it takes effect only when they approve it.</summary>
    public void ProposeBy(Actor handler, Outcome outcome, SealedText answer, SealedText? inTheirLanguage, DateTimeOffset now)
    {
        Refuse(WhyNot(Propose, handler) ?? WhyNotOutcome(outcome, Seoul.DateOf(now)));
        Take(Propose, handler, now, detail: outcome.Reason);
        (Outcome, OutcomeReason) = (outcome.Code, outcome.Reason);
        (Answer, AnswerInTheirLanguage) = (answer, inTheirLanguage);
        ProposedById = handler.UserId;
    }

    public void SendBackBy(Actor supervisor, DateTimeOffset now)
    {
        Take(SendBack, supervisor, now);
        ProposedById = null;
    }

    /// <summary>The answer is given by the letter that was approved, and the days for an objection begin.</summary>
    public void ApproveBy(Actor supervisor, CaseMessage letter, CaseClock window, DateTimeOffset now)
    {
        bool? inTime = DueOn is null ? null : !IsOverdue(now);
        Take(Approve, supervisor, now, detail: OutcomeReason);
        Messages.Add(letter);
        AnsweredInTime = inTime;
        ApprovedById = supervisor.UserId;
        AnsweredAt = now;
        (ObjectionUntil, ObjectionMovedFrom) = (window.DueOn(now, []), null);
    }

    public void CloseTipBy(Actor handler, DateTimeOffset now) => Take(CloseTip, handler, now);

    /// <summary>Lays the case aside; the days in which the person may object run on.</summary>
    public void CloseBy(Actor handler, DateTimeOffset now) => Take(Close, handler, now);
}
