using MigrantServices.Core.Storage;
using MigrantServices.Core.Storage.Outbox;

namespace MigrantServices.Core.Grievances;

/// <summary>Writes the progress letters of a day in pieces, each a job of its own, so that no job is long and a crash sends none twice.</summary>
public sealed class ProgressHandler(ProgressDesk desk, PortalDb db, Outbox outbox, TimeProvider time) : IOutboxHandler
{
    public const string JobKind = "grievances.progress";

    public string Kind => JobKind;

    public async Task HandleAsync(string payload, CancellationToken cancel)
    {
        if (await desk.NextAsync(time.GetUtcNow(), cancel))
        {
            outbox.Add(JobKind, new { }, time.GetUtcNow());
            await db.SaveChangesAsync(cancel);
        }
    }
}
