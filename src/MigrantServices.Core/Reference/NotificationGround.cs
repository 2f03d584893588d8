using System.Text.Json;
using MigrantServices.Core.Calendar;

namespace MigrantServices.Core.Reference;

/// <summary>
/// Why the officer who reads a case need not tell immigration (Immigration Act art. 84(1) proviso; Enforcement Decree art. 92-2).
/// While a service has no ground on record, nobody's identity is taken in it.
/// </summary>
public sealed class NotificationGround(ReferenceBook book, TimeProvider time)
{
    public ReferenceItem? For(string service) => book
        .Items(Lists.NotificationGrounds, Seoul.DateOf(time.GetUtcNow()))
        .FirstOrDefault(item => JsonSerializer.Deserialize<Details>(item.Details, JsonSerializerOptions.Web)!.Services.Contains(service, StringComparer.Ordinal));

    private sealed record Details(IReadOnlyList<string> Services);
}
