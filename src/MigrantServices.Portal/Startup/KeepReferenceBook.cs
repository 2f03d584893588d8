using MigrantServices.Core.Calendar;
using MigrantServices.Core.Reference;
using MigrantServices.Core.RefugeeSupport.Programmes;
using MigrantServices.Core.Storage;
using Npgsql;

namespace MigrantServices.Portal.Startup;

/// <summary>Reads the dated code lists, the programmes and the added days off again every minute, so that a change holds on every node without a restart.</summary>
public sealed class KeepReferenceBook(IServiceScopeFactory scopes, ReferenceBook book, ProgrammeBook programmes, WorkingCalendar calendar, TimeProvider time) : BackgroundService
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
                var db = scope.ServiceProvider.GetRequiredService<PortalDb>();
                await book.ReadAsync(db, stoppingToken);
                await programmes.ReadAsync(db, stoppingToken);
                await calendar.ReadAsync(db, stoppingToken);
            }
            catch (Exception e) when (e is NpgsqlException or InvalidOperationException { InnerException: NpgsqlException })
            {
                // The database is away for a while: the lists as last read go on holding.
            }
        }
    }
}
