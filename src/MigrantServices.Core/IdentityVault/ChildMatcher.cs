using Microsoft.EntityFrameworkCore;

namespace MigrantServices.Core.IdentityVault;

/// <summary>Marks a child in the vault and finds the others that may be the same one. Names are compared here and leave it with nothing but how alike they are.</summary>
public sealed class ChildMatcher(VaultDb db, VaultDesk vault, VaultKeys keys)
{
    /// <summary>More children than these that meet in one are no longer told apart by it; the newest are looked at.</summary>
    public const int MostCandidates = 100;

    private readonly ChildMarks _marks = new(keys);

    /// <summary>Whoever calls it lets one child be marked at a time, so that two who arrive together each find the other.</summary>
    public async Task<IReadOnlyList<ChildLikeness>> MeetAsync(Guid childId, CancellationToken cancel)
    {
        if (await vault.OpenAsync(childId, cancel) is not { } one)
        {
            return [];
        }

        Guid[] people = [childId, .. one.Parents.Select(parent => parent.Id)];
        var mine = _marks.Of(childId, one);
        await KeepAsync(people, mine, cancel);
        var met = await MetAsync(people, mine, cancel);
        var likeness = new List<ChildLikeness>();
        foreach (var (otherId, other) in await vault.OpenAllAsync(met, cancel))
        {
            likeness.Add(ChildLikeness.Of(otherId, one, other));
        }

        return likeness;
    }

    private async Task KeepAsync(Guid[] people, IReadOnlyList<VaultMark> mine, CancellationToken cancel)
    {
        var kept = await db.Marks.Where(m => people.Contains(m.PersonId) && ChildMarks.Kinds.Contains(m.Kind)).ToListAsync(cancel);
        db.RemoveRange(kept.ExceptBy(mine.Select(ChildMarks.KeyOf), ChildMarks.KeyOf));
        db.AddRange(mine.ExceptBy(kept.Select(ChildMarks.KeyOf), ChildMarks.KeyOf));
        await db.SaveChangesAsync(cancel);
    }

    private async Task<IReadOnlyList<Guid>> MetAsync(Guid[] people, IReadOnlyList<VaultMark> mine, CancellationToken cancel)
    {
        var all = mine.Select(m => m.Mark).ToArray();
        var found = await db.Marks.AsNoTracking().Where(m => ChildMarks.Kinds.Contains(m.Kind) && all.Contains(m.Mark) && !people.Contains(m.PersonId))
            .Join(db.People, m => m.PersonId, p => p.Id, (m, p) => new { m.PersonId, m.Kind, m.Mark, p.CreatedAt })
            .OrderByDescending(m => m.CreatedAt).ThenBy(m => m.PersonId).Take(MostCandidates).ToListAsync(cancel);
        // two names that each left something out say nothing of one another
        var persons = found.Where(theirs => theirs.Kind != ChildMarks.NamePart || mine.Any(m => m.Kind == ChildMarks.Name && m.Mark.AsSpan().SequenceEqual(theirs.Mark)))
            .Select(theirs => theirs.PersonId).ToHashSet();
        var children = await db.Kinships.AsNoTracking().Where(k => k.EndedAt == null && persons.Contains(k.ParentId)).Select(k => k.ChildId).ToListAsync(cancel);
        var own = await db.People.AsNoTracking().Where(p => p.Kind == VaultKind.Child && persons.Contains(p.Id)).Select(p => p.Id).ToListAsync(cancel);
        return [.. children.Concat(own).Where(id => id != people[0]).Distinct()];
    }
}
