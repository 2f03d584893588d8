using MigrantServices.Core.Storage;
using MigrantServices.Core.Storage.Outbox;

namespace MigrantServices.Core.ChildConfirmations;

/// <summary>Once a day, in pieces: whose city takes part since today no longer waits.</summary>
public sealed class JoinCityHandler(JoinCityDesk desk, PortalDb db, Outbox outbox, TimeProvider time) : IOutboxHandler
{
    public const string JobKind = "children.join-city";

    public string Kind => JobKind;

    public async Task HandleAsync(string payload, CancellationToken cancel)
    {
        if (await desk.NextAsync(cancel))
        {
            outbox.Add(JobKind, new { }, time.GetUtcNow());
            await db.SaveChangesAsync(cancel);
        }
    }
}
