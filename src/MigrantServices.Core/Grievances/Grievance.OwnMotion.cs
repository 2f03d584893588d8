using MigrantServices.Core.Cases;
using MigrantServices.Core.People;

namespace MigrantServices.Core.Grievances;

/// <content>What the office takes up without anybody's report: it saw it itself, or read of it.</content>
public sealed partial class Grievance
{
    /// <summary>From where the office knows it, as a code; null for everything that somebody reported.</summary>
    public string? OwnSource { get; init; }

    /// <summary>Nobody brought it, so that nobody is written to and nobody withdraws it.</summary>
    public bool IsOfItself => Channel == Channel.Own;

    /// <summary>A supervisor begins it: it is looked into at once, and the months of the whole procedure count from this day.</summary>
    /// <param name="clock">The clock of those months.</param>
    /// <param name="affirms">They say that they have no interest in it.</param>
    /// <param name="aboutOffice">It is about somebody of this office: it is set apart from the first moment.</param>
    /// <exception cref="RefusedException"><c>fairness.not-affirmed</c>, <c>grievance.received-before-it-happened</c>.</exception>
    public void BeginOwnMotionBy(Actor supervisor, CaseClock clock, bool affirms, bool aboutOffice, DateTimeOffset now)
    {
        Refuse(WhyNotAffirmed(affirms) ?? WhyNotHappenedYet());
        Begin(File, CaseStatus.UnderReview, supervisor, now);
        (IsAnonymous, OwnMotionAt, IsSetApart) = (true, now, aboutOffice);
        // what is about the office goes to those whose task that is
        HandlerId = aboutOffice ? null : supervisor.UserId;
        StartClock(ReceivedAt);
        Reckon(clock);
    }
}
