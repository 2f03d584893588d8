using Microsoft.EntityFrameworkCore;
using MigrantServices.Core.Cases;
using MigrantServices.Core.ChildConfirmations.Referrals;
using MigrantServices.Core.ChildConfirmations.Showing;
using MigrantServices.Core.IdentityVault;
using MigrantServices.Core.Notices;
using MigrantServices.Core.People;
using MigrantServices.Core.Privacy;
using MigrantServices.Core.Storage;

namespace MigrantServices.Core.ChildConfirmations.Casework;

/// <summary>Takes parents into a child's file and out of it, and gives a family a new code at the counter. How they were recognised is kept, and they read of it in a letter.</summary>
public sealed class ParentDesk(PortalDb db, ParentDeskParts parts, VaultDesk vault, ChildPost post, TimeProvider time)
{
    /// <summary>The old code and whatever is open with it end.</summary>
    /// <returns>The new one, to be shown once.</returns>
    /// <exception cref="RefusedException"><c>child.nobody-had-a-code</c>, <c>child.parent-was-unlinked</c>.</exception>
    public async Task<ReceiptCode> RenewAsync(ChildConfirmation one, RenewChildCode form, Actor actor, CancellationToken cancel)
    {
        var now = time.GetUtcNow();
        Refuse(one.WhyNot(ChildConfirmation.RenewCode, actor) ?? (await parts.Codes.WasHeldAsync(one, cancel) ? null : new("child.nobody-had-a-code")));
        one.RenewCodeBy(actor, now);
        one.Messages.Add(post.Seal(one, post.Letters.CodeRenewed(one, actor.Name, now), MessagePurpose.Message, Actor.Portal, now));
        var (code, lost) = await parts.Codes.RenewAsync(one, now, cancel);
        db.Add(post.Note(one, form.Shown!, actor, now));
        await post.SaveAsync(one, actor, ChildConfirmation.RenewCode, cancel);
        await parts.Codes.EndSessionsAsync(lost, cancel);
        return code;
    }

    /// <summary>A parent comes into the child's file: who they are goes into the vault, and they read nothing from before. One who stands in the file already does not stand there twice.</summary>
    /// <exception cref="RefusedException"><c>child.parent-in-already</c>, <c>child.no-ground</c>.</exception>
    public async Task<ReceiptCode> TakeParentInAsync(ChildConfirmation one, TakeParentIn form, Actor actor, CancellationToken cancel)
    {
        var now = time.GetUtcNow();
        Refuse(one.WhyNot(ChildConfirmation.TakeParentIn, actor) ?? (await parts.Codes.IsHeldAsync(one, cancel) ? new("child.parent-in-already") : parts.Keeping.WhyNot(one, actor)));
        one.TakeParentInBy(actor, form.Language!, now);
        one.Messages.Add(post.Seal(one, post.Letters.ParentTakenIn(one, actor.Name, now), MessagePurpose.Message, Actor.Portal, now));
        var (code, _) = await parts.Codes.RenewAsync(one, now, cancel);
        db.Add(post.Note(one, form.Shown!, actor, now));
        await parts.Keeping.KeepAsync(one, actor, ChildConfirmation.TakeParentIn, () => vault.TakeParentInAsync(one.ChildId, form.Relation!.Value, form.Identity(), cancel), cancel);
        return code;
    }

    /// <summary>
    /// A parent from whom the child must be protected is taken out of its file. The family's code ends too, since they may know it, and so do the mails that
    /// wait, what the family shows at that moment, and the referrals that name a parent; the other parent comes in at the counter anew.
    /// </summary>
    /// <exception cref="RefusedException"><c>child.no-such-parent</c>.</exception>
    public async Task UnlinkAsync(ChildConfirmation one, Guid parentId, Actor actor, CancellationToken cancel)
    {
        var now = time.GetUtcNow();
        Refuse(one.WhyNot(ChildConfirmation.UnlinkParent, actor) ?? (await vault.IsParentAsync(one.ChildId, parentId, cancel) ? null : new("child.no-such-parent")));
        one.UnlinkParentBy(actor, now);
        var ended = await parts.Codes.EndAsync(one, now, cancel);
        var naming = await parts.Referrals.EndAsync(one, now, cancel);
        await using (var all = await db.Database.BeginTransactionAsync(cancel))
        {
            await post.SaveAsync(one, actor, ChildConfirmation.UnlinkParent, cancel);
            await Notice.DropWaitingAsync(db, one.Id, cancel);
            await db.Set<OneTimeView>().Where(v => v.CaseId == one.Id && v.OpenedAt == null && v.EndsAt > now).ExecuteUpdateAsync(set => set.SetProperty(v => v.EndsAt, now), cancel);
            // last: whoever was slower than somebody else changes nothing here either
            await vault.UnlinkAsync(one.ChildId, parentId, cancel);
            await all.CommitAsync(cancel);
        }

        await parts.Referrals.DestroyWordsAsync(one, naming, cancel);
        await parts.Codes.EndSessionsAsync(ended, cancel);
    }

    private static void Refuse(Refusal? refusal)
    {
        if (refusal is not null)
        {
            throw new RefusedException(refusal);
        }
    }
}

/// <summary>The codes of families, the referrals that lead to a parent, and under what a parent is kept.</summary>
public sealed record ParentDeskParts(CodeRenewal Codes, UnlinkedReferrals Referrals, ChildKeeping Keeping);
