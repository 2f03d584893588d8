using MigrantServices.Core.Documents.Kinds;

namespace MigrantServices.Core.Documents;

/// <summary>How an upload ended: a file that now waits for its check, or the reason for which it was not taken.</summary>
public sealed record Reception(Guid? FileId, FileKind? Kind, string? Refusal)
{
    public static Reception Of(CaseFile file) => new(file.Id, file.Kind, null);

    public static Reception Refused(string code) => new(null, null, code);
}

/// <summary>A released file on its way to a reader, who disposes it.</summary>
public sealed record OpenedFile(CaseFile File, string Name, Stream Content) : IAsyncDisposable
{
    public ValueTask DisposeAsync() => Content.DisposeAsync();
}
