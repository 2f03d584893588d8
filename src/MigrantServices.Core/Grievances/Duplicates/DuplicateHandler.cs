using System.Text.Json;
using MigrantServices.Core.Storage.Outbox;

namespace MigrantServices.Core.Grievances.Duplicates;

/// <summary>Compares one case with those that it meets.</summary>
public sealed class DuplicateHandler(DuplicateFinder finder) : IOutboxHandler
{
    public const string JobKind = "grievance.duplicates";

    public string Kind => JobKind;

    public Task HandleAsync(string payload, CancellationToken cancel) => finder.FindAsync(JsonSerializer.Deserialize<Guid>(payload), cancel);
}
