using Microsoft.EntityFrameworkCore;
using MigrantServices.Core.Documents.Kinds;
using MigrantServices.Core.Documents.Sealing;
using MigrantServices.Core.Storage;
using MigrantServices.Core.Storage.Outbox;
using Npgsql;

namespace MigrantServices.Core.Documents;

/// <summary>
/// Takes files in and gives them out. Who may do so was asked before. It keeps database contexts of its own, so that an upload
/// neither saves the caller's half-done work nor holds a connection while a slow phone sends.
/// </summary>
public sealed class FileStore(IDbContextFactory<PortalDb> contexts, IFileKeys keys, OutboxSignal signal, DraftLimits limits, TimeProvider clock)
{
    private const int ReadLength = 64 * 1024;

    /// <summary>
    /// Streams an upload into the store; a refused one leaves nothing behind. An upload that breaks off leaves nothing either, and
    /// its exception goes on to the caller. The uploader is null when it is the person themselves.
    /// </summary>
    /// <exception cref="OwnerGoneException">The draft was discarded meanwhile.</exception>
    public async Task<Reception> ReceiveAsync(Stream upload, string name, FileOwner owner, Guid? uploadedBy, CancellationToken cancel)
    {
        await using var db = await contexts.CreateDbContextAsync(cancel);
        var (file, cipher) = CaseFile.Expect(name, owner, uploadedBy, keys, clock.GetUtcNow());
        using var closing = cipher;
        var isKept = false;
        try
        {
            db.Add(file);
            await db.SaveChangesAsync(cancel);

            // The new row is counted too: of two uploads at once, both see each other.
            var refusal = await db.Set<CaseFile>().CountOfAsync(owner, cancel) > CaseFile.MaxPerFiling
                ? FileRefusals.TooMany
                : owner.DraftId is not null && uploadedBy is null && await db.Set<CaseFile>().BytesOfDraftsAsync(cancel) > limits.Total
                ? FileRefusals.NoRoom
                : await FillAsync(db, file, cipher, upload, cancel);
            if (refusal is not null)
            {
                return Reception.Refused(refusal);
            }

            new Outbox(db, signal).Add(FileCheckHandler.JobKind, file.Id, clock.GetUtcNow());
            await db.SaveChangesAsync(cancel);
            isKept = true;
            await FollowDraftAsync(db, owner, cancel);
            return Reception.Of(file);
        }
        catch (DbUpdateException gone) when (gone is DbUpdateConcurrencyException
            || gone.InnerException is PostgresException { SqlState: PostgresErrorCodes.ForeignKeyViolation })
        {
            throw new OwnerGoneException(gone);
        }
        finally
        {
            if (!isKept)
            {
                await DeleteAsync(file.Id, CancellationToken.None);
            }
        }
    }

    // The form may have been sent while the file was still coming: then the file goes where the form went.
    private static async Task FollowDraftAsync(PortalDb db, FileOwner owner, CancellationToken cancel)
    {
        if (owner.DraftId is { } draftId
            && await db.Drafts.Where(d => d.Id == draftId).Select(d => d.SentAs).FirstOrDefaultAsync(cancel) is { } caseId)
        {
            await db.HandOverFilesAsync(draftId, caseId, cancel);
        }
    }

    /// <summary>Null when there is no such file or it is not released.</summary>
    public async Task<OpenedFile?> OpenAsync(Guid fileId, FileCopy copy, CancellationToken cancel)
    {
        var db = await contexts.CreateDbContextAsync(cancel);
        var file = await db.Set<CaseFile>().AsNoTracking().SingleOrDefaultAsync(f => f.Id == fileId && f.State == FileState.Ready, cancel);
        if (file is null)
        {
            await db.DisposeAsync();
            return null;
        }

        return new OpenedFile(file, NameOf(file), db.OpenFile(file, copy, keys, ownsContext: true));
    }

