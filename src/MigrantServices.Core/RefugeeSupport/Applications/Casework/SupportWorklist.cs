using Microsoft.EntityFrameworkCore;
using MigrantServices.Core.Calendar;
using MigrantServices.Core.Cases;
using MigrantServices.Core.Grievances;
using MigrantServices.Core.People;
using MigrantServices.Core.Privacy;
using MigrantServices.Core.Storage;
using static MigrantServices.Core.Cases.CaseStatus;

namespace MigrantServices.Core.RefugeeSupport.Applications.Casework;

/// <summary>The list of applications: number, programmes, language and urgency, and nothing that tells who anybody is. It can be searched by number only.</summary>
public sealed class SupportWorklist(PortalDb db, Clocks clocks, AccessLog access, TimeProvider time)
{
    public async Task<SupportListPage> ReadAsync(SupportListQuery query, Actor actor, CancellationToken cancel)
    {
        var asking = Ask(actor);
        var listed = db.SupportApplications.AsNoTracking().ListedTo(actor, SupportApplication.Service);
        var byDueDay = WorklistQuery.IsTabByDueDay(query.Tab) && query.Search is null;
        var reference = query.Search?.Trim().ToUpperInvariant();
        var cases = !string.IsNullOrEmpty(reference) ? listed.Where(c => c.Reference == reference) : Matching(In(listed, query.Tab, asking), query);
        var rows = await Rows(InOrder(cases, byDueDay, query.After), actor.UserId!.Value).ToListAsync(cancel);
        var page = new SupportListPage(
            rows.Count > WorklistPage.Size ? rows[..WorklistPage.Size] : rows,
            rows.Count > WorklistPage.Size ? PlaceOf(rows[WorklistPage.Size - 1], byDueDay) : null,
            await CountAsync(listed, asking, cancel));
        await access.WriteAsync(actor, query.Search is null ? AccessDeed.List : AccessDeed.Search, [.. page.Rows.Select(row => row.Id)], query.Search is null ? "RS:" + query.Tab : "reference", cancel);
        return page;
    }

    /// <summary>How much waits in each tab; it shows no case and so leaves no record.</summary>
    public Task<TabCounts> CountAsync(Actor actor, CancellationToken cancel) =>
        CountAsync(db.SupportApplications.AsNoTracking().ListedTo(actor, SupportApplication.Service), Ask(actor), cancel);

    private static IQueryable<SupportApplication> Open(IQueryable<SupportApplication> cases) => cases.Where(c =>
        c.Status == Submitted || c.Status == UnderReview || c.Status == AwaitingSupplement || c.Status == Proposed
        || c.Status == Objected || c.Status == ObjectionReview || c.Status == ObjectionProposed);

    private static IQueryable<SupportApplication> In(IQueryable<SupportApplication> cases, WorklistTab tab, (Guid? Me, DateOnly Today, DateOnly Soon) asking) => tab switch
    {
        WorklistTab.Mine => Open(cases).Where(c => c.HandlerId == asking.Me),
        WorklistTab.Unassigned => Open(cases).Where(c => c.HandlerId == null),
        WorklistTab.DueSoon => cases.Where(c => c.DueOn >= asking.Today && c.DueOn <= asking.Soon),
        WorklistTab.Overdue => cases.Where(c => c.DueOn < asking.Today),
        _ => cases,
    };

    private IQueryable<SupportApplication> Matching(IQueryable<SupportApplication> cases, SupportListQuery query)
    {
        cases = query.Status is { } status ? cases.Where(c => c.Status == status) : cases;
        cases = query.Urgent ? Open(cases).Where(c => c.IsUrgent) : cases;
        cases = string.IsNullOrWhiteSpace(query.Language) ? cases : cases.Where(c => c.Language == query.Language);
        cases = string.IsNullOrWhiteSpace(query.Programme) ? cases : cases.Where(c => db.Set<SupportLine>().Any(l => l.Programme == query.Programme && l.CaseId == c.Id));
        return string.IsNullOrWhiteSpace(query.Municipality) ? cases : cases.Where(c => c.Municipality == query.Municipality);
    }

