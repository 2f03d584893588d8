using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Diagnostics;
using MigrantServices.Core.Cases;
using MigrantServices.Core.People;
using MigrantServices.Core.Privacy;

namespace MigrantServices.Core.ChildConfirmations.Childcare;

/// <summary>Stops help with daycare in the very save of the deed that ends what it rests on, so that no desk can forget it.</summary>
public sealed class ChildcareHook : SaveChangesInterceptor
{
    private static readonly IReadOnlyDictionary<string, StopReason> Ends = new Dictionary<string, StopReason>(StringComparer.Ordinal)
    {
        [ChildConfirmation.AcceptTransfer.Code] = StopReason.MovedAway,
        [ChildConfirmation.AgeOut.Code] = StopReason.CameOfAge,
        [ChildConfirmation.ApproveRevocation.Code] = StopReason.ConfirmationEnded,
        [ChildConfirmation.ApproveRefusal.Code] = StopReason.ConfirmationEnded,
        [ChildConfirmation.Withdraw.Code] = StopReason.ConfirmationEnded,
    };

    public override async ValueTask<InterceptionResult<int>> SavingChangesAsync(DbContextEventData eventData, InterceptionResult<int> result, CancellationToken cancellationToken = default)
    {
        var db = eventData.Context!;
        var ends = db.ChangeTracker.Entries<CaseEvent>().Where(entry => entry.State == EntityState.Added && Ends.ContainsKey(entry.Entity.Action))
            .Select(entry => entry.Entity).ToList();
        foreach (var end in ends)
        {
            await StopAsync(db, end, Ends[end.Action], cancellationToken);
        }

        return result;
    }

    private static async Task StopAsync(DbContext db, CaseEvent end, StopReason because, CancellationToken cancel)
    {
        // cases of other services are withdrawn by a deed of the same name
        if (db.ChangeTracker.Entries<ChildConfirmation>().FirstOrDefault(entry => entry.Entity.Id == end.CaseId)?.Entity is not { } one)
        {
            return;
        }

        foreach (var award in await db.Set<ChildcareAward>().Where(a => a.CaseId == one.Id && (a.State == AwardState.Proposed || a.State == AwardState.Approved)).ToListAsync(cancel))
        {
            // a save that failed and is tried again stops it once
            if (award.IsOpen)
            {
                award.Stop(because, end.At);
                one.StopChildcareBy(Actor.Portal, because.ToString(), end.At);
                db.Add(new AccessRecord { At = end.At, Role = Role.Portal, Deed = AccessDeed.Change, CaseId = one.Id, Detail = ChildConfirmation.StopChildcare.Code });
            }
        }
    }
}
