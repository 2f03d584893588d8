using Microsoft.EntityFrameworkCore;
using MigrantServices.Core.Cases;
using MigrantServices.Core.Documents;
using MigrantServices.Core.People;
using MigrantServices.Core.Storage;

namespace MigrantServices.Core.Grievances;

/// <summary>Takes in a person's reply whose files arrive before it is sent.</summary>
public sealed class ReplyDesk(PortalDb db, FilerDesk desk, FileStore files)
{
    public ReplyOnItsWay Begin(Grievance grievance, Actor actor) => new(db, desk, files, grievance, actor);
}

/// <summary>A reply on its way: if it is not sent in the end, its files are destroyed.</summary>
public sealed class ReplyOnItsWay(PortalDb db, FilerDesk desk, FileStore files, Grievance grievance, Actor actor) : IAsyncDisposable
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
            await _files.TakeAsync(content, name, FileOwner.Message(grievance.Id, messageId), null, cancel);
        }
    }

    public async Task SendAsync(Guid messageId, WriteMessage form, string language, CancellationToken cancel)
    {
        if (await desk.WriteAsync(grievance, messageId, form, language, actor, cancel))
        {
            _files.Keep();
        }
    }

    public ValueTask DisposeAsync() => _files.DisposeAsync();
}
