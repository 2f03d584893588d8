using MigrantServices.Core.Calendar;
using MigrantServices.Core.Cases;

namespace MigrantServices.Core.Grievances;

/// <summary>All clocks of one grievance, each with its day and, where it stands still, the reason. The person and the office read the same.</summary>
public sealed class GrievanceClocks(Clocks clocks, TimeProvider time)
{
    /// <summary>The period in which a case is sent on for which the office is not competent.</summary>
    public const string Transfer = "transfer." + Grievance.Prefix;

    /// <summary>So long before the end of a time bar a colleague is warned.</summary>
    public const string BarNear = "bar-near." + Grievance.Prefix;

    /// <summary>So long a body may leave a referral unanswered.</summary>
    public const string ReferralSilence = "referral-silence." + Grievance.Prefix;

    /// <summary>So long before the end of the whole procedure a colleague is warned.</summary>
    public const string RightsNear = "rights-near." + Grievance.Prefix;

    /// <summary>A petition is received formally within so many working hours.</summary>
    private const string Receipt = "receipt." + Grievance.Prefix;

    private const string NationalBar = "bar-national." + Grievance.Prefix;
    private const string CentreBar = "bar-centre." + Grievance.Prefix;

    /// <summary>The time bars of other bodies as they are laid down for the cases of each time, and how long before their end somebody is warned.</summary>
    public static IReadOnlyList<BarLengths> BarsOf(Clocks clocks, DateTimeOffset now) =>
        [.. clocks.LaidDownBy(now, NationalBar, CentreBar).Select(it => new BarLengths(it.Lengths[0], it.Lengths[1], clocks.LengthOf(BarNear, now), it.From, it.Before))];

    /// <summary>How long what came may go untaken, and what was sent on unanswered, as it is laid down for the cases of each time; the newest time last.</summary>
    public static IReadOnlyList<WaitLengths> WaitsOf(Clocks clocks, DateTimeOffset now) => [.. clocks.LaidDownBy(now, Receipt, ReferralSilence)
        .Select(it => new WaitLengths(clocks.WaitingSince(it.Lengths[0], now), clocks.SilentSince(it.Lengths[1], now), it.Lengths[1], it.From, it.Before))];

    /// <summary>How many days before the whole procedure ends somebody is warned, as it is laid down now.</summary>
    public static int RightsNearOf(Clocks clocks, DateTimeOffset now) => clocks.LengthOf(RightsNear, now);

    /// <summary>Those that mean something for this case, in the order in which they begin. A tip has none.</summary>
    /// <param name="whyLonger">The lawful reason for which the running clock was extended last, as a code; null where it was not.</param>
    public IReadOnlyList<ClockView> Of(Grievance grievance, string? whyLonger = null)
    {
        if (grievance is { IsAnonymous: true, OwnMotionAt: null })
        {
            return [];
        }

        var now = time.GetUtcNow();
        return [.. Running(grievance, now).Select(one => Moved(grievance, one, whyLonger)).Concat(Bars(grievance, Seoul.DateOf(now)))];
    }

    // the months that an extension moved say so themselves
    private static ClockView Moved(Grievance grievance, ClockView one, string? whyLonger) =>
        one.Code != (grievance.IsMissed ? grievance.MainClock.Period : grievance.RunningClock.Period) || one.State == ClockState.Paused
            || grievance.DueMovedFrom is not { } before || grievance.DueMovedBy == Grievance.ExtendRights.Code
            ? one
            : one with { MovedFrom = before, MovedFor = whyLonger, MovedBy = grievance.DueMovedBy };

