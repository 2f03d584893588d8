using System.Text.Json;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Diagnostics;
using MigrantServices.Core.Cases;
using MigrantServices.Core.Storage.Outbox;

namespace MigrantServices.Core.Grievances.Patterns;

/// <summary>Leaves a job in the save of every deed that changes what counts for a pattern, so that no desk can forget it.</summary>
public sealed class PatternHook : SaveChangesInterceptor
{
    private static readonly string[] Deeds =
        [.. new[] { Grievance.File, Grievance.Withdraw, Grievance.TreatAsWithdrawn, Grievance.SetApart, Grievance.BringBack, Grievance.Link, Grievance.Unlink }.Select(deed => deed.Code)];

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
        var deeds = db.ChangeTracker.Entries<CaseEvent>().Where(entry => entry.State == EntityState.Added && Deeds.Contains(entry.Entity.Action)).Select(entry => entry.Entity).ToList();
        if (deeds.Count == 0)
        {
            return;
        }

        var named = db.ChangeTracker.Entries<Grievance>().Select(entry => entry.Entity).Where(one => one.Respondent is not null).Select(one => one.Id).ToHashSet();
        var left = db.ChangeTracker.Entries<OutboxJob>().Select(entry => entry.Entity.DedupeKey).ToHashSet();
        foreach (var deed in deeds.Where(deed => named.Contains(deed.CaseId)))
        {
            // a save that failed and is tried again leaves it once
            var key = $"{PatternHandler.JobKind}:{deed.Id}";
            if (left.Add(key))
            {
                db.Add(new OutboxJob { Kind = PatternHandler.JobKind, Payload = JsonSerializer.Serialize(deed.CaseId), DueAt = deed.At, DedupeKey = key });
            }
        }
    }
}
