using Microsoft.EntityFrameworkCore;
using MigrantServices.Core.Documents;
using MigrantServices.Core.Storage;

namespace MigrantServices.Core.Cases;

/// <summary>A person's reply whose files arrive before it is sent: if it is not sent in the end, its files are destroyed.</summary>
/// <param name="write">Writes it; false when this very message was written before.</param>
public sealed class ReplyOnItsWay(
    PortalDb db, FileStore files, Guid caseId, Func<Guid, WriteMessage, string, CancellationToken, Task<bool>> write) : IAsyncDisposable
{
    private readonly FilesOnTheirWay _files = new(files);

    private bool? _wasSentBefore;

    /// <summary>Files that were not taken: why, a bar, and the name.</summary>
    public IReadOnlyList<string> NotTaken => [.. _files.NotTaken.Select(file => $"{file.Code}|{file.Name}")];

    public async Task TakeFileAsync(Guid messageId, string name, Stream content, CancellationToken cancel)
    {
        _wasSentBefore ??= await db.Messages.AnyAsync(m => m.Id == messageId, cancel);
        if (_wasSentBefore == false)
        {
            await _files.TakeAsync(content, name, FileOwner.Message(caseId, messageId), null, cancel);
        }
    }

    public async Task SendAsync(Guid messageId, WriteMessage form, string language, CancellationToken cancel)
    {
        if (await write(messageId, form, language, cancel))
        {
            _files.Keep();
        }
    }

    public ValueTask DisposeAsync() => _files.DisposeAsync();
}
