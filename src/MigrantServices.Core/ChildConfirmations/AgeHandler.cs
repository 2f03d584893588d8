using Microsoft.EntityFrameworkCore;
using MigrantServices.Core.Calendar;
using MigrantServices.Core.Cases;
using MigrantServices.Core.ChildConfirmations.Casework;
using MigrantServices.Core.IdentityVault;
using MigrantServices.Core.People;
using MigrantServices.Core.Storage;
using MigrantServices.Core.Storage.Outbox;

namespace MigrantServices.Core.ChildConfirmations;

/// <summary>Once a day: tells families whose child comes of age soon, and ends the confirmation of those who are eighteen. The vault finds them by the day, without opening anybody.</summary>
public sealed class AgeHandler(PortalDb db, VaultDesk vault, PaperDesk papers, ChildPost post, Clocks clocks, TimeProvider time) : IOutboxHandler
{
    public const string JobKind = "children.age";

    /// <summary>Days on which no portal ran are made up for, so far back.</summary>
    public const int DaysBack = 14;

    private const string NoticePeriod = "age-notice." + ChildConfirmation.Prefix;

    public string Kind => JobKind;

    public async Task HandleAsync(string payload, CancellationToken cancel)
    {
        var now = time.GetUtcNow();
        var today = Seoul.DateOf(now);
        var ahead = clocks.LengthOf(NoticePeriod, now);
        for (var day = today.AddDays(-DaysBack); day <= today; day = day.AddDays(1))
        {
            await TellAsync(day.AddMonths(ahead), now, cancel);
            await EndAsync(day, cancel);
        }
    }

    private async Task TellAsync(DateOnly comesOfAgeOn, DateTimeOffset now, CancellationToken cancel)
    {
        foreach (var one in await CasesAsync(comesOfAgeOn, cancel))
        {
            if (one.ToldOfAgeAt is null && one.May(ChildConfirmation.TellComingOfAge, Actor.Portal))
            {
                one.TellComingOfAgeBy(Actor.Portal, post.Seal(one, post.Letters.AgeNotice(one, comesOfAgeOn, now), MessagePurpose.Message, Actor.Portal, now), now);
                await post.SaveAsync(one, Actor.Portal, ChildConfirmation.TellComingOfAge, cancel);
            }
        }

        db.ChangeTracker.Clear();
    }

    private async Task EndAsync(DateOnly day, CancellationToken cancel)
    {
        foreach (var one in await CasesAsync(day, cancel))
        {
            if (one.May(ChildConfirmation.AgeOut, Actor.Portal))
            {
                await papers.AgeOutAsync(one, day, cancel);
            }
        }

        db.ChangeTracker.Clear();
    }

    private async Task<List<ChildConfirmation>> CasesAsync(DateOnly comesOfAgeOn, CancellationToken cancel)
    {
        var children = await vault.ComingOfAgeAsync(comesOfAgeOn, cancel);
        return children.Count == 0 ? [] : await db.ChildConfirmations.Include(c => c.Pauses).Where(c => children.Contains(c.ChildId)).ToListAsync(cancel);
    }
}
