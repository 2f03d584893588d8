using MigrantServices.Core.Documents.Kinds;

namespace MigrantServices.Core.Documents;

/// <summary>How an upload ended: a file that now waits for its check, or the reason for which it was not taken.</summary>
/// <param name="Length">In bytes; 0 when it was not taken.</param>
public sealed record Reception(Guid? FileId, FileKind? Kind, long Length, string? Refusal)
{
    public static Reception Of(CaseFile file) => new(file.Id, file.Kind, file.Length, null);

    public static Reception Refused(string code) => new(null, null, 0, code);
}

/// <summary>A released file on its way to a reader, who disposes it.</summary>
public sealed record OpenedFile(CaseFile File, string Name, Stream Content) : IAsyncDisposable
{
    public ValueTask DisposeAsync() => Content.DisposeAsync();
}
