using System.Data.Common;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Hosting;
using Microsoft.Extensions.Logging;

namespace MigrantServices.Core.People;

/// <summary>Removes ended sessions every ten minutes.</summary>
public sealed class SessionSweep(IServiceScopeFactory scopes, TimeProvider time, ILogger<SessionSweep> log) : BackgroundService
{
    private static readonly TimeSpan Every = TimeSpan.FromMinutes(10);

    protected override async Task ExecuteAsync(CancellationToken stoppingToken)
    {
        using var timer = new PeriodicTimer(Every, time);
        while (await timer.WaitForNextTickAsync(stoppingToken))
        {
            try
            {
                await using var scope = scopes.CreateAsyncScope();
                await scope.ServiceProvider.GetRequiredService<SessionKeeper>().SweepAsync(stoppingToken);
            }
            catch (Exception away) when (away is DbException or TimeoutException or InvalidOperationException)
            {
                // the database is away; ended sessions stay ended, and the next round removes them
                log.LogWarning("Ended sessions could not be removed: {Kind}", away.GetType().Name);
            }
        }
    }
}
