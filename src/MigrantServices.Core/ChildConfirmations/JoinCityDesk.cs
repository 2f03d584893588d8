using Microsoft.EntityFrameworkCore;
using MigrantServices.Core.Cases;
using MigrantServices.Core.ChildConfirmations.Casework;
using MigrantServices.Core.People;
using MigrantServices.Core.Storage;

namespace MigrantServices.Core.ChildConfirmations;

/// <summary>Lets the days count in the cases of a city that takes part from now on: of families who wait, and of children who were in danger before.</summary>
public sealed class JoinCityDesk(PortalDb db, ChildDoor door, Clocks clocks, ChildPost post, TimeProvider time)
{
    public const int AtOnce = 200;

    /// <summary>Lets the next cases begin, those that wait longest first.</summary>
    /// <returns>Whether there may be more.</returns>
    public async Task<bool> NextAsync(CancellationToken cancel)
    {
        var (now, cities) = (time.GetUtcNow(), door.Cities);
        var waiting = await db.ChildConfirmations
            .Where(c => c.Municipality != null && cities.Contains(c.Municipality)
                && (c.Status == CaseStatus.Waiting || ((c.Status == CaseStatus.Submitted || c.Status == CaseStatus.UnderReview) && c.DueOn == null && c.PausedOn == null)))
            .OrderBy(c => c.ReceivedAt).ThenBy(c => c.Id).Take(AtOnce)
            .Include(c => c.Pauses)
            .ToListAsync(cancel);
        foreach (var child in waiting)
        {
            child.JoinCityBy(Actor.Portal, clocks.For(ChildConfirmation.Prefix, now), now);
            post.AddChange(child, Actor.Portal, ChildConfirmation.JoinCity);
            if (child.HasParent)
            {
                child.Messages.Add(post.Seal(child, post.Letters.Joined(child, now), MessagePurpose.Message, Actor.Portal, now));
            }
        }

        await db.SaveChangesAsync(cancel);
        db.ChangeTracker.Clear();
        return waiting.Count == AtOnce;
    }
}
