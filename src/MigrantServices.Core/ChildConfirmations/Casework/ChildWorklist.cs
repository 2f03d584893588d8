using Microsoft.EntityFrameworkCore;
using MigrantServices.Core.Calendar;
using MigrantServices.Core.Cases;
using MigrantServices.Core.Grievances;
using MigrantServices.Core.People;
using MigrantServices.Core.Privacy;
using MigrantServices.Core.Storage;
using static MigrantServices.Core.Cases.CaseStatus;

namespace MigrantServices.Core.ChildConfirmations.Casework;

/// <summary>The list of children's cases that a colleague may see: initials, age and where each stands. It can be searched by number only; who a child is stands nowhere here.</summary>
public sealed class ChildWorklist(PortalDb db, Clocks clocks, AccessLog access, TimeProvider time)
{
    public async Task<ChildListPage> ReadAsync(ChildListQuery query, Actor actor, CancellationToken cancel)
    {
        var asking = Ask(actor);
        var visible = db.ChildConfirmations.AsNoTracking().VisibleTo(actor, ChildConfirmation.Service);
        var byDueDay = WorklistQuery.IsTabByDueDay(query.Tab) && query.Search is null;
        var reference = query.Search?.Trim().ToUpperInvariant();
        var cases = !string.IsNullOrEmpty(reference)
            ? visible.Where(c => c.Reference == reference)
            : Matching(In(visible, query.Tab, asking), query);
        var rows = await Rows(InOrder(cases, byDueDay, query.After)).ToListAsync(cancel);
        var page = new ChildListPage(
            rows.Count > WorklistPage.Size ? rows[..WorklistPage.Size] : rows,
            rows.Count > WorklistPage.Size ? PlaceOf(rows[WorklistPage.Size - 1], byDueDay) : null,
            await CountAsync(visible, asking, cancel));
        await access.WriteAsync(actor, query.Search is null ? AccessDeed.List : AccessDeed.Search, [.. page.Rows.Select(row => row.Id)], query.Search is null ? "CC:" + query.Tab : "reference", cancel);
        return page;
    }

    /// <summary>How much waits in each tab; it shows no case and so leaves no record.</summary>
    public Task<TabCounts> CountAsync(Actor actor, CancellationToken cancel) =>
        CountAsync(db.ChildConfirmations.AsNoTracking().VisibleTo(actor, ChildConfirmation.Service), Ask(actor), cancel);

    /// <summary>Those that are not over, as the filter of their indexes has it.</summary>
    internal static IQueryable<ChildConfirmation> Open(IQueryable<ChildConfirmation> cases) => cases.Where(c =>
        c.Status == Waiting || c.Status == Submitted || c.Status == UnderReview || c.Status == AwaitingSupplement || c.Status == Proposed
        || c.Status == ToIssue || c.Status == ReissueAsked || c.Status == ReissueProposed || c.Status == RevocationProposed);

    internal static IQueryable<ChildConfirmation> In(IQueryable<ChildConfirmation> cases, WorklistTab tab, (Guid? Me, DateOnly Today, DateOnly Soon) asking) => tab switch
    {
        WorklistTab.Mine => Open(cases).Where(c => c.HandlerId == asking.Me),
        WorklistTab.Unassigned => Open(cases).Where(c => c.HandlerId == null),
        WorklistTab.DueSoon => cases.Where(c => c.DueOn >= asking.Today && c.DueOn <= asking.Soon),
        WorklistTab.Overdue => cases.Where(c => c.DueOn < asking.Today),
        _ => cases,
    };

    internal static IQueryable<ChildConfirmation> Matching(IQueryable<ChildConfirmation> cases, ChildListQuery query)
    {
        cases = query.Status is { } status ? cases.Where(c => c.Status == status) : cases;
        cases = query.Way is { } way ? cases.Where(c => c.Way == way) : cases;
        cases = query.Alarm ? cases.Where(c => c.AlarmSince != null) : cases;
        return string.IsNullOrWhiteSpace(query.Municipality) ? cases : cases.Where(c => c.Municipality == query.Municipality);
    }

