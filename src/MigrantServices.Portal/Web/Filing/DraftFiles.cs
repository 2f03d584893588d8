using System.Globalization;
using Microsoft.EntityFrameworkCore;
using MigrantServices.Core.Documents;
using MigrantServices.Core.Storage;

namespace MigrantServices.Portal.Web.Filing;

/// <summary>A file as the person sees it in the form.</summary>
public sealed record DraftFile(Guid Id, string Name, string Size);

/// <summary>The files that lie beside a draft.</summary>
public sealed class DraftFiles(PortalDb db, FileStore store)
{
    public async Task<IReadOnlyList<DraftFile>> OfAsync(Guid draftId, CancellationToken cancel)
    {
        var files = await db.Set<CaseFile>().AsNoTracking()
            .Where(f => f.DraftId == draftId && f.State != FileState.Arriving)
            .OrderBy(f => f.ReceivedAt)
            .Take(CaseFile.MaxPerFiling)
            .ToListAsync(cancel);
        return [.. files.Select(f => new DraftFile(f.Id, store.NameOf(f), SizeOf(f.Length)))];
    }

    public Task RemoveAsync(Guid draftId, Guid fileId, CancellationToken cancel) =>
        db.Set<CaseFile>().Where(f => f.Id == fileId && f.DraftId == draftId).ExecuteDeleteAsync(cancel);

    private static string SizeOf(long length) => length < 1_048_576
        ? string.Create(CultureInfo.InvariantCulture, $"{Math.Max(1, length / 1024)} KB")
        : string.Create(CultureInfo.InvariantCulture, $"{length / 1_048_576d:0.0} MB");
}
