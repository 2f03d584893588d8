using MigrantServices.Core.Cases;

namespace MigrantServices.Core.Workday;

/// <summary>What may need a colleague now, the worst first.</summary>
public enum DaySection
{
    /// <summary>People who say that they suffer for having complained, and whom nobody has protected or answered.</summary>
    Fear,

    /// <summary>My cases past their day.</summary>
    Overdue,

    DueSoon,

    /// <summary>What another proposed and this supervisor may sign.</summary>
    ToApprove,

    /// <summary>To merge cases, to part them again, or to bring one back that was set apart: somebody else's word is needed.</summary>
    Proposals,

    /// <summary>Came in more than eight working hours ago, and nobody has taken it on (CPDec, formal receipt).</summary>
    NotTakenOn,

    /// <summary>Objections that wait for somebody who had no part in the answer.</summary>
    Objections,

    /// <summary>Handed or assigned to me, and I have not opened it.</summary>
    HandedToMe,

    /// <summary>What I proposed or wrote and a supervisor sent back.</summary>
    SentBack,

    Unread,

    /// <summary>My cases in which something was asked for and the person's day has passed.</summary>
    SupplementOverdue,

    /// <summary>My cases in which the other side has not answered what it was asked, and its day has passed or comes soon.</summary>
    RespondentDue,

    /// <summary>My cases in which a settlement was proposed, and the day for an answer has passed or comes soon.</summary>
    SettlementDue,

    /// <summary>My cases for which the office is not competent, and which nobody has sent on.</summary>
    NotReferred,

    /// <summary>My cases that nobody has sent on, and in which the time bar of another body ends soon.</summary>
    BarNear,

    /// <summary>My cases in which the whole procedure ends soon, or should have ended.</summary>
    RightsNear,

    /// <summary>My cases that were sent on to a body which has not answered in time.</summary>
    ReferralSilent,

    /// <summary>Recommendations whose addressee should have answered.</summary>
    MeasuresOverdue,

    /// <summary>Recommendations at which the office should look again.</summary>
    ChecksDue,

    /// <summary>Children who may be in danger.</summary>
    Alarms,

    /// <summary>Papers on which two others agreed and which I may issue.</summary>
    ToIssue,

    /// <summary>Cases that another city offers to mine.</summary>
    Offered,

    /// <summary>My confirmed children whose yearly check is due.</summary>
    ChildChecks,

    /// <summary>Identities that a colleague asks to destroy, and about which this supervisor may decide.</summary>
    ToDestroy,

    /// <summary>My cases in which a receiver was asked to help and has not answered while its link held.</summary>
    ReceiverSilent,

    /// <summary>My cases in which a receiver does not know yet that what it was sent holds no longer.</summary>
    ReceiverOwed,

    /// <summary>Cases of two cities that are almost certainly of one child: only the province sees both, and both wait for its word.</summary>
    AcrossCities,
}

/// <summary>One line of the day: which case, where it stands and by when, and nothing that tells who it is about.</summary>
public sealed record DayRow
{
    public required int Section { get; init; }

    public required Guid Id { get; init; }

    public required string Reference { get; init; }

    public required CaseStatus Status { get; init; }

    public required string Language { get; init; }

    public string? Municipality { get; init; }

    /// <summary>When the case is due; for a recommendation when its answer or its check is, for a request when the person's answer is.</summary>
    public DateOnly? DueOn { get; init; }

    /// <summary>The very moment, for a period that runs by the hour.</summary>
    public DateTimeOffset? DueAt { get; init; }

    public DateOnly? PausedOn { get; init; }

    public required DateTimeOffset Since { get; init; }

    public required bool HasUnread { get; init; }

    /// <summary>When competence was last checked; from it the clock of sending on counts.</summary>
    public DateTimeOffset? CheckedAt { get; init; }

    /// <summary>Working days after today until it is due; only for what is due soon.</summary>
    public int? DaysLeft { get; init; }
}

/// <summary>A section with its first rows.</summary>
/// <param name="Count">Counted no further than <see cref="MyDay.Most"/>.</param>
public sealed record DayPart(DaySection Section, int Count, IReadOnlyList<DayRow> Rows);

/// <summary>A colleague's day on one page; sections in which nothing waits are left out.</summary>
/// <param name="Tasks">What the colleague is to do in cases, what is due first.</param>
/// <param name="Patterns">How many patterns another supervisor asks to open.</param>
public sealed record MyDay(IReadOnlyList<DayPart> Parts, IReadOnlyList<TaskLine> Tasks, int Patterns = 0)
{
    /// <summary>One more than this is shown as "99+".</summary>
    public const int Most = 99;

    public const int RowsASection = 5;
}