    private static IQueryable<ChildConfirmation> InOrder(IQueryable<ChildConfirmation> cases, bool byDueDay, string? after)
    {
        if (WorklistPlace.Read(after, byDueDay) is { } place)
        {
            var (dueOn, receivedAt, id) = (byDueDay ? (DateOnly?)place.DueOn : null, byDueDay ? default : place.ReceivedAt, place.Id);
            cases = byDueDay
                ? cases.Where(c => EF.Functions.GreaterThan(ValueTuple.Create(c.DueOn, c.Id), ValueTuple.Create(dueOn, id)))
                : cases.Where(c => EF.Functions.LessThan(ValueTuple.Create(c.ReceivedAt, c.Id), ValueTuple.Create(receivedAt, id)));
        }

        return (byDueDay ? cases.OrderBy(c => c.DueOn).ThenBy(c => c.Id) : cases.OrderByDescending(c => c.ReceivedAt).ThenByDescending(c => c.Id))
            .Take(WorklistPage.Size + 1);
    }

    private IQueryable<ChildRow> Rows(IQueryable<ChildConfirmation> cases) => cases.LeftJoin(db.Users, c => c.HandlerId, u => u.Id, (c, handler) => new ChildRow
    {
        Id = c.Id,
        Reference = c.Reference,
        Initials = c.Initials,
        BornYear = c.BornYear,
        Way = c.Way,
        Status = c.Status,
        Municipality = c.Municipality,
        Language = c.Language,
        ReceivedAt = c.ReceivedAt,
        DueOn = c.DueOn,
        PausedOn = c.PausedOn,
        Handler = handler!.DisplayName,
        HasUnread = c.HasUnread,
        HasAlarm = c.AlarmSince != null,
        IsOffered = c.TransferTo != null,
    });

    private static string PlaceOf(ChildRow row, bool byDueDay) => (byDueDay ? WorklistPlace.Of(row.DueOn!.Value, row.Id) : WorklistPlace.Of(row.ReceivedAt, row.Id)).ToString();

    private static async Task<TabCounts> CountAsync(IQueryable<ChildConfirmation> visible, (Guid? Me, DateOnly Today, DateOnly Soon) asking, CancellationToken cancel)
    {
        // all in one statement; none reads further than it shows
        var counted = await Enum.GetValues<WorklistTab>()
            .Select(tab => In(visible, tab, asking).Select(c => c.Id).Take(TabCounts.Most + 1).GroupBy(_ => 1).Select(all => new TabCount { Tab = (int)tab, Cases = all.Count() }))
            .Aggregate(Queryable.Concat).ToListAsync(cancel);
        return new(Enum.GetValues<WorklistTab>().ToDictionary(tab => tab, tab => counted.Find(c => c.Tab == (int)tab)?.Cases ?? 0));
    }

    private (Guid? Me, DateOnly Today, DateOnly Soon) Ask(Actor actor)
    {
        var now = time.GetUtcNow();
        return (actor.UserId, Seoul.DateOf(now), clocks.SoonUntil(now));
    }
}

/// <summary>Which children's cases a colleague asks to see.</summary>
public sealed record ChildListQuery
{
    public WorklistTab Tab { get; set; }

    public CaseStatus? Status { get; set; }

    public WayIn? Way { get; set; }

    public string? Municipality { get; set; }

    /// <summary>Only those with an open alarm.</summary>
    public bool Alarm { get; set; }

    /// <summary>A case number.</summary>
    public string? Search { get; set; }

    public string? After { get; set; }

    public bool HasFilters => Status is not null || Way is not null || Alarm || !string.IsNullOrWhiteSpace(Municipality);
}

/// <summary>One line of the list of children's cases.</summary>
public sealed record ChildRow
{
    public required Guid Id { get; init; }

    public required string Reference { get; init; }

    public required string Initials { get; init; }

    public required int? BornYear { get; init; }

    public required WayIn Way { get; init; }

    public required CaseStatus Status { get; init; }

    public string? Municipality { get; init; }

    public required string Language { get; init; }

    public required DateTimeOffset ReceivedAt { get; init; }

    public DateOnly? DueOn { get; init; }

    public DateOnly? PausedOn { get; init; }

    public string? Handler { get; init; }

    public required bool HasUnread { get; init; }

    public required bool HasAlarm { get; init; }

    public required bool IsOffered { get; init; }
}

/// <summary>A page of the list of children's cases.</summary>
public sealed record ChildListPage(IReadOnlyList<ChildRow> Rows, string? Next, TabCounts Counts);
