using Microsoft.EntityFrameworkCore;
using MigrantServices.Core.Calendar;
using MigrantServices.Core.Cases;
using MigrantServices.Core.Grievances;
using MigrantServices.Core.Grievances.Patterns;
using MigrantServices.Core.People;
using MigrantServices.Core.Privacy;
using MigrantServices.Core.Storage;
using static MigrantServices.Core.Cases.CaseStatus;

namespace MigrantServices.Core.Workday;

/// <summary>Reads what needs a colleague now: the first rows of all sections in one statement, their counts in another, a third for patterns, and what was shown is put on record.</summary>
public sealed partial class MyDayReader(PortalDb db, WorklistQueries queries, TaskList tasks, Clocks clocks, AccessLog access, TimeProvider time)
{
    /// <summary>What the record of access says of it.</summary>
    public const string Detail = "my-day";

    /// <summary>A petition is received formally within so many working hours.</summary>
    private const string ReceiptPeriod = "receipt." + Grievance.Prefix;

    // what a question about the case alone finds; the others ask what stands beside it, or are those of children
    private static readonly DaySection[] OfCases =
        [DaySection.Overdue, DaySection.DueSoon, DaySection.ToApprove, DaySection.NotTakenOn, DaySection.Objections, DaySection.HandedToMe, DaySection.SentBack, DaySection.Unread, DaySection.NotReferred];

    public async Task<MyDay> ReadAsync(Actor actor, CancellationToken cancel)
    {
        var now = time.GetUtcNow();
        var (me, today, soon, waiting) = (actor.UserId, Seoul.DateOf(now), clocks.SoonUntil(now), clocks.WaitingSince(ReceiptPeriod, now));
        // where somebody supervises stands in the statement itself, as the places that they see and the lengths of time bars do
        var (silent, near) = (clocks.SilentSince(GrievanceClocks.ReferralSilence, now), new Near(GrievanceClocks.BarsOf(clocks, now), GrievanceClocks.RightsNearOf(clocks, now)));
        var supervised = string.Join(',', actor.MunicipalitiesAs(Role.Supervisor, Grievance.Prefix) ?? ["*"]);
        var key = $"{string.Join(',', near.Bars)}:{near.RightsDays}:{supervised}";
        var counts = await queries.Find("day-counts:" + key, actor, visible => Counts(visible, actor, near))(db, me, today, soon, waiting, now, silent).ToListAsync(cancel);
        var rows = counts.Count == 0 ? [] : await queries.Find("day:" + key, actor, visible => Rows(visible, actor, near))(db, me, today, soon, waiting, now, silent).ToListAsync(cancel);
        var toDo = (await tasks.OfAsync(actor, Grievance.Service, cancel)).Take(MyDay.RowsASection).ToList();
        await access.WriteAsync(actor, AccessDeed.List, [.. rows.Select(row => row.Id).Concat(toDo.Select(task => task.CaseId)).Distinct()], Detail, cancel);
        return new([.. rows.GroupBy(row => row.Section).OrderBy(part => part.Key).Select(part => new DayPart(
            (DaySection)part.Key,
            counts.Where(count => count.Tab == part.Key).Sum(count => count.Cases),
            [.. part.Select(row => Reckoned(row, now)).OrderBy(row => row.DueOn ?? DateOnly.MaxValue).ThenBy(row => row.Since).ThenBy(row => row.Id).Take(MyDay.RowsASection)]))], toDo, await AskedAsync(actor, cancel));
    }

    // what no row of the database holds: how long is left, and by when a case is to be sent on
    private DayRow Reckoned(DayRow row, DateTimeOffset now) => (DaySection)row.Section switch
    {
        DaySection.DueSoon => row with { DaysLeft = clocks.WorkingDaysUntil(now, row.DueOn!.Value) },
        DaySection.NotReferred => ToSendOn(row),
        DaySection.ReferralSilent => row with { DueOn = clocks.WithinWorkingDays(row.Since, clocks.LengthOf(GrievanceClocks.ReferralSilence, now)), DueAt = null, PausedOn = null },
        // other bodies' time, and what somebody outside was given, run on while ours stands still
        DaySection.BarNear or DaySection.RespondentDue or DaySection.SettlementDue => row with { DueAt = null, PausedOn = null },
        // who waits longest comes first
        DaySection.Fear => row with { DueOn = null, DueAt = null, PausedOn = null },
        DaySection.RightsNear or DaySection.SupplementOverdue or DaySection.MeasuresOverdue or DaySection.ChecksDue => row with { DueAt = null },
        _ => row,
    };

