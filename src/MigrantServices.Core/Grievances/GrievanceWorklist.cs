using Microsoft.EntityFrameworkCore;
using MigrantServices.Core.Calendar;
using MigrantServices.Core.Cases;
using MigrantServices.Core.People;
using MigrantServices.Core.Privacy;
using MigrantServices.Core.Storage;

namespace MigrantServices.Core.Grievances;

/// <summary>The reading side of the caseworkers' list: one page at a time, in at most three statements, each page put on record.</summary>
public sealed class GrievanceWorklist(PortalDb db, WorklistQueries queries, SearchTokens tokens, Clocks clocks, AccessLog access, TimeProvider time)
{
    public async Task<WorklistPage> ReadAsync(WorklistQuery query, Actor actor, CancellationToken cancel)
    {
        if (query.IsSearch)
        {
            return await SearchAsync(query, actor, cancel);
        }

        var asking = By(actor);
        var found = query.IsFirstPage
            ? await queries.FirstPage(db, query.Tab, actor, asking).ToListAsync(cancel)
            : await RowsAsync(Visible(actor).In(query.Tab, asking).Matching(query), query, cancel);
        var counts = await CountAsync(actor, asking, cancel);
        var page = Cut(found, query.IsByDueDay) with { Counts = counts };
        await access.WriteAsync(actor, AccessDeed.List, Ids(page), query.Tab.ToString(), cancel);
        return page;
    }

    /// <summary>How much waits in each tab; it shows no case and so leaves no record.</summary>
    public Task<TabCounts> CountAsync(Actor actor, CancellationToken cancel) => CountAsync(actor, By(actor), cancel);

    private async Task<WorklistPage> SearchAsync(WorklistQuery query, Actor actor, CancellationToken cancel)
    {
        if (query.Search!.Length > WorklistQuery.SearchMaxLength)
        {
            return new([], null, null, 0, SearchHint.TooLong);
        }

        var search = WorklistSearch.Read(query.Search, tokens);
        if (search is { Reference: null, Tokens: [] })
        {
            return new([], null, null, 0, SearchHint.TooShort);
        }

        var byReference = search.Reference is not null;
        var matches = (byReference
            ? Visible(actor).Where(c => c.Reference == search.Reference)
            : Containing(Visible(actor), search.Tokens)).Matching(query);
        var inOrder = query with { Tab = WorklistTab.All };
        var places = await matches.Select(c => new WorklistMatch(c.Id, c.ReceivedAt)).Take(TabCounts.Most + 1).ToListAsync(cancel);
        var rows = await RowsAsync(NewestOf(matches, places, inOrder.After, actor), inOrder, cancel);
        var page = Cut(rows, byDueDay: false) with { Found = places.Count };
        await access.WriteAsync(actor, AccessDeed.Search, Ids(page), byReference ? "reference" : "words", cancel);
        return page;
    }

    // A rare word's cases are few: they come through the token index, which knows no order, and are put in order here.
    // A common word's newest cases are met soon when one walks the cases from the newest on.
    private IQueryable<Grievance> NewestOf(IQueryable<Grievance> matches, List<WorklistMatch> places, string? after, Actor actor)
    {
        if (places.Count > TabCounts.Most)
        {
            return matches;
        }

        var from = WorklistPlace.Read(after, byDueDay: false);
        var ids = places.Where(p => from is not { } place || (p.ReceivedAt, p.Id).CompareTo((place.ReceivedAt, place.Id)) < 0)
            .OrderByDescending(p => p.ReceivedAt).ThenByDescending(p => p.Id)
            .Take(WorklistPage.Size + 1).Select(p => p.Id).ToArray();
        return Visible(actor).Where(c => ids.Contains(c.Id));
    }

    private static IQueryable<Grievance> Containing(IQueryable<Grievance> cases, long[] words) =>
        cases.Where(c => words.All(w => c.SearchTokens.Contains(w)));

    private Task<List<WorklistRow>> RowsAsync(IQueryable<Grievance> cases, WorklistQuery query, CancellationToken cancel) =>
        cases.InOrder(query.Tab, query.After).Rows(db.Users).ToListAsync(cancel);

    private async Task<TabCounts> CountAsync(Actor actor, Asking asking, CancellationToken cancel)
    {
        var counted = await queries.Counts(db, actor, asking).ToListAsync(cancel);
        return new(Enum.GetValues<WorklistTab>().ToDictionary(
            tab => tab,
            tab => counted.Find(c => c.Tab == (int)tab)?.Cases ?? 0));
    }

    private IQueryable<Grievance> Visible(Actor actor) => db.Grievances.AsNoTracking().VisibleTo(actor, Grievance.Service);

    private Asking By(Actor actor)
    {
        var now = time.GetUtcNow();
        return new(actor.UserId, Seoul.DateOf(now), clocks.SoonUntil(now), now, now);
    }

    private static WorklistPage Cut(List<WorklistRow> found, bool byDueDay)
    {
        var hasMore = found.Count > WorklistPage.Size;
        var rows = hasMore ? found[..WorklistPage.Size] : found;
        return new(rows, hasMore ? WorklistPlace.Of(rows[^1], byDueDay).ToString() : null, null, null, SearchHint.None);
    }

    private static Guid[] Ids(WorklistPage page) => [.. page.Rows.Select(r => r.Id)];

    private sealed record WorklistMatch(Guid Id, DateTimeOffset ReceivedAt);
}
