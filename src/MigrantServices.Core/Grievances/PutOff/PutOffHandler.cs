using System.Text.Json;
using MigrantServices.Core.Calendar;
using MigrantServices.Core.Storage;
using MigrantServices.Core.Storage.Outbox;

namespace MigrantServices.Core.Grievances.PutOff;

/// <summary>Puts days off in pieces, each a job of its own, so that no job is long and a crash loses none.</summary>
public sealed class PutOffHandler(PutOffDesk desk, WorkingCalendar calendar, PortalDb db, Outbox outbox, TimeProvider time) : IOutboxHandler
{
    public const string JobKind = "calendar.put-off";

    public string Kind => JobKind;

    public async Task HandleAsync(string payload, CancellationToken cancel)
    {
        // another node may have changed the calendar a moment ago
        await calendar.ReadAsync(db, cancel);
        if (await desk.NextAsync(JsonSerializer.Deserialize<PutOffFrom>(payload)!, time.GetUtcNow(), cancel) is { } rest)
        {
            outbox.Add(JobKind, rest, time.GetUtcNow());
            await db.SaveChangesAsync(cancel);
        }
    }
}
