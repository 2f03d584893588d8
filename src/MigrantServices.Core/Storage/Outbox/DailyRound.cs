using System.Data.Common;
using System.Globalization;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Hosting;
using Microsoft.Extensions.Logging;
using MigrantServices.Core.Calendar;
using Npgsql;

namespace MigrantServices.Core.Storage.Outbox;

/// <summary>Puts the day's job of one kind into the outbox, once a day for all portals together; days on which none ran are not made up for.</summary>
public abstract class DailyRound(IServiceScopeFactory scopes, TimeProvider time, ILogger log, string kind, TimeOnly at) : BackgroundService
{
    private static readonly TimeSpan Every = TimeSpan.FromHours(1);

    /// <summary>Puts today's job there, and in the last hour tomorrow's, before its day begins: what is due at five past twelve is not found an hour later.</summary>
    public async Task LookAsync(CancellationToken cancel)
    {
        await using var scope = scopes.CreateAsyncScope();
        var now = time.GetUtcNow();
        await CallAsync(scope.ServiceProvider, kind, at, now, cancel);
        await CallAsync(scope.ServiceProvider, kind, at, now + Every, cancel);
    }

    /// <summary>Today's job, unless somebody has put it there.</summary>
    protected static async Task CallAsync(IServiceProvider services, string kind, TimeOnly at, DateTimeOffset now, CancellationToken cancel)
    {
        var db = services.GetRequiredService<PortalDb>();
        var today = Seoul.DateOf(now);
        var key = string.Create(CultureInfo.InvariantCulture, $"{kind}:{today:yyyy-MM-dd}");
        if (await db.Set<OutboxJob>().AnyAsync(job => job.DedupeKey == key, cancel))
        {
            return;
        }

        services.GetRequiredService<Outbox>().Add(kind, new { }, Seoul.At(today, at).ToUniversalTime(), key);
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
                await LookAsync(stoppingToken);
            }
            catch (Exception away) when (away is DbException or TimeoutException or InvalidOperationException)
            {
                log.LogWarning("The daily {Job} waits for the database: {Kind}", kind, away.GetType().Name);
            }
        }
        while (await timer.WaitForNextTickAsync(stoppingToken));
    }
}
