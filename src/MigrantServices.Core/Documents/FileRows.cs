using Microsoft.EntityFrameworkCore;
using MigrantServices.Core.Documents.Sealing;
using MigrantServices.Core.Storage;

namespace MigrantServices.Core.Documents;

/// <summary>The files' rows as the other services meet them: what belongs to whom, and the pieces as streams.</summary>
public static class FileRows
{
    /// <summary>Makes the files of a draft, also those still on their way, those of the case it became; the caller's transaction holds both.</summary>
    public static Task<int> HandOverFilesAsync(this PortalDb db, Guid draftId, Guid caseId, CancellationToken cancel) => db.Set<CaseFile>()
        .Where(file => file.DraftId == draftId)
        .ExecuteUpdateAsync(file => file.SetProperty(f => f.CaseId, caseId).SetProperty(f => f.DraftId, (Guid?)null), cancel);

    /// <summary>Counts what is there or on its way; what was destroyed makes room again.</summary>
    public static Task<int> CountOfAsync(this IQueryable<CaseFile> files, FileOwner owner, CancellationToken cancel) => files
        .Where(file => file.DraftId == owner.DraftId && file.CaseId == owner.CaseId && file.MessageId == owner.MessageId)
        .CountAsync(file => file.State != FileState.Infected && file.State != FileState.Refused, cancel);

    /// <summary>The room that files of unsent forms take; one that is still coming is counted as large as it may become.</summary>
    public static Task<long> BytesOfDraftsAsync(this IQueryable<CaseFile> files, CancellationToken cancel) => files
        .Where(file => file.DraftId != null && file.State != FileState.Infected && file.State != FileState.Refused)
        .SumAsync(file => file.State == FileState.Arriving ? CaseFile.MaxLength : file.Length + (file.WorkingLength ?? 0), cancel);

    internal static Stream OpenFile(this PortalDb db, CaseFile file, FileCopy copy, IFileKeys keys, bool ownsContext = false) =>
        copy == FileCopy.Working && file.WorkingLength is { } length
            ? db.OpenPieces(file, FileCopy.Working, length, keys, ownsContext)
            : db.OpenPieces(file, FileCopy.Original, file.Length, keys, ownsContext);

    internal static Stream OpenOriginal(this PortalDb db, CaseFile file, long length, IFileKeys keys) =>
        db.OpenPieces(file, FileCopy.Original, length, keys, ownsContext: false);

    internal static SealingStream SealFile(this PortalDb db, CaseFile file, FileCopy copy, FileCipher cipher) => new(cipher, copy, async (number, content, cancel) =>
    {
        var chunk = db.Add(new FileChunk { FileId = file.Id, Copy = copy, Number = number, Content = content });
        await db.SaveChangesAsync(cancel);
        chunk.State = EntityState.Detached; // else the context would hold the whole file
    });

    private static OpeningStream OpenPieces(this PortalDb db, CaseFile file, FileCopy copy, long length, IFileKeys keys, bool ownsContext)
    {
        var id = file.Id;
        return new OpeningStream(file.OpenCipher(keys), copy, length, Load, ownsContext ? db : null);

        Task<byte[]?> Load(int number, CancellationToken cancel) => db.Set<FileChunk>()
            .Where(chunk => chunk.FileId == id && chunk.Copy == copy && chunk.Number == number)
            .Select(chunk => chunk.Content)
            .SingleOrDefaultAsync(cancel);
    }
}
