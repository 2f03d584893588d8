using System.Text.Json;
using MigrantServices.Core.Storage.Outbox;

namespace MigrantServices.Core.ChildConfirmations.Duplicates;

/// <summary>Compares one child with those that it meets.</summary>
public sealed class ChildDuplicateHandler(ChildDuplicateFinder finder) : IOutboxHandler
{
    public const string JobKind = "children.duplicates";

    public string Kind => JobKind;

    public Task HandleAsync(string payload, CancellationToken cancel) => finder.FindAsync(JsonSerializer.Deserialize<Guid>(payload), cancel);
}
