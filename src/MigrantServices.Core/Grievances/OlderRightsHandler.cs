using System.Text.Json;
using Microsoft.EntityFrameworkCore;
using MigrantServices.Core.Cases;
using MigrantServices.Core.People;
using MigrantServices.Core.Storage;
using MigrantServices.Core.Storage.Outbox;

namespace MigrantServices.Core.Grievances;

/// <summary>Keeps the last day of the whole procedure of cases that were open before it was kept, in pieces. Begun anew it keeps the same days.</summary>
public sealed class OlderRightsHandler(PortalDb db, Clocks clocks, Outbox outbox, TimeProvider time) : IOutboxHandler
{
    public const string JobKind = "older-rights";
    public const int AtOnce = 200;

    public string Kind => JobKind;

    public async Task HandleAsync(string payload, CancellationToken cancel)
    {
        var after = JsonSerializer.Deserialize<Guid>(payload);
        var cases = await db.Grievances.VisibleTo(Actor.Portal, Grievance.Service).Open().Where(c => c.Id > after)
            .OrderBy(c => c.Id).Take(AtOnce).Include(c => c.Pauses).ToListAsync(cancel);
        foreach (var one in cases)
        {
            one.KeepRightsDay(clocks.Of(Grievance.RightsPeriod, one.ReceivedAt));
        }

        if (cases.Count == AtOnce)
        {
            outbox.Add(JobKind, cases[^1].Id, time.GetUtcNow());
        }

        await db.SaveChangesAsync(cancel);
    }
}