    private IEnumerable<ClockView> Running(Grievance grievance, DateTimeOffset now)
    {
        var today = Seoul.DateOf(now);
        var (pause, isOpen) = (grievance.Pauses.Find(p => p.To is null), CaseKind.IsOpen(grievance.Status));
        var isWorkedOn = isOpen && !grievance.IsObjection;
        if (isWorkedOn && grievance.OwnMotionAt is null)
        {
            // a pause does not hide a day that had passed before it
            yield return pause is null || grievance.IsMissed
                ? new(Clocks.Petition + Grievance.Prefix, grievance.DueOn, State(grievance, now), At: grievance.DueAt)
                : new(Clocks.Petition + Grievance.Prefix, null, ClockState.Paused, pause.Reason);
        }

        if (grievance is { Status: CaseStatus.AwaitingSupplement, SupplementUntil: { } answer })
        {
            yield return new(Grievance.SupplementPeriod, answer, State(answer, today), MovedFrom: grievance.SupplementMovedFrom);
        }

        if (grievance.Status == CaseStatus.SiteInvestigation && grievance.SiteDueOn(clocks.Of(Grievance.SitePeriod, grievance.ReceivedAt)) is { } site)
        {
            yield return new(Grievance.SitePeriod, site, State(site, today));
        }

        if (isWorkedOn)
        {
            var due = grievance.RightsDueOn(clocks.Of(Grievance.RightsPeriod, grievance.ReceivedAt));
            var (state, because) = due is null ? (ClockState.Paused, pause!.Reason) : (State(due, today), null);
            yield return due is not null && due == grievance.RightsRecountedTo
                ? new(Grievance.RightsPeriod, due, state, because, grievance.RightsRecountedFrom)
                : new(Grievance.RightsPeriod, due, state, because, grievance.RightsMovedFrom, grievance.RightsExtendedFor);
        }

        if (grievance is { Jurisdiction: Inquiry.Competence.NotOurs, JurisdictionCheckedAt: { } checkedAt, ReferredAt: null, IsAnonymous: false } && isWorkedOn)
        {
            var clock = clocks.Of(Transfer, grievance.ReceivedAt);
            var due = clock.DueAt(checkedAt, []);
            yield return new(Transfer, due.Date, due.IsOverdue(now) ? ClockState.Over : ClockState.Running, At: clock.MomentOf(due));
        }

        if (grievance is { Status: CaseStatus.Answered or CaseStatus.Closed, ObjectionApprovedById: null, ObjectionUntil: { } until } && until >= today)
        {
            yield return new("objection-window." + Grievance.Prefix, until, ClockState.Running, MovedFrom: grievance.ObjectionMovedFrom);
        }

        if (grievance.IsObjection)
        {
            yield return new(Grievance.ObjectionPeriod, grievance.DueOn, State(grievance, now), At: grievance.DueAt);
        }
    }

    /// <summary>Other bodies count from the last day on which it happened; none runs while it goes on.</summary>
    private IEnumerable<ClockView> Bars(Grievance grievance, DateOnly today)
    {
        if (grievance.Status == CaseStatus.Closed || (grievance.LastHappenedOn ?? (grievance.StillHappening ? null : grievance.HappenedOn)) is not { } last)
        {
            yield break;
        }

        foreach (var bar in new[] { NationalBar, CentreBar })
        {
            var until = last.AddMonths(clocks.LengthOf(bar, grievance.ReceivedAt));
            yield return new(bar, until, State(until, today));
        }
    }

    private static ClockState State(Grievance grievance, DateTimeOffset now) => grievance.IsOverdue(now) ? ClockState.Over : ClockState.Running;

    private static ClockState State(DateOnly? due, DateOnly today) => due < today ? ClockState.Over : ClockState.Running;
}

/// <summary>One clock of a case.</summary>
/// <param name="Code">Its period.</param>
/// <param name="DueOn">The last day in Seoul; null while it stands still.</param>
/// <param name="Because">Why it stands still, as a code.</param>
/// <param name="MovedFrom">Its last day before it moved; null when it did not.</param>
/// <param name="MovedFor">The reason of the extension, as a code; null where something else moved it.</param>
/// <param name="At">The last moment, where the period runs by the hour; null where the whole last day belongs to it.</param>
/// <param name="MovedBy">The deed that moved it, as a code; null where only the public holidays move it.</param>
public sealed record ClockView(
    string Code, DateOnly? DueOn, ClockState State, string? Because = null, DateOnly? MovedFrom = null, string? MovedFor = null, DateTimeOffset? At = null, string? MovedBy = null)
{
    /// <summary>The deed that is told as the cause.</summary>
    public string WhyMoved => MovedBy ?? ServiceCase.Recount.Code;
}

/// <summary>How a clock stands.</summary>
public enum ClockState
{
    Running,
    Paused,
    Over,
}

/// <summary>The time bars of other bodies in months, the shorter first, and in how many days before one ends a colleague is warned.</summary>
/// <param name="From">For cases that were received then or later.</param>
/// <param name="Before">And before this moment.</param>
public sealed record BarLengths(int National, int Centre, int NearDays, DateTimeOffset From, DateTimeOffset Before);

/// <summary>Since when what came has waited too long for somebody to take it on, and since when a body that has not answered is silent.</summary>
/// <param name="SilenceDays">How many working days it had.</param>
/// <param name="From">For cases that were received then or later.</param>
/// <param name="Before">And before this moment.</param>
public sealed record WaitLengths(DateTimeOffset Waiting, DateTimeOffset Silent, int SilenceDays, DateTimeOffset From, DateTimeOffset Before)
{
    internal IQueryable<Grievance> Of(IQueryable<Grievance> cases)
    {
        var (from, before) = (From, Before);
        // most often they never changed
        cases = from == DateTimeOffset.MinValue ? cases : cases.Where(c => c.ReceivedAt >= from);
        return before == DateTimeOffset.MaxValue ? cases : cases.Where(c => c.ReceivedAt < before);
    }
}
