using System.Text.Json;
using Microsoft.EntityFrameworkCore;
using MigrantServices.Core.Documents;
using MigrantServices.Core.People;
using MigrantServices.Core.Privacy;
using MigrantServices.Core.Storage;

namespace MigrantServices.Core.Cases;

/// <summary>What opens a draft: its number and the code that its holder keeps.</summary>
public readonly record struct DraftKey(Guid Id, ReceiptCode Code);

/// <summary>Keeps forms that somebody has begun: saved however incomplete, found again by the code, destroyed after thirty days.</summary>
public sealed class DraftDesk(PortalDb db, DraftCipher cipher, CodeHasher hasher, TimeProvider time)
{
    /// <summary>Begins a draft. The code made for it will be the code of the case.</summary>
    /// <param name="holder">What its code makes of whoever holds it.</param>
    public async Task<DraftKey> BeginAsync<T>(string service, T form, CancellationToken cancel, Role holder = Role.Filer)
    {
        var key = new DraftKey(Guid.CreateVersion7(), ReceiptCode.New());
        var now = time.GetUtcNow();
        db.Add(new CaseDraft { Id = key.Id, Service = service, Content = Seal(key, form), SavedAt = now });
        db.Add(new CaseCode { Hash = await hasher.HashAsync(key.Code, cancel), Holder = holder, DraftId = key.Id, CreatedAt = now });
        await db.SaveChangesAsync(cancel);
        return key;
    }

    /// <summary>A place for the files of something that a colleague takes down: it has no words and no code, and goes when that is filed.</summary>
    public async Task<Guid> BeginForFilesAsync(string service, CancellationToken cancel)
    {
        var draft = new CaseDraft { Service = service, Content = [], SavedAt = time.GetUtcNow() };
        db.Add(draft);
        await db.SaveChangesAsync(cancel);
        return draft.Id;
    }

    /// <summary>The form as it was last saved; null when it was destroyed, discarded or sent.</summary>
    public async Task<T?> ReadAsync<T>(DraftKey key, CancellationToken cancel)
        where T : class
    {
        var since = time.GetUtcNow() - CaseDraft.KeptFor;
        var content = await db.Drafts.AsNoTracking()
            .Where(d => d.Id == key.Id && d.SentAs == null && d.SavedAt > since)
            .Select(d => d.Content)
            .FirstOrDefaultAsync(cancel);
        return content is null ? null : Open<T>(key, content);
    }

    /// <summary>A draft about to be sent, read once with all that sending it needs and watched for changes; null when there is none.</summary>
    public async Task<HeldDraft<T>?> HoldAsync<T>(DraftKey key, CancellationToken cancel)
        where T : class, new()
    {
        var held = await db.Drafts.Where(d => d.Id == key.Id)
            .Join(
                db.Codes.Where(c => c.Holder == Role.Filer || c.Holder == Role.Requester),
                d => d.Id,
                c => c.DraftId,
                (d, c) => new { Draft = d, Code = c, HasFiles = db.Set<CaseFile>().Any(f => f.DraftId == d.Id) })
            .FirstOrDefaultAsync(cancel);
        return held is null ? null : new(key, held.Draft, held.Code, held.HasFiles, held.Draft.SentAs is null ? Open<T>(key, held.Draft.Content)! : new());
    }

    /// <summary>Saves what is there, complete or not. False when the draft is gone or was sent.</summary>
    public async Task<bool> SaveAsync<T>(DraftKey key, T form, CancellationToken cancel)
    {
        var (content, now) = (Seal(key, form), time.GetUtcNow());
        return await db.Drafts.Where(d => d.Id == key.Id && d.SentAs == null)
            .ExecuteUpdateAsync(set => set.SetProperty(d => d.Content, content).SetProperty(d => d.SavedAt, now), cancel) == 1;
    }

    /// <summary>Destroys a draft that was not sent, with its files and its code.</summary>
    public Task DiscardAsync(Guid draftId, CancellationToken cancel) =>
        db.Drafts.Where(d => d.Id == draftId && d.SentAs == null).ExecuteDeleteAsync(cancel);

    /// <summary>Destroys drafts that nobody has touched for thirty days.</summary>
    public Task<int> DestroyOldAsync(CancellationToken cancel)
    {
        var before = time.GetUtcNow() - CaseDraft.KeptFor;
        return db.Drafts.Where(d => d.SavedAt <= before && d.SentAs == null).ExecuteDeleteAsync(cancel);
    }

    public T? Open<T>(DraftKey key, byte[] content)
        where T : class => JsonSerializer.Deserialize<T>(cipher.Open(key.Code, key.Id, content), JsonSerializerOptions.Web);

    private byte[] Seal<T>(DraftKey key, T form) => cipher.Seal(key.Code, key.Id, JsonSerializer.SerializeToUtf8Bytes(form, JsonSerializerOptions.Web));
}
