using Microsoft.EntityFrameworkCore;
using MigrantServices.Core.Cases;
using MigrantServices.Core.ChildConfirmations.Papers;
using MigrantServices.Core.People;
using MigrantServices.Core.Storage;

namespace MigrantServices.Core.ChildConfirmations.Casework;

/// <summary>What the portal does when a child comes of age: it tells the family before, hands over what the child keeps, and ends confirmation and papers on the day.</summary>
public sealed class MajorityDesk(PortalDb db, CardRegister cards, ChildPost post, TimeProvider time)
{
    /// <summary>The notice, and with it the pack that the child keeps.</summary>
    public async Task TellAsync(ChildConfirmation one, DateOnly comesOfAgeOn, CancellationToken cancel)
    {
        var now = Now;
        var notice = post.Seal(one, post.Letters.AgeNotice(one, comesOfAgeOn, now), MessagePurpose.Message, Actor.Portal, now);
        one.TellComingOfAgeBy(Actor.Portal, notice, await PackAsync(one, comesOfAgeOn, now, cancel), now);
        await post.SaveAsync(one, Actor.Portal, ChildConfirmation.TellComingOfAge, cancel);
    }

    /// <summary>The child is eighteen: confirmation and papers end by themselves.</summary>
    public async Task AgeOutAsync(ChildConfirmation one, DateOnly on, CancellationToken cancel)
    {
        var now = Now;
        var letter = post.Seal(one, post.Letters.AgedOut(one, on, now), MessagePurpose.Message, Actor.Portal, now);
        var pack = one is { ConfirmedAt: not null, ToldOfAgeAt: null } ? await PackAsync(one, on, now, cancel) : null;
        // the round that calls may hold one of its own, which it ends itself
        await using var own = db.Database.CurrentTransaction is null ? await db.Database.BeginTransactionAsync(cancel) : null;
        one.AgeOutBy(Actor.Portal, letter, pack, now);
        await post.SaveAsync(one, Actor.Portal, ChildConfirmation.AgeOut, cancel);
        if (await db.Set<CardIssue>().AsNoTracking().Where(c => c.CaseId == one.Id && c.State == CardState.Valid).Select(c => (Guid?)c.Id).FirstOrDefaultAsync(cancel) is { } valid)
        {
            await cards.EndAsync(valid, CardState.AgedOut, Actor.Portal, cancel);
        }

        if (own is not null)
        {
            await own.CommitAsync(cancel);
        }
    }

    private DateTimeOffset Now => time.GetUtcNow();

    // nothing in it is of the vault: the case knows when and where, the papers their number
    private async Task<CaseMessage> PackAsync(ChildConfirmation one, DateOnly comesOfAgeOn, DateTimeOffset now, CancellationToken cancel)
    {
        var document = await db.Set<CardIssue>().AsNoTracking().Where(c => c.CaseId == one.Id).OrderByDescending(c => c.IssuedAt).Select(c => c.DocumentSerial).FirstAsync(cancel);
        return post.Seal(one, post.Letters.Handover(one, comesOfAgeOn, document, now), MessagePurpose.Handover, Actor.Portal, now);
    }
}
