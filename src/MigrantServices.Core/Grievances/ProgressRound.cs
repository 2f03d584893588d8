using System.Data.Common;
using System.Globalization;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Hosting;
using Microsoft.Extensions.Logging;
using MigrantServices.Core.Calendar;
using MigrantServices.Core.Storage;
using MigrantServices.Core.Storage.Outbox;
using Npgsql;

namespace MigrantServices.Core.Grievances;

/// <summary>Puts the day's round of progress letters into the outbox, once a day for all portals together; days on which none ran are not made up for.</summary>
public sealed class ProgressRound(IServiceScopeFactory scopes, TimeProvider time, ILogger<ProgressRound> log) : BackgroundService
{
    private static readonly TimeSpan Every = TimeSpan.FromHours(1);

    // a letter that arrives at night worries people
    private static readonly TimeOnly At = new(9, 0);

    /// <summary>Today's round, unless somebody has put it there.</summary>
    public static async Task CallAsync(IServiceProvider services, DateTimeOffset now, CancellationToken cancel)
    {
        var db = services.GetRequiredService<PortalDb>();
        var today = Seoul.DateOf(now);
        var key = string.Create(CultureInfo.InvariantCulture, $"{ProgressHandler.JobKind}:{today:yyyy-MM-dd}");
        if (await db.Set<OutboxJob>().AnyAsync(job => job.DedupeKey == key, cancel))
        {
            return;
        }

        services.GetRequiredService<Outbox>().Add(ProgressHandler.JobKind, new { }, Seoul.At(today, At).ToUniversalTime(), key);
        try
        {
            await db.SaveChangesAsync(cancel);
        }
        catch (DbUpdateException e) when (e.InnerException is PostgresException { SqlState: PostgresErrorCodes.UniqueViolation })
        {
            // another portal was faster
            db.ChangeTracker.Clear();
        }
    }

    protected override async Task ExecuteAsync(CancellationToken stoppingToken)
    {
        using var timer = new PeriodicTimer(Every, time);
        do
        {
            try
            {
                await using var scope = scopes.CreateAsyncScope();
                await CallAsync(scope.ServiceProvider, time.GetUtcNow(), stoppingToken);
            }
            catch (Exception away) when (away is DbException or TimeoutException or InvalidOperationException)
            {
                log.LogWarning("The progress letters wait for the database: {Kind}", away.GetType().Name);
            }
        }
        while (await timer.WaitForNextTickAsync(stoppingToken));
    }
}
