using System.Text.Json;
using Microsoft.EntityFrameworkCore;
using MigrantServices.Core.Calendar;
using MigrantServices.Core.Grievances;
using MigrantServices.Core.People;
using MigrantServices.Core.Privacy;
using MigrantServices.Core.Storage;
using MigrantServices.Core.Storage.Outbox;

namespace MigrantServices.Core.Cases;

/// <summary>Leaves the days of a system failure out of every open clock, in pieces, and says so on each case.</summary>
public sealed class SystemFailureHandler(PortalDb db, Clocks clocks, Outbox outbox, AccessLog access, TimeProvider time) : IOutboxHandler
{
    public const string JobKind = "calendar.failure";

    private const int AtOnce = 200;

    public string Kind => JobKind;

    public async Task HandleAsync(string payload, CancellationToken cancel)
    {
        var days = JsonSerializer.Deserialize<FailedDays>(payload)!;
        var (from, after, before) = (days.From, days.After, Seoul.StartOf(days.To.AddDays(1)));
        var cases = await db.Set<ServiceCase>()
            // the months of a whole procedure go on also after its due day
            .Where(c => c.DueOn >= from || c.PausedOn != null || c.Status == CaseStatus.SiteInvestigation || ((Grievance)c).RightsUntil >= from)
            .Where(c => c.ReceivedAt < before && (after == null || c.Id > after))
            .OrderBy(c => c.Id)
            .Take(AtOnce)
            .Include(c => c.Pauses)
            .ToListAsync(cancel);
        var now = time.GetUtcNow();
        foreach (var one in cases.Where(c => !c.HasFailure(days)))
        {
            one.LeaveOutBy(Actor.Portal, days, clocks.Of(one), now);
            access.AddChange(Actor.Portal, one.Id, ServiceCase.LeaveOut);
        }

        if (cases.Count == AtOnce)
        {
            outbox.Add(JobKind, days with { After = cases[^1].Id }, now);
        }

        await db.SaveChangesAsync(cancel);
    }
}

/// <summary>The days of a failure, and after which case to go on.</summary>
public sealed record FailedDays(DateOnly From, DateOnly To, Guid? After);
