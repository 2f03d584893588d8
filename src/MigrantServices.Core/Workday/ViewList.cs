using Microsoft.EntityFrameworkCore;
using MigrantServices.Core.Calendar;
using MigrantServices.Core.Cases;
using MigrantServices.Core.Grievances;
using MigrantServices.Core.People;
using MigrantServices.Core.Storage;

namespace MigrantServices.Core.Workday;

/// <summary>A view as a colleague meets it.</summary>
/// <param name="Owner">Whoever shares it; null for one's own.</param>
public sealed record ViewLine(SavedView View, string? Owner)
{
    /// <summary>The reader's own cases in it, counted no further than <see cref="MyDay.Most"/>; null while nobody has counted.</summary>
    public int? Count { get; init; }
}

/// <summary>The views that a colleague may open: their own in their order, then what others share with the same places.</summary>
public sealed class ViewList(PortalDb db, ViewCache cache, Clocks clocks, TimeProvider time)
{
    private const int MostShared = 20;

    /// <summary>As they were within the last minute, or as this node of the portal changed them since.</summary>
    public async Task<IReadOnlyList<ViewLine>> KnownAsync(Actor actor, CancellationToken cancel)
    {
        var (user, places) = (actor.UserId!.Value, string.Join(',', actor.MunicipalitiesSeen(Grievance.Prefix) ?? ["*"]));
        if (cache.Find(user, places) is { } known)
        {
            return known;
        }

        var views = await ReadAsync(actor, cancel);
        cache.Keep(user, places, views);
        return views;
    }

    public async Task<IReadOnlyList<ViewLine>> ReadAsync(Actor actor, CancellationToken cancel)
    {
        var (me, places) = (actor.UserId, actor.MunicipalitiesSeen(Grievance.Prefix));
        var views = db.Set<SavedView>().AsNoTracking().Where(view => view.OwnerId == me || (view.IsShared
            && (places == null || view.Places == null || view.Places.Any(place => places.Contains(place)))));
        var found = await views
            .OrderBy(view => view.OwnerId == me ? 0 : 1).ThenBy(view => view.Position).ThenBy(view => view.Id)
            .Take(SavedView.MostEach + MostShared)
            .Select(view => new { View = view, Owner = db.Users.Where(user => user.Id == view.OwnerId && user.LeftAt == null).Select(user => user.DisplayName).FirstOrDefault() })
            .ToListAsync(cancel);
        return [.. found.Select(one => new ViewLine(one.View, one.View.OwnerId == me ? null : one.Owner ?? ""))];
    }

    /// <summary>How many cases each view holds for this reader: all in one statement, each by the rights of whoever reads.</summary>
    public async Task<IReadOnlyList<ViewLine>> CountedAsync(IReadOnlyList<ViewLine> views, Actor actor, CancellationToken cancel)
    {
        if (views.Count == 0)
        {
            return views;
        }

        var now = time.GetUtcNow();
        var asking = new Asking(actor.UserId, Seoul.DateOf(now), clocks.SoonUntil(now), now, now);
        var counts = await views
            .Select((line, number) => db.Grievances.AsNoTracking().VisibleTo(actor, Grievance.Service).In(line.View.Tab, asking).Matching(line.View.Query)
                .Select(c => c.Id).Take(MyDay.Most + 1)
                .GroupBy(_ => 1).Select(all => new TabCount { Tab = number, Cases = all.Count() }))
            .Aggregate(Queryable.Concat)
            .ToListAsync(cancel);
        return [.. views.Select((line, number) => line with { Count = counts.Find(count => count.Tab == number)?.Cases ?? 0 })];
    }
}
