using System.Security.Cryptography;
using System.Text;
using System.Text.Json;
using Microsoft.EntityFrameworkCore;

namespace MigrantServices.Core.IdentityVault;

/// <summary>Keeps who children and their parents are, apart from their cases. Whoever calls it has asked whether they may, and puts the look on record.</summary>
public sealed partial class VaultDesk(VaultDb db, VaultKeys keys, TimeProvider time)
{
    private const string Words = "identity";
    private const string Picture = "photograph";
    private const string ComingOfAge = "coming-of-age";

    /// <summary>Puts a child into the vault, with the parents who are known.</summary>
    /// <returns>The random number by which the case knows the child.</returns>
    public async Task<Guid> AddChildAsync(ChildIdentity child, IReadOnlyList<(Kinship Relation, ParentIdentity Identity)> parents, CancellationToken cancel)
    {
        var id = await AddAsync(VaultKind.Child, child, cancel);
        db.Marks.AddRange(ComesOfAge(id, child));
        foreach (var (relation, identity) in parents)
        {
            await LinkAsync(id, relation, identity, cancel);
        }

        await db.SaveChangesAsync(cancel);
        return id;
    }

    /// <summary>A parent who was not known before.</summary>
    public async Task<Guid> AddParentAsync(Guid childId, Kinship relation, ParentIdentity parent, CancellationToken cancel)
    {
        var id = await LinkAsync(childId, relation, parent, cancel);
        await db.SaveChangesAsync(cancel);
        return id;
    }

    /// <summary>Null when the child's key was destroyed: then nobody can know it any more.</summary>
    public async Task<OpenedIdentity?> OpenAsync(Guid childId, CancellationToken cancel)
    {
        var child = await ReadAsync<ChildIdentity>(childId, cancel);
        if (child is null)
        {
            return null;
        }

        var kin = await db.Kinships.AsNoTracking().Where(k => k.ChildId == childId && k.EndedAt == null)
            .OrderBy(k => k.Relation).ThenBy(k => k.Since)
            .Join(db.People.AsNoTracking(), k => k.ParentId, p => p.Id, (k, p) => new { p.Id, k.Relation, p.Content })
            .ToListAsync(cancel);
        var parents = new List<KnownParent>();
        foreach (var one in kin)
        {
            if (await keys.FindAsync(one.Id, cancel) is { } key)
            {
                parents.Add(new(one.Id, one.Relation, Opened<ParentIdentity>(key, one.Id, one.Content)));
            }
        }

        return new(child, parents, await db.Photographs.AnyAsync(p => p.PersonId == childId, cancel));
    }

    /// <summary>Several children in two statements; those whose keys were destroyed are left out. Photographs are not looked for.</summary>
    internal async Task<IReadOnlyDictionary<Guid, OpenedIdentity>> OpenAllAsync(IReadOnlyList<Guid> children, CancellationToken cancel)
    {
        var contents = await db.People.AsNoTracking().Where(p => children.Contains(p.Id)).Select(p => new { p.Id, p.Content }).ToListAsync(cancel);
        var kin = await db.Kinships.AsNoTracking().Where(k => children.Contains(k.ChildId) && k.EndedAt == null)
            .Join(db.People.AsNoTracking(), k => k.ParentId, p => p.Id, (k, p) => new { k.ChildId, p.Id, k.Relation, p.Content })
            .ToListAsync(cancel);
        var opened = new Dictionary<Guid, OpenedIdentity>();
        foreach (var child in contents)
        {
            if (await keys.FindAsync(child.Id, cancel) is not { } key)
            {
                continue;
            }

            var parents = new List<KnownParent>();
            foreach (var one in kin.Where(k => k.ChildId == child.Id))
            {
                if (await keys.FindAsync(one.Id, cancel) is { } parentKey)
                {
                    parents.Add(new(one.Id, one.Relation, Opened<ParentIdentity>(parentKey, one.Id, one.Content)));
                }
            }

            opened[child.Id] = new(Opened<ChildIdentity>(key, child.Id, child.Content), parents, HasPhotograph: false);
        }

        return opened;
    }

    /// <summary>What is known of the child has changed, or was mistaken.</summary>
    public async Task ChangeChildAsync(Guid childId, ChildIdentity child, CancellationToken cancel)
    {
        // whoever changes it twice meets the mark that they have just written
        db.ChangeTracker.Clear();
        await ChangeAsync(childId, child, cancel);
        await db.Marks.Where(m => m.PersonId == childId && m.Kind == ComingOfAge).ExecuteDeleteAsync(cancel);
        db.Marks.AddRange(ComesOfAge(childId, child));
        await db.SaveChangesAsync(cancel);
    }

