using MigrantServices.Core.Reference;
using MigrantServices.Core.Storage;
using Npgsql;

namespace MigrantServices.Portal.Startup;

/// <summary>Reads the dated code lists again every minute, so that a change holds on every node without a restart.</summary>
public sealed class KeepReferenceBook(IServiceScopeFactory scopes, ReferenceBook book, TimeProvider time) : BackgroundService
{
    private static readonly TimeSpan Every = TimeSpan.FromMinutes(1);

    protected override async Task ExecuteAsync(CancellationToken stoppingToken)
    {
        using var timer = new PeriodicTimer(Every, time);
        while (await timer.WaitForNextTickAsync(stoppingToken))
        {
            try
            {
                await using var scope = scopes.CreateAsyncScope();
                await book.ReadAsync(scope.ServiceProvider.GetRequiredService<PortalDb>(), stoppingToken);
            }
            catch (Exception e) when (e is NpgsqlException or InvalidOperationException { InnerException: NpgsqlException })
            {
                // The database is away for a while: the lists as last read go on holding.
            }
        }
    }
}
