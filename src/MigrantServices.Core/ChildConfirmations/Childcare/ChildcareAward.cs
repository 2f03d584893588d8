using MigrantServices.Core.Calendar;
using MigrantServices.Core.Cases;
using MigrantServices.Core.People;

namespace MigrantServices.Core.ChildConfirmations.Childcare;

/// <summary>Help with the costs of daycare for one child at one daycare, for some months. It is paid to the daycare; there is no place here for anybody else's account.</summary>
public sealed class ChildcareAward
{
    /// <summary>One proposal covers at most a year.</summary>
    public const int MostMonths = 12;

    public Guid Id { get; init; } = Guid.CreateVersion7();

    public required Guid CaseId { get; init; }

    public required Guid ChildId { get; init; }

    /// <summary>The city that pays.</summary>
    public required string Municipality { get; init; }

    /// <summary>The daycare that is paid, a code of the list of receivers.</summary>
    public required string Daycare { get; init; }

    /// <summary>The first day of the first month.</summary>
    public required DateOnly From { get; init; }

    /// <summary>The first day of the last month.</summary>
    public required DateOnly To { get; init; }

    public required Guid ProposedById { get; init; }

    public required DateTimeOffset ProposedAt { get; init; }

    public AwardState State { get; private set; }

    public Guid? DecidedById { get; private set; }

    public DateTimeOffset? DecidedAt { get; private set; }

    /// <summary>Why it ended before its last month.</summary>
    public StopReason? StoppedBecause { get; private set; }

    public DateTimeOffset? StoppedAt { get; private set; }

    /// <summary>Proposed or running: a second one for the same months cannot be.</summary>
    public bool IsOpen => State is AwardState.Proposed or AwardState.Approved;

    /// <summary>The last month that can be paid: where it was stopped, the month of that day.</summary>
    public DateOnly LastMonth => StoppedAt is { } at && MonthOf(Seoul.DateOf(at)) is var stopped && stopped < To ? stopped : To;

    public static DateOnly MonthOf(DateOnly day) => new(day.Year, day.Month, 1);

    public void ApproveBy(Actor second, DateTimeOffset now) => Decide(AwardState.Approved, second, now);

    public void DeclineBy(Actor second, DateTimeOffset now) => Decide(AwardState.Declined, second, now);

    /// <exception cref="RefusedException"><c>childcare.not-open</c>.</exception>
    public void Stop(StopReason because, DateTimeOffset now)
    {
        if (!IsOpen)
        {
            throw new RefusedException(new("childcare.not-open"));
        }

        (State, StoppedBecause, StoppedAt) = (AwardState.Stopped, because, now);
    }

    /// <summary>Why a month cannot be paid; null when it can. Whether it is paid already the database knows.</summary>
    public Refusal? WhyNotPay(DateOnly month, DateOnly today) =>
        DecidedById is null || State is AwardState.Declined or AwardState.Proposed ? new("childcare.not-approved")
        : month != MonthOf(month) ? new("childcare.no-such-month")
        : month < From ? new("childcare.before-award")
        : month > LastMonth ? new("childcare.after-award")
        : month > MonthOf(today) ? new Refusal("childcare.month-to-come")
        : null;

    private void Decide(AwardState state, Actor second, DateTimeOffset now)
    {
        var refusal = State != AwardState.Proposed ? new("childcare.not-proposed") : second.UserId == ProposedById ? new Refusal("case.needs-a-second-person") : null;
        if (refusal is not null)
        {
            throw new RefusedException(refusal);
        }

        (State, DecidedById, DecidedAt) = (state, second.UserId, now);
    }
}

/// <summary>Where help with daycare stands.</summary>
public enum AwardState
{
    Proposed,
    Approved,
    Declined,
    Stopped,
}

/// <summary>Why help with daycare ended early.</summary>
public enum StopReason
{
    /// <summary>The child no longer goes to that daycare.</summary>
    LeftDaycare,

    /// <summary>The case went to another city.</summary>
    MovedAway,

    /// <summary>The child came of age.</summary>
    CameOfAge,

    /// <summary>The confirmation itself ended.</summary>
    ConfirmationEnded,
}

/// <summary>One month of one child, paid to its daycare. It is added and never changed, but two people can void it once.</summary>
public sealed class ChildcareMonth
{
    public Guid Id { get; init; } = Guid.CreateVersion7();

    public required Guid AwardId { get; init; }

    public required Guid CaseId { get; init; }

    public required Guid ChildId { get; init; }

    public required string Municipality { get; init; }

    public required string Daycare { get; init; }

    /// <summary>The first day of the month.</summary>
    public required DateOnly Month { get; init; }

    /// <summary>In won, from the dated list.</summary>
    public required int Amount { get; init; }

    public required Guid EnteredById { get; init; }

    public required DateTimeOffset EnteredAt { get; init; }

    /// <summary>What two people agreed on when it had been entered by mistake; null while the month counts.</summary>
    public Guid? VoidId { get; private set; }

    /// <exception cref="RefusedException"><c>childcare.void-already</c>.</exception>
    public void VoidBy(ChildcareVoid agreed) => VoidId = VoidId is null ? agreed.Id : throw new RefusedException(new("childcare.void-already"));
}
