using System.Text.Json;
using MigrantServices.Core.Storage.Outbox;

namespace MigrantServices.Core.RefugeeSupport.Households;

/// <summary>Compares an application that was filed before applications were compared.</summary>
public sealed class HouseholdHandler(HouseholdFinder finder) : IOutboxHandler
{
    public const string JobKind = "households.find";

    public string Kind => JobKind;

    public Task HandleAsync(string payload, CancellationToken cancel) => finder.FindAsync(JsonSerializer.Deserialize<Guid>(payload), cancel);
}
