using MigrantServices.Core.Calendar;
using MigrantServices.Core.Cases;
using MigrantServices.Core.People;
using static MigrantServices.Core.Cases.CaseStatus;

namespace MigrantServices.Core.Grievances;

/// <content>Which clock runs: the petition's, the one on the spot, or the objection's. Each has a beginning and days of its own.</content>
public sealed partial class Grievance
{
    /// <summary>The first day of the last time on the spot; null when nobody went.</summary>
    public DateOnly? SiteFrom { get; private set; }

    /// <summary>Working days that an extension has added on the spot, once for the whole case.</summary>
    public int SiteExtendedBy { get; private set; }

    public override (string Period, DateTimeOffset LaidDownAt) RunningClock =>
        IsObjection ? (ObjectionPeriod, ReceivedAt)
        : Status == SiteInvestigation ? (SitePeriod, ReceivedAt)
        : MainClock;

    /// <summary>The clock of the case itself, which stands while somebody is on the spot and ends with the answer.</summary>
    public (string Period, DateTimeOffset LaidDownAt) MainClock => OwnMotionAt is null ? (Clocks.Petition + Prefix, ClockFrom) : (RightsPeriod, ReceivedAt);

    public override DateTimeOffset RunsFrom =>
        IsObjection ? ObjectedAt!.Value
        : Status == SiteInvestigation ? Seoul.StartOf(FirstOnSite!.Value)
        : base.RunsFrom;

    /// <summary>From when the days count after which the person is told where it stands: an objection has its own.</summary>
    public DateTimeOffset ProgressFrom => IsObjection ? ObjectedAt!.Value : ClockFrom;

    public override bool IsMissed => base.IsMissed || (Status == SiteInvestigation && DueOn < SiteFrom);

    public override int ExtensionsSoFar =>
        IsObjection ? (ObjectionExtendedBy > 0 ? 1 : 0)
        : Status == SiteInvestigation ? (SiteExtendedBy > 0 ? 1 : 0)
        : base.ExtensionsSoFar;

    public override int MostExtensions => IsObjection || Status == SiteInvestigation ? 1 : base.MostExtensions;

    /// <summary>The last day on the spot, the days of all visits together; null when nobody went.</summary>
    /// <param name="clock">The clock on the spot.</param>
    public DateOnly? SiteDueOn(CaseClock clock) => FirstOnSite is null ? null : SiteDue(clock).Date;

    /// <summary>The petition's days count again, from the day after.</summary>
    public void EndSiteInvestigationBy(Actor handler, CaseClock petition, DateTimeOffset now)
    {
        var isMissed = IsMissed;
        Take(EndSiteInvestigation, handler, now);
        if (!isMissed)
        {
            RunAnother(petition);
        }

        GoOn(petition, now);
    }

    protected override Deadline Reckoned(CaseClock clock, int days = 0) =>
        IsObjection ? clock.DueAt(ObjectedAt!.Value, Failures, ObjectionExtendedBy + days)
        : Status == SiteInvestigation ? SiteDue(clock, days)
        : OwnMotionAt is not null ? clock.DueAt(ClockFrom, Pauses, RightsExtendedBy)
        : base.Reckoned(clock, days);

    protected override void Lengthen(int days)
    {
        if (IsObjection)
        {
            ObjectionExtendedBy = days;
        }
        else if (Status == SiteInvestigation)
        {
            SiteExtendedBy = days;
        }
        else
        {
            base.Lengthen(days);
        }
    }

    private IEnumerable<CasePause> Failures => Pauses.Where(p => p.Reason == SystemFailure.Reason);

    private IEnumerable<CasePause> Visits => Pauses.Where(p => p.Reason == OnSite).OrderBy(p => p.From);

    private DateOnly? FirstOnSite => Visits.FirstOrDefault()?.From;

    /// <summary>Goes on the spot. A day of the case's own that was missed before stays.</summary>
    private void GoOnSite(CaseClock clock, DateOnly today)
    {
        SiteFrom = today;
        Pauses.Add(new() { CaseId = Id, From = today, Reason = OnSite });
        if (!IsMissed)
        {
            RunAnother(clock);
        }
    }

    // the law gives so many days on the spot and not so many a visit: the days between two visits are left out
    private Deadline SiteDue(CaseClock clock, int days = 0, DateOnly? goesOn = null)
    {
        DateOnly?[] begins = [.. Visits.Skip(1).Select(visit => (DateOnly?)visit.From), goesOn];
        var between = Visits.Zip(begins, (visit, next) => new CasePause { From = (visit.To ?? visit.From).AddDays(1), To = next?.AddDays(-1), Reason = OnSite })
            .Where(gap => gap.To >= gap.From);
        return clock.DueAt(Seoul.StartOf(FirstOnSite!.Value), Failures.Concat(between), SiteExtendedBy + days);
    }

    private Refusal? WhyNotOnSite(CaseClock clock, DateOnly today) =>
        FirstOnSite is not null && SiteDue(clock, goesOn: today).Date < today ? new("grievance.site-days-used") : null;
}
