using MigrantServices.Core.Cases;
using MigrantServices.Core.Documents;
using MigrantServices.Core.Grievances.Filing;
using MigrantServices.Core.People;
using MigrantServices.Core.Storage;

namespace MigrantServices.Core.Grievances;

/// <summary>Takes in what a colleague takes down, with the files that came with it.</summary>
public sealed class CounterDesk(PortalDb db, FilingDesk desk, DraftDesk drafts, FileStore files)
{
    public FilingOnItsWay Begin(Actor colleague) => new(db, desk, drafts, files, colleague);
}

/// <summary>A grievance whose files arrive before it is filed: if it is not filed in the end, they are destroyed.</summary>
public sealed class FilingOnItsWay(PortalDb db, FilingDesk desk, DraftDesk drafts, FileStore files, Actor colleague) : IAsyncDisposable
{
    private readonly FilesOnTheirWay _files = new(files);

    private Guid? _draftId;
    private bool? _mayTake;

    public IReadOnlyList<RefusedFile> NotTaken => _files.NotTaken;

    /// <summary>Takes nothing from somebody who may not file this, nor a second time what was filed before.</summary>
    public async Task TakeFileAsync(FileAtCounter form, string name, Stream content, CancellationToken cancel)
    {
        _mayTake ??= FilingDesk.WhyNot(form, colleague) is null && !await desk.IsFiledAsync(form, colleague, cancel);
        if (_mayTake == true)
        {
            _draftId ??= await drafts.BeginForFilesAsync(Grievance.Prefix, cancel);
            await _files.TakeAsync(content, name, FileOwner.Draft(_draftId.Value), colleague.UserId!.Value, cancel);
        }
    }

    public async Task<Filed> FileAsync(FileAtCounter form, byte[] codeHash, CancellationToken cancel)
    {
        var filed = await desk.FileAtCounterAsync(form, colleague, codeHash, _draftId, cancel);
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
