using System.Text.Json;
using MigrantServices.Core.Storage.Outbox;

namespace MigrantServices.Core.Documents;

/// <summary>Checks a file soon after it arrived, and again later while the scanner is away.</summary>
public sealed class FileCheckHandler(FileChecker checker) : IOutboxHandler
{
    public const string JobKind = "files.check";

    public string Kind => JobKind;

    public Task HandleAsync(string payload, CancellationToken cancel) =>
        checker.CheckAsync(JsonSerializer.Deserialize<Guid>(payload), cancel);
}
