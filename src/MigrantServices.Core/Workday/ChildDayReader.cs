using Microsoft.EntityFrameworkCore;
using MigrantServices.Core.Calendar;
using MigrantServices.Core.Cases;
using MigrantServices.Core.ChildConfirmations;
using MigrantServices.Core.ChildConfirmations.Checks;
using MigrantServices.Core.ChildConfirmations.Destroying;
using MigrantServices.Core.ChildConfirmations.Duplicates;
using MigrantServices.Core.ChildConfirmations.Referrals;
using MigrantServices.Core.People;
using MigrantServices.Core.Privacy;
using MigrantServices.Core.Storage;
using static MigrantServices.Core.Cases.CaseStatus;

namespace MigrantServices.Core.Workday;

/// <summary>Reads what needs a colleague now in the cases of children: all sections in one statement, their counts in another. Numbers and states only, nothing of a child.</summary>
public sealed class ChildDayReader(PortalDb db, TaskList tasks, Clocks clocks, ChecksDue checks, AccessLog access, TimeProvider time)
{
    /// <summary>What the record of access says of it.</summary>
    public const string Detail = "my-day:" + ChildConfirmation.Prefix;

    private const string ReceiptPeriod = "receipt." + ChildConfirmation.Prefix;

    /// <summary>The worst first.</summary>
    private static readonly DaySection[] Sections =
    [
        DaySection.Alarms, DaySection.Overdue, DaySection.DueSoon, DaySection.ToApprove, DaySection.ToIssue, DaySection.AcrossCities, DaySection.ToDestroy, DaySection.NotTakenOn, DaySection.Offered,
        DaySection.HandedToMe, DaySection.Unread, DaySection.SupplementOverdue, DaySection.ReceiverOwed, DaySection.ReceiverSilent, DaySection.ChildChecks,
    ];

    /// <summary>Null for whoever has no right to a child's case.</summary>
    public async Task<MyDay?> ReadAsync(Actor actor, CancellationToken cancel)
    {
        if (!actor.Grants.Any(grant => (grant.Role & Role.AllHandlers) != Role.None && grant.CoversService(ChildConfirmation.Prefix)))
        {
            return null;
        }

        var now = time.GetUtcNow();
        var asking = new Day(actor, Seoul.DateOf(now), clocks.SoonUntil(now), now);
        var counts = await Sections.Select(section => In(section, asking).Select(c => c.Id).Take(MyDay.Most + 1).GroupBy(_ => 1).Select(all => new { Section = (int)section, Cases = all.Count() }))
            .Aggregate(Queryable.Concat).ToListAsync(cancel);
        var rows = counts.Count == 0 ? [] : await Sections.Select(section => Rows(InOrder(In(section, asking), section), section)).Aggregate(Queryable.Concat).ToListAsync(cancel);
        var toDo = (await tasks.OfAsync(actor, ChildConfirmation.Service, cancel)).Take(MyDay.RowsASection).ToList();
        await access.WriteAsync(actor, AccessDeed.List, [.. rows.Select(row => row.Id).Concat(toDo.Select(task => task.CaseId)).Distinct()], Detail, cancel);
        return new([.. Sections.Where(section => rows.Exists(row => row.Section == (int)section)).Select(section => new DayPart(
            section,
            counts.Where(count => count.Section == (int)section).Sum(count => count.Cases),
            [.. rows.Where(row => row.Section == (int)section).Select(row => section == DaySection.DueSoon ? row with { DaysLeft = clocks.WorkingDaysUntil(now, row.DueOn!.Value) }
                : section == DaySection.ChildChecks ? row with { DueOn = checks.DueAfter(row.DueOn ?? Seoul.DateOf(row.Since), now) } : row)
                .OrderBy(row => row.DueOn ?? DateOnly.MaxValue).ThenBy(row => row.Since).ThenBy(row => row.Id)]))], toDo);
    }

