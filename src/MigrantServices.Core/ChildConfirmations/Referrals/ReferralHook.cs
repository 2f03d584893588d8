using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Diagnostics;
using MigrantServices.Core.Cases;
using MigrantServices.Core.Storage;

namespace MigrantServices.Core.ChildConfirmations.Referrals;

/// <summary>Ends the referrals that are under way in the very save of the deed that ends the case, so that no desk can forget it: their links open nothing any more, and whoever was sent something is told.</summary>
public sealed class ReferralHook : SaveChangesInterceptor
{
    private static readonly HashSet<string> Ends = new(
        [ChildConfirmation.Withdraw.Code, ChildConfirmation.ApproveRefusal.Code, ChildConfirmation.ApproveRevocation.Code, ChildConfirmation.AgeOut.Code], StringComparer.Ordinal);

    public override async ValueTask<InterceptionResult<int>> SavingChangesAsync(DbContextEventData eventData, InterceptionResult<int> result, CancellationToken cancellationToken = default)
    {
        var db = (PortalDb)eventData.Context!;
        // cases of other services are withdrawn by a deed of the same name, and have no referrals here
        var ended = db.ChangeTracker.Entries<CaseEvent>().Where(entry => entry.State == EntityState.Added && Ends.Contains(entry.Entity.Action)).Select(entry => entry.Entity).ToList();
        foreach (var end in ended.Where(end => db.ChangeTracker.Entries<ChildConfirmation>().Any(entry => entry.Entity.Id == end.CaseId)))
        {
            var underWay = await db.Set<ServiceReferral>().Where(r => r.CaseId == end.CaseId && (r.State == ReferralState.Prepared || r.State == ReferralState.Sent)).ToListAsync(cancellationToken);
            // a save that failed and is tried again ends it once
            foreach (var referral in underWay.Where(referral => referral.IsUnderWay))
            {
                referral.End(ReferralEnd.CaseOver, end.At);
                new ReferralMail(db).TellEnd(referral, end.At);
            }
        }

        return result;
    }
}
