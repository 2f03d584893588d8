using Microsoft.EntityFrameworkCore;
using MigrantServices.Core.Cases;
using MigrantServices.Core.People;
using static MigrantServices.Core.Cases.CaseStatus;

namespace MigrantServices.Core.Grievances;

/// <summary>The tabs and filters of the worklist as conditions that its indexes can answer.</summary>
internal static class WorklistFilters
{
    /// <summary>Still work to be done; spelled out, because the indexes of the work list hold exactly these.</summary>
    public static IQueryable<Grievance> Open(this IQueryable<Grievance> cases) => cases.Where(c =>
        c.Status == Tip || c.Status == Submitted || c.Status == UnderReview || c.Status == AwaitingSupplement || c.Status == Proposed
        || c.Status == Investigating || c.Status == SiteInvestigation || c.Status == Mediating
        || c.Status == Objected || c.Status == ObjectionReview || c.Status == ObjectionProposed);

    public static IQueryable<Grievance> In(this IQueryable<Grievance> cases, WorklistTab tab, Asking asking) => tab switch
    {
        WorklistTab.Mine => cases.Open().Where(c => c.HandlerId == asking.Me),
        WorklistTab.Unassigned => cases.Open().Where(c => c.HandlerId == null),
        // only open cases have a due day; to ask for the status too would mislead the planner
        WorklistTab.DueSoon => cases.DueSoon(asking),
        WorklistTab.Overdue => cases.Overdue(asking),
        _ => cases,
    };

    /// <summary>Past their day, or past their hour; no further than today is read.</summary>
    public static IQueryable<Grievance> Overdue(this IQueryable<Grievance> cases, Asking asking) =>
        cases.Where(c => c.DueOn <= asking.Today && (c.DueOn < asking.Today || c.DueAt < asking.Now));

    public static IQueryable<Grievance> DueSoon(this IQueryable<Grievance> cases, Asking asking) =>
        cases.Where(c => c.DueOn >= asking.Today && c.DueOn <= asking.Soon && (c.DueAt == null || c.DueAt >= asking.Now));

    public static IQueryable<Grievance> Matching(this IQueryable<Grievance> cases, WorklistQuery query)
    {
        if (query.Status is { } status)
        {
            cases = cases.Where(c => c.Status == status);
        }

        if (query.Colleague is { } handler)
        {
            cases = cases.Where(c => c.HandlerId == handler);
        }

        if (query.Unread)
        {
            cases = cases.Where(c => c.HasUnread);
        }

        if (query.Channel is { } channel)
        {
            cases = cases.Where(c => c.Channel == channel);
        }

        if (!string.IsNullOrWhiteSpace(query.Ground))
        {
            string[] ground = [query.Ground];
            cases = cases.Where(c => ground.All(g => c.Grounds.Contains(g)));
        }

        if (!string.IsNullOrWhiteSpace(query.Sector))
        {
            string[] sector = [query.Sector];
            cases = cases.Where(c => sector.All(s => c.Sectors.Contains(s)));
        }

        if (!string.IsNullOrWhiteSpace(query.Municipality))
        {
            cases = cases.Where(c => c.Municipality == query.Municipality);
        }

        return string.IsNullOrWhiteSpace(query.Language) ? cases : cases.Where(c => c.Language == query.Language);
    }

    private static IQueryable<Grievance> NewestFirst(this IQueryable<Grievance> cases, WorklistPlace? after)
    {
        if (after is { } place)
        {
            var (receivedAt, id) = (place.ReceivedAt, place.Id);
            cases = cases.Where(c => EF.Functions.LessThan(ValueTuple.Create(c.ReceivedAt, c.Id), ValueTuple.Create(receivedAt, id)));
        }

        return cases.OrderByDescending(c => c.ReceivedAt).ThenByDescending(c => c.Id);
    }

    private static IQueryable<Grievance> DueFirst(this IQueryable<Grievance> cases, WorklistPlace? after)
    {
        if (after is { } place)
        {
            var (dueOn, id) = ((DateOnly?)place.DueOn, place.Id);
            cases = cases.Where(c => EF.Functions.GreaterThan(ValueTuple.Create(c.DueOn, c.Id), ValueTuple.Create(dueOn, id)));
        }

        return cases.OrderBy(c => c.DueOn).ThenBy(c => c.Id);
    }

    /// <summary>A page of a tab in its order, and one case more to tell whether there is another page.</summary>
    public static IQueryable<Grievance> InOrder(this IQueryable<Grievance> cases, WorklistTab tab, string? after)
    {
        var byDueDay = WorklistQuery.IsTabByDueDay(tab);
        var place = WorklistPlace.Read(after, byDueDay);
        return (byDueDay ? cases.DueFirst(place) : cases.NewestFirst(place)).Take(WorklistPage.Size + 1);
    }

    /// <summary>Comes after the page is cut: then few names are asked for.</summary>
    public static IQueryable<WorklistRow> Rows(this IQueryable<Grievance> cases, IQueryable<PortalUser> colleagues) => cases.LeftJoin(
        colleagues,
        c => c.HandlerId,
        u => u.Id,
        (c, handler) => new WorklistRow
        {
            Id = c.Id,
            Reference = c.Reference,
            Status = c.Status,
            Municipality = c.Municipality,
            Grounds = c.Grounds,
            Sectors = c.Sectors,
            Language = c.Language,
            Channel = c.Channel,
            ReceivedAt = c.ReceivedAt,
            DueOn = c.DueOn,
            DueAt = c.DueAt,
            PausedOn = c.PausedOn,
            Handler = handler!.DisplayName,
            HasUnread = c.HasUnread,
            IsAnonymous = c.IsAnonymous,
        });
}
