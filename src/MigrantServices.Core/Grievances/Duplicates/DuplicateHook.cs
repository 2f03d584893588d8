using System.Text.Json;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Diagnostics;
using MigrantServices.Core.Cases;
using MigrantServices.Core.Storage.Outbox;

namespace MigrantServices.Core.Grievances.Duplicates;

/// <summary>Leaves the comparison in the save that brings a case or a person into it, so that no desk can forget it.</summary>
public sealed class DuplicateHook : SaveChangesInterceptor
{
    public override InterceptionResult<int> SavingChanges(DbContextEventData eventData, InterceptionResult<int> result)
    {
        Leave(eventData.Context!);
        return result;
    }

    public override ValueTask<InterceptionResult<int>> SavingChangesAsync(
        DbContextEventData eventData, InterceptionResult<int> result, CancellationToken cancellationToken = default)
    {
        Leave(eventData.Context!);
        return ValueTask.FromResult(result);
    }

    private static void Leave(DbContext db)
    {
        var told = db.ChangeTracker.Entries<CaseEvent>()
            .Where(entry => entry.State == EntityState.Added && (entry.Entity.Action == Grievance.File.Code || entry.Entity.Action == Grievance.GiveName.Code))
            .Select(entry => entry.Entity).ToList();
        foreach (var deed in told)
        {
            var key = $"{DuplicateHandler.JobKind}:{deed.Id}";
            if (!db.ChangeTracker.Entries<OutboxJob>().Any(entry => entry.Entity.DedupeKey == key))
            {
                db.Add(new OutboxJob { Kind = DuplicateHandler.JobKind, Payload = JsonSerializer.Serialize(deed.CaseId), DueAt = deed.At, DedupeKey = key });
            }
        }
    }
}