    public async Task ChangeParentAsync(Guid parentId, ParentIdentity parent, CancellationToken cancel)
    {
        await ChangeAsync(parentId, parent, cancel);
        await db.SaveChangesAsync(cancel);
    }

    /// <summary>Replaces the photograph. It is cropped and carries nothing but the picture already.</summary>
    public async Task PutPhotographAsync(Guid childId, byte[] jpeg, CancellationToken cancel)
    {
        var content = PersonCipher.Seal(await KeyOfAsync(childId, cancel), childId, Picture, jpeg);
        var now = time.GetUtcNow();
        var replaced = await db.Photographs.Where(p => p.PersonId == childId)
            .ExecuteUpdateAsync(set => set.SetProperty(p => p.Content, content).SetProperty(p => p.TakenAt, now), cancel);
        if (replaced == 0)
        {
            db.Photographs.Add(new() { PersonId = childId, Content = content, TakenAt = now });
            await db.SaveChangesAsync(cancel);
        }
    }

    /// <summary>The photograph as a JPEG; null when there is none.</summary>
    public async Task<byte[]?> PhotographAsync(Guid childId, CancellationToken cancel) =>
        await db.Photographs.AsNoTracking().Where(p => p.PersonId == childId).Select(p => p.Content).FirstOrDefaultAsync(cancel) is { } content
        && await keys.FindAsync(childId, cancel) is { } key
            ? PersonCipher.Open(key, childId, Picture, content)
            : null;

    /// <summary>Whether somebody is a parent in the file of this child today.</summary>
    public Task<bool> IsParentAsync(Guid childId, Guid parentId, CancellationToken cancel) =>
        db.Kinships.AnyAsync(k => k.ChildId == childId && k.ParentId == parentId && k.EndedAt == null, cancel);

    /// <summary>The parent is no longer of the child's file, for the child's protection. What was known of them stays with them alone.</summary>
    public async Task UnlinkAsync(Guid childId, Guid parentId, CancellationToken cancel)
    {
        var now = time.GetUtcNow();
        await db.Kinships.Where(k => k.ChildId == childId && k.ParentId == parentId && k.EndedAt == null)
            .ExecuteUpdateAsync(set => set.SetProperty(k => k.EndedAt, now), cancel);
    }

    /// <summary>The parents who were taken out of the child's file and whom nobody has destroyed; the one who went last stands first. Nothing of them is opened.</summary>
    public async Task<IReadOnlyList<UnlinkedParent>> UnlinkedAsync(Guid childId, CancellationToken cancel) => await db.Kinships.AsNoTracking()
        .Where(k => k.ChildId == childId && k.EndedAt != null).OrderByDescending(k => k.EndedAt).Select(k => new UnlinkedParent(k.ParentId, k.Relation, k.EndedAt!.Value)).ToListAsync(cancel);

    /// <summary>Destroys a person's key and row: nobody can read them again, and a child's file goes on without its parent.</summary>
    public async Task DestroyAsync(Guid person, CancellationToken cancel)
    {
        keys.Destroy(person);
        await db.People.Where(p => p.Id == person).ExecuteDeleteAsync(cancel);
    }

    /// <summary>The same for a child and for every parent who is or was of its file; their papers and photographs go with them.</summary>
    public Task DestroyChildAsync(Guid childId, CancellationToken cancel) => DestroyWithParentsAsync([childId], cancel);

    /// <summary>On which day of that year each of these children comes of age; those who do in another year, or nobody knows when, are left out.</summary>
    public async Task<IReadOnlyDictionary<Guid, DateOnly>> ComingOfAgeAsync(IReadOnlyList<Guid> children, int year, CancellationToken cancel)
    {
        var first = new DateOnly(year, 1, 1);
        var days = Enumerable.Range(0, first.AddYears(1).DayNumber - first.DayNumber).Select(first.AddDays)
            .ToDictionary(day => Convert.ToHexString(MarkOf(ComingOfAge, DayText(day))), StringComparer.Ordinal);
        var marks = await db.Marks.AsNoTracking().Where(m => m.Kind == ComingOfAge && children.Contains(m.PersonId)).Select(m => new { m.PersonId, m.Mark }).ToListAsync(cancel);
        return marks.Select(m => (m.PersonId, Mark: Convert.ToHexString(m.Mark))).Where(m => days.ContainsKey(m.Mark)).ToDictionary(m => m.PersonId, m => days[m.Mark]);
    }