    private DayRow ToSendOn(DayRow row)
    {
        var clock = clocks.Of(GrievanceClocks.Transfer, row.Since);
        var due = clock.DueAt(row.CheckedAt!.Value, []);
        return row with { DueOn = due.Date, DueAt = clock.MomentOf(due), PausedOn = null };
    }

    private async Task<int> AskedAsync(Actor actor, CancellationToken cancel) =>
        actor.Is(Role.Supervisor) ? await PatternSight.Of(db, actor).Where(Pattern.WaitsForAnother).CountAsync(p => p.AskedById != actor.UserId, cancel) : 0;

    private static IQueryable<DayRow> Rows(IQueryable<Grievance> visible, Actor actor, Near near) => Parts(visible, actor)
        .Select(part => First(part.Cases, part.Section))
        .Append(DayQueries.Fears(visible, actor).OrderBy(c => c.FearSince).ThenBy(c => c.Id).Take(MyDay.RowsASection).Select(c => new DayRow
        {
            Section = (int)DaySection.Fear,
            Id = c.Id,
            Reference = c.Reference,
            Status = c.Status,
            Language = c.Language,
            Municipality = c.Municipality,
            DueOn = c.DueOn,
            PausedOn = c.PausedOn,
            DueAt = c.DueAt,
            Since = c.FearSince!.Value,
            HasUnread = c.HasUnread,
            CheckedAt = c.JurisdictionCheckedAt,
        }))
        .Append(Awaited(visible).OrderBy(c => c.SupplementUntil).ThenBy(c => c.Id).Take(MyDay.RowsASection).Select(c => new DayRow
        {
            Section = (int)DaySection.SupplementOverdue,
            Id = c.Id,
            Reference = c.Reference,
            Status = c.Status,
            Language = c.Language,
            Municipality = c.Municipality,
            DueOn = c.SupplementUntil,
            PausedOn = c.PausedOn,
            DueAt = c.DueAt,
            Since = c.ReceivedAt,
            HasUnread = c.HasUnread,
            CheckedAt = c.JurisdictionCheckedAt,
        }))
        .Append(Asked(DayQueries.Questions(visible), DaySection.RespondentDue))
        .Append(Asked(DayQueries.Settlements(visible), DaySection.SettlementDue))
        .Concat(near.Bars.Select(lengths => Barred(visible, lengths).OrderBy(b => b.Until).ThenBy(b => b.Case.Id).Take(MyDay.RowsASection).Select(b => new DayRow
        {
            Section = (int)DaySection.BarNear,
            Id = b.Case.Id,
            Reference = b.Case.Reference,
            Status = b.Case.Status,
            Language = b.Case.Language,
            Municipality = b.Case.Municipality,
            DueOn = b.Until,
            PausedOn = b.Case.PausedOn,
            DueAt = b.Case.DueAt,
            Since = b.Case.ReceivedAt,
            HasUnread = b.Case.HasUnread,
            CheckedAt = b.Case.JurisdictionCheckedAt,
        })))
        .Append(EndsSoon(visible, near).OrderBy(c => c.RightsUntil).ThenBy(c => c.Id).Take(MyDay.RowsASection).Select(c => new DayRow
        {
            Section = (int)DaySection.RightsNear,
            Id = c.Id,
            Reference = c.Reference,
            Status = c.Status,
            Language = c.Language,
            Municipality = c.Municipality,
            DueOn = c.RightsUntil,
            PausedOn = c.PausedOn,
            DueAt = c.DueAt,
            Since = c.ReceivedAt,
            HasUnread = c.HasUnread,
            CheckedAt = c.JurisdictionCheckedAt,
        }))
        .Append(Silent(visible).OrderBy(s => s.Referral.SentAt).ThenBy(s => s.Referral.Id).Take(MyDay.RowsASection).Select(s => new DayRow
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
        }))
        .Append(Overdue(visible).OrderBy(r => r.Made.DueOn).ThenBy(r => r.Made.Id).Take(MyDay.RowsASection).Select(r => new DayRow
        {
            Section = (int)DaySection.MeasuresOverdue,
            Id = r.Case.Id,
            Reference = r.Case.Reference,
            Status = r.Case.Status,
            Language = r.Case.Language,
            Municipality = r.Case.Municipality,
            DueOn = r.Made.DueOn,
            PausedOn = r.Case.PausedOn,
            DueAt = r.Case.DueAt,
            Since = r.Case.ReceivedAt,
            HasUnread = r.Case.HasUnread,
            CheckedAt = r.Case.JurisdictionCheckedAt,
        }))
        .Append(ToCheck(visible).OrderBy(r => r.Made.NextCheckOn).ThenBy(r => r.Made.Id).Take(MyDay.RowsASection).Select(r => new DayRow
        {
            Section = (int)DaySection.ChecksDue,
            Id = r.Case.Id,
            Reference = r.Case.Reference,
            Status = r.Case.Status,
            Language = r.Case.Language,
            Municipality = r.Case.Municipality,
            DueOn = r.Made.NextCheckOn,
            PausedOn = r.Case.PausedOn,
            DueAt = r.Case.DueAt,
            Since = r.Case.ReceivedAt,
            HasUnread = r.Case.HasUnread,
            CheckedAt = r.Case.JurisdictionCheckedAt,
        }))
        .Aggregate(Queryable.Concat);

    private static IQueryable<DayRow> Asked(IQueryable<DayQueries.Questioned> questions, DaySection section) =>
        questions.OrderBy(q => q.Question.DueOn).ThenBy(q => q.Question.Id).Take(MyDay.RowsASection).Select(q => new DayRow
        {
            Section = (int)section,
            Id = q.Case.Id,
            Reference = q.Case.Reference,
            Status = q.Case.Status,
            Language = q.Case.Language,
            Municipality = q.Case.Municipality,
            DueOn = q.Question.DueOn,
            PausedOn = q.Case.PausedOn,
            DueAt = q.Case.DueAt,
            Since = q.Case.ReceivedAt,
            HasUnread = q.Case.HasUnread,
            CheckedAt = q.Case.JurisdictionCheckedAt,
        });

    private static IQueryable<DayRow> First(IQueryable<Grievance> cases, DaySection section) => InOrder(cases, section).Take(MyDay.RowsASection).Select(c => new DayRow
    {
        Section = (int)section,
        Id = c.Id,
        Reference = c.Reference,
        Status = c.Status,
        Language = c.Language,
        Municipality = c.Municipality,
        DueOn = c.DueOn,
        PausedOn = c.PausedOn,
        DueAt = c.DueAt,
        Since = c.ReceivedAt,
        HasUnread = c.HasUnread,
        CheckedAt = c.JurisdictionCheckedAt,
    });

    // answers and what is said to objections are asked for one by one: each is in order of the day in an index of its own
    private static IEnumerable<(DaySection Section, IQueryable<Grievance> Cases)> Parts(IQueryable<Grievance> visible, Actor actor) => OfCases
        .Select(section => (section, In(visible, section, actor)))
        .Append((DaySection.ToApprove, ObjectionsToApprove(visible, actor)))
        .Append((DaySection.ToApprove, RecommendationsToApprove(visible, actor)))
        .Append((DaySection.Proposals, DayQueries.Merges(visible, actor)))
        .Append((DaySection.Proposals, DayQueries.Returns(visible)));

    // none reads further than it shows
    private static IQueryable<TabCount> Counts(IQueryable<Grievance> visible, Actor actor, Near near) => Parts(visible, actor)
        .Select(part => Count(part.Cases.Select(c => c.Id), part.Section))
        .Append(Count(DayQueries.Fears(visible, actor).Select(c => c.Id), DaySection.Fear))
        .Append(Count(Awaited(visible).Select(c => c.Id), DaySection.SupplementOverdue))
        .Append(Count(DayQueries.Questions(visible).Select(q => q.Question.Id), DaySection.RespondentDue))
        .Append(Count(DayQueries.Settlements(visible).Select(q => q.Question.Id), DaySection.SettlementDue))
        .Concat(near.Bars.Select(lengths => Count(Barred(visible, lengths).Select(b => b.Case.Id), DaySection.BarNear)))
        .Append(Count(EndsSoon(visible, near).Select(c => c.Id), DaySection.RightsNear))
        .Append(Count(Silent(visible).Select(s => s.Referral.Id), DaySection.ReferralSilent))
        .Append(Count(Overdue(visible).Select(r => r.Made.Id), DaySection.MeasuresOverdue))
        .Append(Count(ToCheck(visible).Select(r => r.Made.Id), DaySection.ChecksDue))
        .Aggregate(Queryable.Concat);

    private static IQueryable<TabCount> Count(IQueryable<Guid> ids, DaySection section) => ids.Take(MyDay.Most + 1)
        .GroupBy(_ => 1).Select(all => new TabCount { Tab = (int)section, Cases = all.Count() });

    private static IQueryable<Grievance> In(IQueryable<Grievance> visible, DaySection section, Actor actor)
    {
        var asking = WorklistQueries.Later;
        return section switch
        {
            DaySection.Overdue => visible.Where(c => c.HandlerId == asking.Me).Overdue(asking),
            DaySection.DueSoon => visible.Where(c => c.HandlerId == asking.Me).DueSoon(asking),
            DaySection.ToApprove => visible.SupervisedBy(actor, Grievance.Service).Where(c => c.Status == Proposed && c.ProposedById != asking.Me),
            DaySection.NotTakenOn => visible.Where(c => c.Status == Submitted && c.HandlerId == null && c.ReceivedAt <= asking.Waiting),
            DaySection.Objections => visible.Where(c => c.Status == Objected && (c.HandlerId == null || c.HandlerId == asking.Me)
                && c.ProposedById != asking.Me && c.ApprovedById != asking.Me),
            DaySection.HandedToMe => visible.Where(c => c.HandlerId == asking.Me && c.HandedAt != null),
            DaySection.NotReferred => DayQueries.NotReferred(visible),
            DaySection.SentBack => DayQueries.SentBack(visible.Where(c => c.HandlerId == asking.Me)),
            DaySection.Unread => visible.Where(c => c.HandlerId == asking.Me && c.HasUnread),
            _ => throw new ArgumentOutOfRangeException(nameof(section)),
        };
    }

    private static IQueryable<Grievance> ObjectionsToApprove(IQueryable<Grievance> visible, Actor actor)
    {
        var asking = WorklistQueries.Later;
        return visible.SupervisedBy(actor, Grievance.Service).Where(c => c.Status == ObjectionProposed
            && c.ObjectionProposedById != asking.Me && c.ProposedById != asking.Me && c.ApprovedById != asking.Me);
    }

    private static IQueryable<Grievance> RecommendationsToApprove(IQueryable<Grievance> visible, Actor actor)
    {
        var asking = WorklistQueries.Later;
        return visible.SupervisedBy(actor, Grievance.Service).Where(c => c.RecommendationById != null && c.RecommendationById != asking.Me && c.Status != Objected);
    }

    private static IQueryable<Grievance> InOrder(IQueryable<Grievance> cases, DaySection section) => section switch
    {
        DaySection.NotTakenOn or DaySection.Unread => cases.OrderBy(c => c.ReceivedAt).ThenBy(c => c.Id),
        DaySection.HandedToMe => cases.OrderBy(c => c.HandedAt).ThenBy(c => c.Id),
        DaySection.NotReferred => cases.OrderBy(c => c.JurisdictionCheckedAt).ThenBy(c => c.Id),
        DaySection.SentBack => cases.OrderBy(c => c.ChangedAt).ThenBy(c => c.Id),
        _ => cases.OrderBy(c => c.DueOn).ThenBy(c => c.Id),
    };
}
