using System.Text.Json;
using MigrantServices.Core.Storage.Outbox;

namespace MigrantServices.Core.Grievances.Patterns;

/// <summary>Counts anew for one case, after the deed that changed it.</summary>
public sealed class PatternHandler(PatternCounter counter) : IOutboxHandler
{
    public const string JobKind = "patterns";

    public string Kind => JobKind;

    public Task HandleAsync(string payload, CancellationToken cancel) => counter.CountAsync(JsonSerializer.Deserialize<Guid>(payload), cancel);
}