    /// <summary>The child's case is stored: from now on the child stays here as long as the case does.</summary>
    public Task KeepAsync(Guid childId, CancellationToken cancel) =>
        db.People.Where(p => p.Id == childId && !p.IsKept).ExecuteUpdateAsync(set => set.SetProperty(p => p.IsKept, true), cancel);

    /// <summary>The child's case was not stored after all: what was put here for it goes again. A child who is kept stays.</summary>
    public async Task TakeBackAsync(Guid childId, CancellationToken cancel)
    {
        if (await db.People.AnyAsync(p => p.Id == childId && !p.IsKept, cancel))
        {
            await DestroyWithParentsAsync([childId], cancel);
        }
    }

    /// <summary>Removes children whose filing broke off before their case was stored, with their parents.</summary>
    /// <param name="known">Of these children, those whom a case has.</param>
    public async Task<int> SweepAsync(DateTimeOffset before, Func<IReadOnlyList<Guid>, Task<IReadOnlyCollection<Guid>>> known, CancellationToken cancel)
    {
        const int AtOnce = 200;
        var loose = await db.People.AsNoTracking().Where(p => !p.IsKept && p.Kind == VaultKind.Child && p.CreatedAt < before)
            .OrderBy(p => p.Id).Take(AtOnce).Select(p => p.Id).ToListAsync(cancel);
        var kept = await known(loose);
        foreach (var child in kept)
        {
            await KeepAsync(child, cancel);
        }

        var orphans = loose.Except(kept).ToList();
        await DestroyWithParentsAsync(orphans, cancel);
        return orphans.Count;
    }

    private async Task DestroyWithParentsAsync(IReadOnlyList<Guid> children, CancellationToken cancel)
    {
        var parents = await db.Kinships.AsNoTracking().Where(k => children.Contains(k.ChildId)).Select(k => k.ParentId).ToListAsync(cancel);
        foreach (var person in parents.Concat(children))
        {
            await DestroyAsync(person, cancel);
        }
    }

    private async Task<Guid> LinkAsync(Guid childId, Kinship relation, ParentIdentity parent, CancellationToken cancel)
    {
        var id = await AddAsync(VaultKind.Parent, parent, cancel);
        db.Kinships.Add(new() { ChildId = childId, ParentId = id, Relation = relation, Since = time.GetUtcNow() });
        return id;
    }

    private async Task<Guid> AddAsync<T>(VaultKind kind, T identity, CancellationToken cancel)
    {
        var (id, now) = (Guid.NewGuid(), time.GetUtcNow());
        var key = await keys.CreateAsync(id, cancel);
        db.People.Add(new() { Id = id, Kind = kind, Content = Sealed(key, id, identity), CreatedAt = now, ChangedAt = now });
        return id;
    }

    private async Task ChangeAsync<T>(Guid id, T identity, CancellationToken cancel)
    {
        var person = await db.People.SingleAsync(p => p.Id == id, cancel);
        person.Content = Sealed(await KeyOfAsync(id, cancel), id, identity);
        person.ChangedAt = time.GetUtcNow();
        person.Revision++;
    }

    private async Task<T?> ReadAsync<T>(Guid id, CancellationToken cancel)
        where T : class =>
        await db.People.AsNoTracking().Where(p => p.Id == id).Select(p => p.Content).FirstOrDefaultAsync(cancel) is { } content
        && await keys.FindAsync(id, cancel) is { } key
            ? Opened<T>(key, id, content)
            : null;

    private async Task<byte[]> KeyOfAsync(Guid id, CancellationToken cancel) =>
        await keys.FindAsync(id, cancel) ?? throw new InvalidOperationException("The key of this person was destroyed.");

    private static byte[] Sealed<T>(byte[] key, Guid id, T identity) =>
        PersonCipher.SealText(key, id, Words, JsonSerializer.SerializeToUtf8Bytes(identity, JsonSerializerOptions.Web));

    private static T Opened<T>(byte[] key, Guid id, byte[] content) =>
        JsonSerializer.Deserialize<T>(PersonCipher.OpenText(key, id, Words, content).Span, JsonSerializerOptions.Web)!;

    // none while nobody knows when the child was born
    private VaultMark[] ComesOfAge(Guid id, ChildIdentity child) =>
        child.Born is { } born ? [new() { PersonId = id, Kind = ComingOfAge, Mark = MarkOf(ComingOfAge, DayText(born.ComesOfAgeOn)) }] : [];

    private byte[] MarkOf(string kind, string what) => HMACSHA256.HashData(keys.MarkKey, Encoding.UTF8.GetBytes($"{kind}:{what}"));

    private static string DayText(DateOnly day) => day.ToString("yyyy-MM-dd", System.Globalization.CultureInfo.InvariantCulture);
}
