using System.Text.Json;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Diagnostics;
using MigrantServices.Core.Cases;
using MigrantServices.Core.ChildConfirmations;
using MigrantServices.Core.ChildConfirmations.Duplicates;
using MigrantServices.Core.Storage.Outbox;

namespace MigrantServices.Core.Grievances.Duplicates;

/// <summary>Leaves the comparison in the save that brings a case or a person into it, or changes what is known of a child, so that no desk can forget it.</summary>
public sealed class DuplicateHook : SaveChangesInterceptor
{
    private static readonly HashSet<string> OfGrievances = [Grievance.File.Code, Grievance.GiveName.Code, Grievance.NameRepresentative.Code, Grievance.TakeOffRepresentative.Code];

    private static readonly HashSet<string> OfChildren =
        [ChildConfirmation.File.Code, ChildConfirmation.CorrectIdentity.Code, ChildConfirmation.CorrectParent.Code, ChildConfirmation.AddParent.Code, ChildConfirmation.TakeParentIn.Code, ChildConfirmation.UnlinkParent.Code];

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
        var told = db.ChangeTracker.Entries<CaseEvent>().Where(entry => entry.State == EntityState.Added && (OfGrievances.Contains(entry.Entity.Action) || OfChildren.Contains(entry.Entity.Action)))
            .Select(entry => entry.Entity).ToList();
        if (told.Count == 0)
        {
            return;
        }

        var cases = db.ChangeTracker.Entries<ServiceCase>().Select(entry => entry.Entity).ToDictionary(one => one.Id);
        foreach (var deed in told.Where(deed => cases.ContainsKey(deed.CaseId)))
        {
            var job = cases[deed.CaseId] is ChildConfirmation ? (Kind: ChildDuplicateHandler.JobKind, Deeds: OfChildren) : (Kind: DuplicateHandler.JobKind, Deeds: OfGrievances);
            var key = $"{job.Kind}:{deed.Id}";
            if (job.Deeds.Contains(deed.Action) && !db.ChangeTracker.Entries<OutboxJob>().Any(entry => entry.Entity.DedupeKey == key))
            {
                db.Add(new OutboxJob { Kind = job.Kind, Payload = JsonSerializer.Serialize(deed.CaseId), DueAt = deed.At, DedupeKey = key });
            }
        }
    }
}
