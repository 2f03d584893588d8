using System.Text.Json;

namespace MigrantServices.Core.Storage.Outbox;

/// <summary>Where desks leave what is to be done once their deed is stored.</summary>
public sealed class Outbox(PortalDb db, OutboxSignal signal)
{
    private bool _isListening;

    /// <summary>The job is stored by the desk's own save, or not at all.</summary>
    public OutboxJob Add<TPayload>(string kind, TPayload payload, DateTimeOffset dueAt, string? dedupeKey = null)
    {
        if (!_isListening)
        {
            _isListening = true;
            db.SavedChanges += (_, _) => signal.Wake();
        }

        var job = new OutboxJob { Kind = kind, Payload = JsonSerializer.Serialize(payload), DueAt = dueAt, DedupeKey = dedupeKey };
        db.Add(job);
        return job;
    }
}
