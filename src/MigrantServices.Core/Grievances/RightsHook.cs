using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.ChangeTracking;
using Microsoft.EntityFrameworkCore.Diagnostics;
using MigrantServices.Core.Cases;

namespace MigrantServices.Core.Grievances;

/// <summary>Keeps the last day of the whole procedure in the save of every deed that moves it, so that no desk can forget it.</summary>
public sealed class RightsHook(Clocks clocks) : SaveChangesInterceptor
{
    /// <summary>What the day rests on beside the pauses.</summary>
    private static readonly string[] Grounds =
        [nameof(Grievance.Status), nameof(Grievance.ClockFrom), nameof(Grievance.PausedOn), nameof(Grievance.OwnMotionAt), nameof(Grievance.RightsExtendedBy), nameof(Grievance.RightsRecountedTo)];

    public override InterceptionResult<int> SavingChanges(DbContextEventData eventData, InterceptionResult<int> result)
    {
        foreach (var one in Moved(eventData.Context!))
        {
            if (one.State != EntityState.Added)
            {
                one.Collection(g => g.Pauses).Load();
            }

            Keep(one.Entity);
        }

        return result;
    }

    public override async ValueTask<InterceptionResult<int>> SavingChangesAsync(
        DbContextEventData eventData, InterceptionResult<int> result, CancellationToken cancellationToken = default)
    {
        foreach (var one in Moved(eventData.Context!))
        {
            // a new case has all of its pauses with it
            if (one.State != EntityState.Added)
            {
                await one.Collection(g => g.Pauses).LoadAsync(cancellationToken);
            }

            Keep(one.Entity);
        }

        return result;
    }

    private void Keep(Grievance one) => one.KeepRightsDay(clocks.Of(Grievance.RightsPeriod, one.ReceivedAt));

    private static List<EntityEntry<Grievance>> Moved(DbContext db)
    {
        var paused = db.ChangeTracker.Entries<CasePause>().Where(entry => entry.State is EntityState.Added or EntityState.Modified).Select(entry => entry.Entity.CaseId).ToHashSet();
        return [.. db.ChangeTracker.Entries<Grievance>().Where(entry => entry.State == EntityState.Added
            || (entry.State == EntityState.Modified && (paused.Contains(entry.Entity.Id) || Array.Exists(Grounds, name => entry.Property(name).IsModified))))];
    }
}
