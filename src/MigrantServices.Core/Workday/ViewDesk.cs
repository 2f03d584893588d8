using Microsoft.EntityFrameworkCore;
using MigrantServices.Core.Cases;
using MigrantServices.Core.Grievances;
using MigrantServices.Core.People;
using MigrantServices.Core.Storage;

namespace MigrantServices.Core.Workday;

/// <summary>Keeps a colleague's views of the worklist. Nobody changes another's.</summary>
public sealed class ViewDesk(PortalDb db, ViewCache cache, TimeProvider time)
{
    /// <exception cref="RefusedException"><c>workday.too-many-views</c>, <c>workday.view-name-taken</c>.</exception>
    public async Task SaveAsync(NameView form, WorklistQuery query, Actor actor, CancellationToken cancel)
    {
        var mine = await MineAsync(actor, cancel);
        if (mine.Count >= SavedView.MostEach)
        {
            throw new RefusedException(new("workday.too-many-views", SavedView.MostEach));
        }

        MustBeFree(form.Name!, mine);
        db.Add(SavedView.Of(query, form.Name!, actor.UserId!.Value, mine.Count, time.GetUtcNow()));
        await db.SaveChangesAsync(cancel);
        cache.Forget();
    }

    /// <exception cref="RefusedException"><c>workday.view-not-there</c>, <c>workday.view-name-taken</c>.</exception>
    public Task RenameAsync(Guid id, NameView form, Actor actor, CancellationToken cancel) => ChangeAsync(id, actor, (view, mine) =>
    {
        MustBeFree(form.Name!, mine.Where(other => other != view));
        view.Name = form.Name!.Trim();
    }, cancel);

    public Task DeleteAsync(Guid id, Actor actor, CancellationToken cancel) => ChangeAsync(id, actor, (view, mine) =>
    {
        db.Remove(view);
        mine.Remove(view);
    }, cancel);

    /// <summary>One place up.</summary>
    public Task MoveUpAsync(Guid id, Actor actor, CancellationToken cancel) => ChangeAsync(id, actor, (view, mine) =>
    {
        var at = mine.IndexOf(view);
        mine.RemoveAt(at);
        mine.Insert(Math.Max(at - 1, 0), view);
    }, cancel);

    public Task ShareAsync(Guid id, bool isShared, Actor actor, CancellationToken cancel) =>
        ChangeAsync(id, actor, (view, _) => view.Share(isShared, actor.MunicipalitiesSeen(Grievance.Prefix)), cancel);

    /// <summary>What the worklist opens with; the same again takes that back.</summary>
    public Task OpenWithAsync(Guid id, Actor actor, CancellationToken cancel) => ChangeAsync(id, actor, (view, mine) =>
    {
        var was = view.IsDefault;
        mine.ForEach(one => one.IsDefault = false);
        view.IsDefault = !was;
    }, cancel);

    private async Task ChangeAsync(Guid id, Actor actor, Action<SavedView, List<SavedView>> change, CancellationToken cancel)
    {
        var mine = await MineAsync(actor, cancel);
        change(mine.Find(view => view.Id == id) ?? throw new RefusedException(new("workday.view-not-there")), mine);
        for (var place = 0; place < mine.Count; place++)
        {
            mine[place].Position = place;
        }

        await db.SaveChangesAsync(cancel);
        cache.Forget();
    }

    private Task<List<SavedView>> MineAsync(Actor actor, CancellationToken cancel) =>
        db.Set<SavedView>().Where(view => view.OwnerId == actor.UserId).OrderBy(view => view.Position).ThenBy(view => view.Id).ToListAsync(cancel);

    private static void MustBeFree(string name, IEnumerable<SavedView> others)
    {
        if (others.Any(other => string.Equals(other.Name, name.Trim(), StringComparison.Ordinal)))
        {
            throw new RefusedException(new("workday.view-name-taken"));
        }
    }
}
