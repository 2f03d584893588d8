using Microsoft.EntityFrameworkCore;
using MigrantServices.Core.Cases;
using MigrantServices.Core.People;
using MigrantServices.Core.Privacy;
using MigrantServices.Core.Storage;

namespace MigrantServices.Core.ChildConfirmations;

/// <summary>Lets the cases of families begin who wait for their city, once that city takes part.</summary>
public sealed class JoinCityDesk(PortalDb db, ChildDoor door, Clocks clocks, AccessLog access, TimeProvider time)
{
    public const int AtOnce = 200;

    /// <summary>Lets the next cases begin, those that wait longest first.</summary>
    /// <returns>Whether there may be more.</returns>
    public async Task<bool> NextAsync(CancellationToken cancel)
    {
        var (now, cities) = (time.GetUtcNow(), door.Cities);
        var waiting = await db.ChildConfirmations
            .Where(c => c.Status == CaseStatus.Waiting && c.Municipality != null && cities.Contains(c.Municipality))
            .OrderBy(c => c.ReceivedAt).ThenBy(c => c.Id).Take(AtOnce)
            .Include(c => c.Pauses)
            .ToListAsync(cancel);
        foreach (var child in waiting)
        {
            child.JoinCityBy(Actor.Portal, clocks.For(ChildConfirmation.Prefix, now), now);
            access.AddChange(Actor.Portal, child.Id, ChildConfirmation.JoinCity);
        }

        await db.SaveChangesAsync(cancel);
        db.ChangeTracker.Clear();
        return waiting.Count == AtOnce;
    }
}
