using MigrantServices.Core.Documents;
using MigrantServices.Core.Grievances.Filing;
using MigrantServices.Core.People;
using MigrantServices.Core.Storage;

namespace MigrantServices.Core.Cases;

/// <summary>Something that a colleague takes down, whose files arrive before it is filed: if it is not filed in the end, they are destroyed.</summary>
/// <param name="mayTake">Whether this colleague may file this, and has not before.</param>
/// <param name="file">Files it under the hash of its code, with the draft that holds its files.</param>
public sealed class FilingOnItsWay<T>(
    PortalDb db,
    DraftDesk drafts,
    FileStore files,
    Actor colleague,
    string service,
    Func<T, CancellationToken, Task<bool>> mayTake,
    Func<T, byte[], Guid?, CancellationToken, Task<Filed>> file) : IAsyncDisposable
{
    private readonly FilesOnTheirWay _files = new(files);

    private Guid? _draftId;
    private bool? _mayTake;

    public IReadOnlyList<RefusedFile> NotTaken => _files.NotTaken;

    /// <summary>Takes nothing from somebody who may not file this, nor a second time what was filed before.</summary>
    public async Task TakeFileAsync(T form, string name, Stream content, CancellationToken cancel)
    {
        _mayTake ??= await mayTake(form, cancel);
        if (_mayTake == true)
        {
            _draftId ??= await drafts.BeginForFilesAsync(service, cancel);
            await _files.TakeAsync(content, name, FileOwner.Draft(_draftId.Value), colleague.UserId!.Value, cancel);
        }
    }

    public async Task<Filed> FileAsync(T form, byte[] codeHash, CancellationToken cancel)
    {
        var filed = await file(form, codeHash, _draftId, cancel);
        if (filed.IsNew)
        {
            _files.Keep();
        }

        return filed;
    }

    public async ValueTask DisposeAsync()
    {
        await _files.DisposeAsync();
        if (_draftId is { } draftId)
        {
            db.ChangeTracker.Clear();
            await drafts.DiscardAsync(draftId, CancellationToken.None);
        }
    }
}
