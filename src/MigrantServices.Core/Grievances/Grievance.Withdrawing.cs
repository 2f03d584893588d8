using MigrantServices.Core.Calendar;
using MigrantServices.Core.Cases;
using MigrantServices.Core.Grievances.ForThePerson;
using MigrantServices.Core.People;

namespace MigrantServices.Core.Grievances;

/// <content>How a grievance ends that is taken back, or counts as taken back.</content>
public sealed partial class Grievance
{
    /// <summary>The outcome of a case that was taken back; its reasons begin with it.</summary>
    public const string Withdrawal = "withdrawn";

    /// <summary>The reason when both requests came back; the office finds it, nobody chooses it.</summary>
    public const string Unanswered = "withdrawn.requests-returned";

    /// <summary>Why nobody withdraws for this reason; null when somebody may.</summary>
    internal static Refusal? WhyNotWithdrawnFor(string reason) =>
        reason.StartsWith(Withdrawal + ".", StringComparison.Ordinal) && reason != Unanswered ? null : new("grievance.no-such-outcome");

    /// <summary>The reason of somebody who is afraid of what may follow: the case ends, the office's care does not.</summary>
    public const string OutOfFear = "withdrawn.fear";

    // it came in time and was recorded too late: the answer is out, and a letter that was sent cannot be taken back
    private Refusal? WhyNotWithdrawnLate(Actor recorder, HandedIn? handedIn) =>
        handedIn is not null && recorder.IsColleague && RolesOf(recorder) != Role.None && Kind.Line(Status, Withdraw) is null
            && AnsweredAt is { } answered && handedIn.ReceivedOn < Seoul.DateOf(answered)
            ? new("handed-in.answered-meanwhile", Seoul.DateOf(answered))
            : null;

    /// <param name="reason">Null when the person did not say.</param>
    private void EndWithdrawn(string? reason) => (Outcome, OutcomeReason) = (Withdrawal, reason);
}
