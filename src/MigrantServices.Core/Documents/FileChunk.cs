using MigrantServices.Core.Documents.Sealing;

namespace MigrantServices.Core.Documents;

/// <summary>One closed piece of a file.</summary>
public sealed class FileChunk
{
    public required Guid FileId { get; init; }

    public required FileCopy Copy { get; init; }

    /// <summary>From 0.</summary>
    public required int Number { get; init; }

    public required byte[] Content { get; init; }
}
