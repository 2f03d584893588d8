using Microsoft.EntityFrameworkCore;
using MigrantServices.Core.IdentityVault;
using MigrantServices.Core.Storage;

namespace MigrantServices.Core.ChildConfirmations.Referrals;

/// <summary>Ends the referrals that name a parent or say how one is reached, once a parent was taken out of the child's file: they lead to whoever the child is protected from.</summary>
public sealed class UnlinkedReferrals(PortalDb db, VaultDesk vault, ReferralMail mail)
{
    /// <summary>Ends them, in whatever is saved next. A receiver who has the words already is told that they hold no longer.</summary>
    /// <returns>The referrals whose words are to be destroyed once that is saved.</returns>
    public async Task<IReadOnlyList<Guid>> EndAsync(ChildConfirmation one, DateTimeOffset now, CancellationToken cancel)
    {
        var naming = (await db.Set<ServiceReferral>().Where(r => r.CaseId == one.Id && r.EndedAt == null && (r.State == ReferralState.Prepared || r.State == ReferralState.Sent)).ToListAsync(cancel))
            .Where(r => r.Items.Any(ChildItems.OfParents.Contains)).ToList();
        foreach (var referral in naming)
        {
            referral.End(ReferralEnd.ParentUnlinked, now);
            mail.TellEnd(referral, now);
        }

        return [.. naming.Select(r => r.Id)];
    }

    public async Task DestroyWordsAsync(ChildConfirmation one, IReadOnlyList<Guid> referrals, CancellationToken cancel)
    {
        foreach (var referral in referrals)
        {
            await vault.DestroyPaperAsync(one.ChildId, referral, cancel);
        }
    }
}
