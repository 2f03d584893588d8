using System.Text.Json;
using MigrantServices.Core.Calendar;
using MigrantServices.Core.Storage;
using MigrantServices.Core.Storage.Outbox;

namespace MigrantServices.Core.Cases;

/// <summary>Does the recount in pieces, each a job of its own, so that no job is long and a crash loses none.</summary>
public sealed class RecountHandler(RecountDesk desk, WorkingCalendar calendar, PortalDb db, Outbox outbox, TimeProvider time) : IOutboxHandler
{
    public const string JobKind = "calendar.recount";

    public string Kind => JobKind;

    public async Task HandleAsync(string payload, CancellationToken cancel)
    {
        // another node may have changed the calendar a moment ago
        await calendar.ReadAsync(db, cancel);
        if (await desk.NextAsync(JsonSerializer.Deserialize<RecountFrom>(payload)!, cancel) is { } rest)
        {
            outbox.Add(JobKind, rest, time.GetUtcNow());
            await db.SaveChangesAsync(cancel);
        }
    }
}
