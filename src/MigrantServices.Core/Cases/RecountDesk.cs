using Microsoft.EntityFrameworkCore;
using MigrantServices.Core.People;
using MigrantServices.Core.Privacy;
using MigrantServices.Core.Storage;

namespace MigrantServices.Core.Cases;

/// <summary>Reckons open due days anew after the public holidays have changed, and says so on each case whose day moves.</summary>
public sealed class RecountDesk(PortalDb db, Clocks clocks, AccessLog access, TimeProvider time)
{
    public const int AtOnce = 200;

    /// <summary>Does the next cases, the soonest due first. A due day before the changed day cannot move.</summary>
    /// <returns>From where to go on; null when all are done.</returns>
    public async Task<RecountFrom?> NextAsync(RecountFrom from, CancellationToken cancel)
    {
        var (day, afterDue, afterId) = from;
        var cases = await db.Set<ServiceCase>()
            .Where(c => c.DueOn >= day && (afterDue == null || c.DueOn > afterDue || (c.DueOn == afterDue && c.Id > afterId)))
            .OrderBy(c => c.DueOn).ThenBy(c => c.Id)
            .Take(AtOnce)
            .Include(c => c.Pauses)
            .ToListAsync(cancel);
        if (cases.Count == 0)
        {
            return null;
        }

        // where to go on is where these stood before they moved
        var next = new RecountFrom(day, cases[^1].DueOn, cases[^1].Id);
        var now = time.GetUtcNow();
        foreach (var one in cases)
        {
            var clock = clocks.Of(one);
            if (one.IsMovedBy(clock))
            {
                one.RecountBy(Actor.Portal, clock, now);
                access.AddChange(Actor.Portal, one.Id, ServiceCase.Recount);
            }
        }

        await db.SaveChangesAsync(cancel);
        db.ChangeTracker.Clear();
        return cases.Count < AtOnce ? null : next;
    }
}

/// <summary>From which changed day on, and after which due day and case.</summary>
public sealed record RecountFrom(DateOnly Day, DateOnly? AfterDue, Guid? AfterId);
