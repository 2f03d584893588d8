namespace MigrantServices.Core.Documents;

/// <summary>A file that was not taken, and the code of the reason.</summary>
public sealed record RefusedFile(string Code, string Name);

/// <summary>Files that arrive before the message they belong to is sent: if it is not sent in the end, they are destroyed.</summary>
public sealed class FilesOnTheirWay(FileStore store) : IAsyncDisposable
{
    private readonly List<Guid> _taken = [];
    private readonly List<RefusedFile> _notTaken = [];

    public IReadOnlyList<RefusedFile> NotTaken => _notTaken;

    /// <param name="uploadedBy">The colleague; null when it comes from the person.</param>
    public async Task TakeAsync(Stream content, string name, FileOwner owner, Guid? uploadedBy, CancellationToken cancel)
    {
        var reception = await store.ReceiveAsync(content, name, owner, uploadedBy, cancel);
        if (reception.FileId is { } fileId)
        {
            _taken.Add(fileId);
        }
        else
        {
            _notTaken.Add(new(reception.Refusal!, SafeFileName.Clean(name)));
        }
    }

    /// <summary>The message is sent: its files stay.</summary>
    public void Keep() => _taken.Clear();

    public async ValueTask DisposeAsync()
    {
        foreach (var fileId in _taken)
        {
            await store.DeleteAsync(fileId, CancellationToken.None);
        }
    }
}
