using System.Data.Common;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Hosting;
using Microsoft.Extensions.Logging;
using MigrantServices.Core.Calendar;
using MigrantServices.Core.Storage;
using MigrantServices.Core.Storage.Outbox;
using Npgsql;

namespace MigrantServices.Core.Notices;

/// <summary>Sees that each working day has its round, also when the portal was down at nine; never two, however often it starts and on however many nodes.</summary>
public sealed class RoundKeeper(IServiceScopeFactory scopes, WorkingCalendar calendar, TimeProvider time, ILogger<RoundKeeper> log) : BackgroundService
{
    private static readonly TimeSpan Every = TimeSpan.FromMinutes(10);

    /// <summary>Leaves today's round in the outbox unless it lies there, was done, or the office has closed.</summary>
    public static async Task LeaveAsync(PortalDb db, WorkingCalendar calendar, DateTimeOffset now, CancellationToken cancel)
    {
        var wall = Seoul.WallClock(now).DateTime;
        var (day, hour) = (DateOnly.FromDateTime(wall), TimeOnly.FromDateTime(wall));
        var round = RoundHandler.Job(day);
        if (!calendar.Current.IsWorkingDay(day) || hour >= OfficeHours.Closes || await db.Set<OutboxJob>().AnyAsync(job => job.DedupeKey == round.DedupeKey, cancel))
        {
            return;
        }

        db.Add(round);
        try
        {
            await db.SaveChangesAsync(cancel);
        }
        catch (DbUpdateException twice) when (twice.InnerException is PostgresException { SqlState: PostgresErrorCodes.UniqueViolation })
        {
            // another node was faster
            db.ChangeTracker.Clear();
        }
    }

    protected override async Task ExecuteAsync(CancellationToken stoppingToken)
    {
        using var timer = new PeriodicTimer(Every, time);
        while (await timer.WaitForNextTickAsync(stoppingToken))
        {
            try
            {
                await using var scope = scopes.CreateAsyncScope();
                await LeaveAsync(scope.ServiceProvider.GetRequiredService<PortalDb>(), calendar, time.GetUtcNow(), stoppingToken);
            }
            catch (Exception away) when (away is DbException or TimeoutException or InvalidOperationException)
            {
                log.LogWarning("The daily round waits for the database: {Kind}", away.GetType().Name);
            }
        }
    }
}
