using Microsoft.EntityFrameworkCore;
using MigrantServices.Core.Documents.Images;
using MigrantServices.Core.Documents.Kinds;
using MigrantServices.Core.Documents.Scanning;
using MigrantServices.Core.Documents.Sealing;
using MigrantServices.Core.Storage;

namespace MigrantServices.Core.Documents;

/// <summary>Checks a held file: what it is, whether it is clean, and makes the copy that colleagues open.</summary>
public sealed class FileChecker(IDbContextFactory<PortalDb> contexts, IFileKeys keys, IMalwareScanner scanner, TimeProvider clock)
{
    /// <summary>May be called again for the same file; a file that is not held is left alone.</summary>
    /// <exception cref="ScannerAwayException">The file stays held; try again later.</exception>
    public async Task CheckAsync(Guid fileId, CancellationToken cancel)
    {
        if (await ExamineAsync(fileId, cancel) is { } conclusion)
        {
            await using var db = await contexts.CreateDbContextAsync(cancel);
            await db.Database.CreateExecutionStrategy().ExecuteAsync(() => ConcludeAsync(fileId, conclusion, cancel));
        }
    }

    private async Task<Conclusion?> ExamineAsync(Guid fileId, CancellationToken cancel)
    {
        await using var db = await contexts.CreateDbContextAsync(cancel);
        var file = await db.Set<CaseFile>().AsNoTracking().SingleOrDefaultAsync(f => f.Id == fileId && f.State == FileState.Held, cancel);
        if (file is null)
        {
            return null;
        }

        await using var original = db.OpenFile(file, FileCopy.Original, keys);
        var recognition = await KindRecognition.RecogniseAsync(original, cancel);
        if (recognition.Kind != file.Kind)
        {
            return new Conclusion(recognition.Refusal ?? FileRefusals.KindNotAccepted, null);
        }

        original.Position = 0;
        var report = await scanner.ScanAsync(original, cancel);
        return new Conclusion(report.Outcome == ScanOutcome.NotSeenThrough ? FileRefusals.CannotBeChecked : null, report);
    }

    private async Task ConcludeAsync(Guid fileId, Conclusion conclusion, CancellationToken cancel)
    {
        await using var db = await contexts.CreateDbContextAsync(cancel);
        await using var transaction = await db.Database.BeginTransactionAsync(cancel);
        var file = await db.Set<CaseFile>().SingleOrDefaultAsync(f => f.Id == fileId && f.State == FileState.Held, cancel);
        if (file is null)
        {
            return;
        }

        try
        {
            await ApplyAsync(db, file, conclusion, cancel);
        }
        catch (DbUpdateConcurrencyException)
        {
            return; // another worker has just concluded the same
        }

        await transaction.CommitAsync(cancel);
    }

    private async Task ApplyAsync(PortalDb db, CaseFile file, Conclusion conclusion, CancellationToken cancel)
    {
        if (conclusion is { Refusal: null, Report: { Outcome: ScanOutcome.Clean or ScanOutcome.NotScanned } report })
        {
            // Saved first: the row is ours from here on, and no second check writes a copy beside this one.
            file.Release(report, clock.GetUtcNow());
            await db.SaveChangesAsync(cancel);
            await MakeWorkingCopyAsync(db, file, cancel);
            return;
        }

        if (conclusion.Refusal is { } refusal)
        {
            file.Refuse(refusal, conclusion.Report, clock.GetUtcNow());
        }
        else
        {
            file.Condemn(conclusion.Report!, clock.GetUtcNow());
        }

        await db.SaveChangesAsync(cancel);
        await db.Set<FileChunk>().Where(chunk => chunk.FileId == file.Id).ExecuteDeleteAsync(cancel);
    }

    private async Task MakeWorkingCopyAsync(PortalDb db, CaseFile file, CancellationToken cancel)
    {
        if (file.Kind is not { } kind || !kind.IsImage())
        {
            return;
        }

        using var cipher = file.OpenCipher(keys);
        await using var original = db.OpenFile(file, FileCopy.Original, keys);
        await using var sealing = db.SealFile(file, FileCopy.Working, cipher);
        if (await ImageMetadata.StripAsync(kind, original, sealing, cancel) is { } refusal)
        {
            // it was walked through in full a moment ago
            throw new InvalidOperationException($"A recognised image could not be copied: {refusal}.");
        }

        file.GiveWorkingCopy(await sealing.CompleteAsync(cancel));
        await db.SaveChangesAsync(cancel);
    }

    private sealed record Conclusion(string? Refusal, ScanReport? Report);
}
