using Microsoft.EntityFrameworkCore;
using MigrantServices.Core.Cases;
using MigrantServices.Core.ChildConfirmations.Casework;
using MigrantServices.Core.People;
using MigrantServices.Core.Privacy;
using MigrantServices.Core.Storage;

namespace MigrantServices.Core.ChildConfirmations.Referrals;

/// <summary>What whoever holds a link may do: open what was sent, a few times, and answer once. A link that is wrong, old, used or called back is not there.</summary>
public sealed class ReceiverDesk(PortalDb db, ReferralWords words, ChildPost post, AccessLog access, TimeProvider time)
{
    private const int Tries = 5;

    /// <summary>Whether the link opens something; it shows nothing and takes no reading.</summary>
    public async Task<bool> OpensAsync(string? key, CancellationToken cancel) => await FindAsync(key, cancel) is not null;

    /// <summary>The frozen words, for one of a few readings; null where the link opens nothing. The reading is put on record first.</summary>
    public async Task<OpenedReferral?> OpenAsync(string? key, CancellationToken cancel)
    {
        var now = time.GetUtcNow();
        if (await FindAsync(key, cancel) is not { } referral || await TakeReadingAsync(referral.Id, now, cancel) == 0)
        {
            return null;
        }

        var one = await db.ChildConfirmations.AsNoTracking().SingleAsync(c => c.Id == referral.CaseId, cancel);
        await access.WriteAsync(Actor.Receiver(one.Id, referral.Id), AccessDeed.View, one.Id, "referral:" + referral.Id, cancel);
        return await words.ReadAsync(one, referral, cancel) is { } text ? new(text, referral.PreparedAt) : null;
    }

    /// <summary>Answers once; the case, its handler and the family hear of it.</summary>
    /// <returns>False where the link opens nothing.</returns>
    public async Task<bool> AnswerAsync(string? key, AnswerAsReceiver form, CancellationToken cancel)
    {
        for (var attempt = 1; ; attempt++)
        {
            db.ChangeTracker.Clear();
            if (await FindAsync(key, cancel, tracked: true) is not { } referral)
            {
                return false;
            }

            var now = time.GetUtcNow();
            var one = await db.ChildConfirmations.SingleAsync(c => c.Id == referral.CaseId, cancel);
            var receiver = Actor.Receiver(one.Id, referral.Id);
            var from = form.Answer == ReceiverAnswer.PlaceOffered ? form.From : null;
            var letter = post.Letters.ServiceAnswer(one, referral.Receiver, form.Answer!.Value, from, form.Words, now);
            one.AnswerReferralBy(receiver, referral.Receiver, post.Seal(one, letter, MessagePurpose.Message, Actor.Portal, now), now);
            referral.AnswerBy(form.Answer.Value, from, string.IsNullOrWhiteSpace(form.Words) ? null : words.Seal(form.Words, referral.Id, SealedField.ReceiverAnswer), now);
            try
            {
                await post.SaveAsync(one, receiver, ChildConfirmation.AnswerReferral, cancel);
                return true;
            }
            catch (DbUpdateConcurrencyException) when (attempt < Tries)
            {
                // a colleague did something in the case meanwhile, or the same answer came twice
            }
        }
    }

    private async Task<ServiceReferral?> FindAsync(string? key, CancellationToken cancel, bool tracked = false)
    {
        if (!RandomKey.LooksRight(key))
        {
            return null;
        }

        var hash = RandomKey.Hash(key);
        var all = tracked ? db.Set<ServiceReferral>() : db.Set<ServiceReferral>().AsNoTracking();
        var found = await all.SingleOrDefaultAsync(r => r.LinkHash == hash, cancel);

        // who has used up the readings may still answer what they read
        return found is { State: ReferralState.Sent } && found.LinkEndsAt > time.GetUtcNow() && (found.ReadsLeft > 0 || tracked) ? found : null;
    }

    private Task<int> TakeReadingAsync(Guid id, DateTimeOffset now, CancellationToken cancel) => db.Set<ServiceReferral>()
        .Where(r => r.Id == id && r.State == ReferralState.Sent && r.ReadsLeft > 0 && r.LinkEndsAt > now)
        .ExecuteUpdateAsync(set => set.SetProperty(r => r.ReadsLeft, r => r.ReadsLeft - 1).SetProperty(r => r.FirstReadAt, r => r.FirstReadAt ?? now), cancel);
}

/// <summary>What a receiver reads, and when it was written.</summary>
public sealed record OpenedReferral(string Text, DateTimeOffset PreparedAt);
