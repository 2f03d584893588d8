using MigrantServices.Core.Grievances;
using MigrantServices.Core.Grievances.Inquiry;
using MigrantServices.Core.Storage;
using static MigrantServices.Core.Cases.CaseStatus;

namespace MigrantServices.Core.Workday;

/// <content>What of my cases waits beside the case itself: the person, other bodies, addressees, and clocks that are not the petition's.</content>
public sealed partial class MyDayReader
{
    private static IQueryable<Grievance> Awaited(IQueryable<Grievance> visible)
    {
        var asking = WorklistQueries.Later;
        return visible.Where(c => c.HandlerId == asking.Me && c.Status == AwaitingSupplement && c.SupplementUntil < asking.Today);
    }

    private static IQueryable<DayQueries.Barred> Barred(IQueryable<Grievance> visible, BarLengths bars)
    {
        var asking = WorklistQueries.Later;
        return DayQueries.NearABar(visible.Where(c => c.HandlerId == asking.Me), asking, bars);
    }

    private static IQueryable<Grievance> EndsSoon(IQueryable<Grievance> visible, Near near)
    {
        var (asking, days) = (WorklistQueries.Later, near.RightsDays);
        return visible.Where(c => c.HandlerId == asking.Me && c.RightsUntil <= asking.Today.AddDays(days) && c.OwnMotionAt == null);
    }

    private static IQueryable<DayQueries.Unanswered> Silent(IQueryable<Grievance> visible)
    {
        var asking = WorklistQueries.Later;
        return DayQueries.Silent(visible.Where(c => c.HandlerId == asking.Me), WorklistQueries.From<Referral>(nameof(PortalDb.Referrals)), asking);
    }

    private static IQueryable<DayRow> OlderRows(IQueryable<Grievance> visible, WaitLengths old) =>
        First(NotTakenOn(old.Of(visible)), DaySection.NotTakenOn).Concat(First(NotTakenOnByMe(old.Of(visible)), DaySection.NotTakenOn)).Concat(SilentRows(old.Of(visible)));

    private static IQueryable<TabCount> OlderCounts(IQueryable<Grievance> visible, WaitLengths old) =>
        Count(NotTakenOn(old.Of(visible)).Select(c => c.Id), DaySection.NotTakenOn).Concat(Count(NotTakenOnByMe(old.Of(visible)).Select(c => c.Id), DaySection.NotTakenOn)).Concat(Count(Silent(old.Of(visible)).Select(s => s.Referral.Id), DaySection.ReferralSilent));

    private static IQueryable<Grievance> NotTakenOn(IQueryable<Grievance> visible)
    {
        var asking = WorklistQueries.Later;
        return visible.Where(c => c.Status == Submitted && c.HandlerId == null && c.ReceivedAt <= asking.Waiting);
    }

    private static IQueryable<DayRow> SilentRows(IQueryable<Grievance> visible) =>
        Silent(visible).OrderBy(s => s.Referral.SentAt).ThenBy(s => s.Referral.Id).Take(MyDay.RowsASection).Select(s => new DayRow
        {
            Section = (int)DaySection.ReferralSilent,
            Id = s.Case.Id,
            Reference = s.Case.Reference,
            Status = s.Case.Status,
            Language = s.Case.Language,
            Municipality = s.Case.Municipality,
            DueOn = s.Case.DueOn,
            PausedOn = s.Case.PausedOn,
            DueAt = s.Case.DueAt,
            Since = s.Referral.SentAt,
            HasUnread = s.Case.HasUnread,
            CheckedAt = s.Case.JurisdictionCheckedAt,
        });

    private static IQueryable<Recommended> Overdue(IQueryable<Grievance> visible)
    {
        var asking = WorklistQueries.Later;
        return Made(visible).Where(r => r.Made.Reply == null && r.Made.DueOn < asking.Today);
    }

    private static IQueryable<Recommended> ToCheck(IQueryable<Grievance> visible)
    {
        var asking = WorklistQueries.Later;
        return Made(visible).Where(r => r.Made.NextCheckOn <= asking.Today);
    }

    private static IQueryable<Recommended> Made(IQueryable<Grievance> visible) => visible.Join(
        WorklistQueries.From<Recommendation>(nameof(PortalDb.Recommendations)), c => c.Id, r => r.CaseId, (c, r) => new Recommended { Case = c, Made = r });

    /// <summary>How long before an end somebody is warned: of time bars, and of the whole procedure in days; and how long what came now may wait.</summary>
    private sealed record Near(IReadOnlyList<BarLengths> Bars, int RightsDays, WaitLengths Wait);

    private sealed class Recommended
    {
        public required Grievance Case { get; init; }

        public required Recommendation Made { get; init; }
    }
}