    private IQueryable<ChildConfirmation> In(DaySection section, Day asking)
    {
        var (me, today, soon) = (asking.Actor.UserId, asking.Today, asking.Soon);
        var visible = db.ChildConfirmations.AsNoTracking().VisibleTo(asking.Actor, ChildConfirmation.Service);
        return section switch
        {
            DaySection.Alarms => visible.Where(c => c.AlarmSince != null),
            DaySection.Overdue => visible.Where(c => c.HandlerId == me && c.DueOn < today),
            DaySection.DueSoon => visible.Where(c => c.HandlerId == me && c.DueOn >= today && c.DueOn <= soon),
            DaySection.ToApprove => visible.SupervisedBy(asking.Actor, ChildConfirmation.Service)
                .Where(c => (c.Status == Proposed || c.Status == ReissueProposed || c.Status == RevocationProposed) && c.ProposedById != me),
            DaySection.ToIssue => MayIssue(visible, asking.Actor).Where(c => c.Status == ToIssue && c.ProposedById != me && c.ApprovedById != me),
            DaySection.ToDestroy => visible.SupervisedBy(asking.Actor, ChildConfirmation.Service)
                .Where(c => ToDestroy.At(db, today).Any(asked => asked.CaseId == c.Id && asked.AskedById != me)),
            DaySection.AcrossCities => ChildPairDesk.AcrossCities(SeesAllCities(asking.Actor) ? visible.SupervisedBy(asking.Actor, ChildConfirmation.Service) : visible.Where(_ => false), db),
            DaySection.NotTakenOn => NotTakenOn(visible, asking.Now),
            DaySection.Offered => OfferedTo(asking.Actor),
            DaySection.HandedToMe => visible.Where(c => c.HandlerId == me && c.HandedAt != null),
            DaySection.SupplementOverdue => visible.Where(c => c.HandlerId == me && c.Status == AwaitingSupplement && c.SupplementUntil < today),
            DaySection.ReceiverSilent => ReceiversDue.Silent(visible.Where(c => c.HandlerId == me), db, asking.Now),
            DaySection.ReceiverOwed => ReceiversDue.Owed(visible.Where(c => c.HandlerId == me), db),
            DaySection.ChildChecks => checks.In(visible.Where(c => c.HandlerId == me), asking.Now),
            _ => visible.Where(c => c.HandlerId == me && c.HasUnread),
        };
    }

    // a pair across cities is the province's to judge
    private static bool SeesAllCities(Actor actor) => actor.MunicipalitiesSeen(ChildConfirmation.Prefix) is null;

    // each case by the hours that were laid down when it came
    private IQueryable<ChildConfirmation> NotTakenOn(IQueryable<ChildConfirmation> visible, DateTimeOffset now) => clocks.LaidDownBy(now, ReceiptPeriod).Select(it =>
    {
        var (waiting, from, before) = (clocks.WaitingSince(it.Lengths[0], now), it.From, it.Before);
        return visible.Where(c => c.Status == Submitted && c.HandlerId == null && c.ReceivedAt <= waiting && c.ReceivedAt >= from && c.ReceivedAt < before);
    }).Aggregate(Queryable.Concat);

    // an entrusted centre prepares; the papers are issued by the office itself
    private static IQueryable<ChildConfirmation> MayIssue(IQueryable<ChildConfirmation> visible, Actor actor) =>
        actor.MunicipalitiesSeen(ChildConfirmation.Prefix) switch
        {
            null => visible,
            var seen => visible.Where(c => c.Municipality != null && seen.Contains(c.Municipality)),
        };

    private IQueryable<ChildConfirmation> OfferedTo(Actor actor)
    {
        var mine = actor.MunicipalitiesSeen(ChildConfirmation.Prefix);
        return db.ChildConfirmations.AsNoTracking().Where(c => c.TransferTo != null && c.TransferOfferedById != actor.UserId && !c.ClosedTo.Contains(actor.UserId!.Value) && !c.IsSetApart && (mine == null || mine.Contains(c.TransferTo)));
    }

    private static IQueryable<ChildConfirmation> InOrder(IQueryable<ChildConfirmation> cases, DaySection section) => (section switch
    {
        DaySection.Alarms => cases.OrderBy(c => c.AlarmSince),
        DaySection.NotTakenOn or DaySection.Unread or DaySection.ToDestroy or DaySection.AcrossCities => cases.OrderBy(c => c.ReceivedAt),
        DaySection.Offered => cases.OrderBy(c => c.TransferOfferedAt),
        DaySection.HandedToMe => cases.OrderBy(c => c.HandedAt),
        DaySection.SupplementOverdue => cases.OrderBy(c => c.SupplementUntil),
        DaySection.ChildChecks => cases.OrderBy(c => c.LastCheckedOn ?? DateOnly.MinValue).ThenBy(c => c.ConfirmedAt),
        _ => cases.OrderBy(c => c.DueOn),
    }).ThenBy(c => c.Id).Take(MyDay.RowsASection);

    private static IQueryable<DayRow> Rows(IQueryable<ChildConfirmation> cases, DaySection section) => cases.Select(c => new DayRow
    {
        Section = (int)section,
        Id = c.Id,
        Reference = c.Reference,
        Status = c.Status,
        Language = c.Language,
        Municipality = c.Municipality,
        DueOn = section == DaySection.SupplementOverdue ? c.SupplementUntil : section == DaySection.ChildChecks ? c.LastCheckedOn : c.DueOn,
        PausedOn = c.PausedOn,
        Since = section == DaySection.ChildChecks ? c.ConfirmedAt!.Value : c.ReceivedAt,
        HasUnread = c.HasUnread,
    });

    private sealed record Day(Actor Actor, DateOnly Today, DateOnly Soon, DateTimeOffset Now);
}
