using System.Text.Json;
using MigrantServices.Core.Storage;
using MigrantServices.Core.Storage.Outbox;

namespace MigrantServices.Core.Grievances.Patterns;

/// <summary>Marks the respondents of older cases in pieces, each a job of its own, so that no job is long and a crash loses none.</summary>
public sealed class OlderRespondentsHandler(OlderRespondents older, PortalDb db, Outbox outbox, TimeProvider time) : IOutboxHandler
{
    public const string JobKind = "older-respondents";

    public string Kind => JobKind;

    public async Task HandleAsync(string payload, CancellationToken cancel)
    {
        if (await older.NextAsync(JsonSerializer.Deserialize<Guid>(payload), OlderRespondents.AtOnce, cancel) is { } last)
        {
            outbox.Add(JobKind, last, time.GetUtcNow());
            await db.SaveChangesAsync(cancel);
        }
    }
}