    /// <summary>The files that lie beside a draft, in the order in which they came.</summary>
    public async Task<IReadOnlyList<FileOfDraft>> OfDraftAsync(Guid draftId, CancellationToken cancel)
    {
        await using var db = await contexts.CreateDbContextAsync(cancel);
        var files = await db.Set<CaseFile>().AsNoTracking()
            .Where(f => f.DraftId == draftId && f.State != FileState.Arriving)
            .OrderBy(f => f.ReceivedAt)
            .Take(CaseFile.MaxPerFiling)
            .ToListAsync(cancel);
        return [.. files.Select(f => new FileOfDraft(f.Id, NameOf(f), f.Length))];
    }

    /// <summary>Destroys a file of this draft, and no other.</summary>
    public async Task RemoveFromDraftAsync(Guid draftId, Guid fileId, CancellationToken cancel)
    {
        await using var db = await contexts.CreateDbContextAsync(cancel);
        await db.Set<CaseFile>().Where(f => f.Id == fileId && f.DraftId == draftId).ExecuteDeleteAsync(cancel);
    }

    /// <summary>The name as the sender gave it, made harmless.</summary>
    public string NameOf(CaseFile file)
    {
        using var cipher = file.OpenCipher(keys);
        return cipher.OpenName(file.SealedName);
    }

    /// <summary>Destroys the record and every piece.</summary>
    public async Task DeleteAsync(Guid fileId, CancellationToken cancel)
    {
        await using var db = await contexts.CreateDbContextAsync(cancel);
        await db.Set<CaseFile>().Where(file => file.Id == fileId).ExecuteDeleteAsync(cancel);
    }

    /// <summary>Destroys what began to arrive a day ago and never did; gives how many.</summary>
    public async Task<int> SweepAsync(CancellationToken cancel)
    {
        var yesterday = clock.GetUtcNow().AddDays(-1);
        await using var db = await contexts.CreateDbContextAsync(cancel);
        return await db.Set<CaseFile>().Where(file => file.State == FileState.Arriving && file.ReceivedAt < yesterday).ExecuteDeleteAsync(cancel);
    }

    /// <summary>Brings to the case what arrived whole in the moment in which its form was sent, when neither knew of the other.</summary>
    public async Task FollowSentAsync(CancellationToken cancel)
    {
        await using var db = await contexts.CreateDbContextAsync(cancel);
        await db.Set<CaseFile>()
            .Join(db.Drafts.Where(draft => draft.SentAs != null), file => file.DraftId, draft => draft.Id, (file, draft) => new { file, draft.SentAs })
            .ExecuteUpdateAsync(
                sent => sent.SetProperty(s => s.file.CaseId, s => s.SentAs).SetProperty(s => s.file.DraftId, (Guid?)null), cancel);
    }

    private async Task<string?> FillAsync(PortalDb db, CaseFile file, FileCipher cipher, Stream upload, CancellationToken cancel)
    {
        await using var sealing = db.SealFile(file, FileCopy.Original, cipher);
        var piece = new byte[ReadLength];
        int read;
        while ((read = await upload.ReadAsync(piece, cancel)) > 0)
        {
            if (sealing.Length + read > CaseFile.MaxLength)
            {
                return FileRefusals.TooLarge;
            }

            await sealing.WriteAsync(piece.AsMemory(0, read), cancel);
        }

        var length = sealing.Length;
        if (length == 0)
        {
            return FileRefusals.Empty;
        }

        await sealing.CompleteAsync(cancel);
        await using var original = db.OpenOriginal(file, length, keys);
        var recognition = await KindRecognition.RecogniseAsync(original, cancel);
        if (recognition.Kind is { } kind)
        {
            file.Arrive(kind, length);
        }

        return recognition.Refusal;
    }
}

/// <summary>A file beside a draft.</summary>
/// <param name="Length">In bytes.</param>
public sealed record FileOfDraft(Guid Id, string Name, long Length);