    private static IQueryable<SupportApplication> InOrder(IQueryable<SupportApplication> cases, bool byDueDay, string? after)
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

    private IQueryable<SupportRow> Rows(IQueryable<SupportApplication> cases, Guid me) => cases.LeftJoin(db.Users, c => c.HandlerId, u => u.Id, (c, handler) => new SupportRow
    {
        Id = c.Id,
        Reference = c.Reference,
        Programmes = db.Set<SupportLine>().Where(l => l.CaseId == c.Id).OrderBy(l => l.Position).Select(l => l.Programme).ToArray(),
        IsUrgent = c.IsUrgent,
        Status = c.Status,
        Language = c.Language,
        ReceivedAt = c.ReceivedAt,
        DueOn = c.DueOn,
        DueAt = c.DueAt,
        PausedOn = c.PausedOn,
        Handler = handler!.DisplayName,
        IsOpen = c.HandlerId == me || c.OpenTo.Contains(me),
        HasUnread = c.HasUnread && (c.HandlerId == me || c.OpenTo.Contains(me)),
        Revision = c.Revision,
    });

    private static string PlaceOf(SupportRow row, bool byDueDay) => (byDueDay ? WorklistPlace.Of(row.DueOn!.Value, row.Id) : WorklistPlace.Of(row.ReceivedAt, row.Id)).ToString();

    private static async Task<TabCounts> CountAsync(IQueryable<SupportApplication> listed, (Guid? Me, DateOnly Today, DateOnly Soon) asking, CancellationToken cancel)
    {
        // all in one statement; none reads further than it shows
        var counted = await Enum.GetValues<WorklistTab>()
            .Select(tab => In(listed, tab, asking).Select(c => c.Id).Take(TabCounts.Most + 1).GroupBy(_ => 1).Select(all => new TabCount { Tab = (int)tab, Cases = all.Count() }))
            .Aggregate(Queryable.Concat).ToListAsync(cancel);
        return new(Enum.GetValues<WorklistTab>().ToDictionary(tab => tab, tab => counted.Find(c => c.Tab == (int)tab)?.Cases ?? 0));
    }

    private (Guid? Me, DateOnly Today, DateOnly Soon) Ask(Actor actor)
    {
        var now = time.GetUtcNow();
        return (actor.UserId, Seoul.DateOf(now), clocks.SoonUntil(now));
    }
}

/// <summary>Which applications a colleague asks to see.</summary>
public sealed record SupportListQuery
{
    public WorklistTab Tab { get; set; }

    public CaseStatus? Status { get; set; }

    public string? Programme { get; set; }

    public string? Language { get; set; }

    public string? Municipality { get; set; }

    /// <summary>Only those that are decided on the same day.</summary>
    public bool Urgent { get; set; }

    /// <summary>A case number.</summary>
    public string? Search { get; set; }

    public string? After { get; set; }

    public bool HasFilters => Status is not null || Urgent || new[] { Programme, Language, Municipality }.Any(filter => !string.IsNullOrWhiteSpace(filter));
}

/// <summary>One line of the list of applications.</summary>
public sealed record SupportRow
{
    public required Guid Id { get; init; }

    public required string Reference { get; init; }

    public required IReadOnlyList<string> Programmes { get; init; }

    public required bool IsUrgent { get; init; }

    public required CaseStatus Status { get; init; }

    public required string Language { get; init; }

    public required DateTimeOffset ReceivedAt { get; init; }

    public DateOnly? DueOn { get; init; }

    /// <summary>The very moment, for help that is decided on the same day.</summary>
    public DateTimeOffset? DueAt { get; init; }

    public DateOnly? PausedOn { get; init; }

    public string? Handler { get; init; }

    /// <summary>The file is open to whoever reads the list.</summary>
    public required bool IsOpen { get; init; }

    public required bool HasUnread { get; init; }

    public required int Revision { get; init; }
}

/// <summary>A page of the list of applications.</summary>
public sealed record SupportListPage(IReadOnlyList<SupportRow> Rows, string? Next, TabCounts Counts);
