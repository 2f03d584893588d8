using System.Data.Common;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Hosting;
using Microsoft.Extensions.Logging;
using MigrantServices.Core.Cases;
using MigrantServices.Core.ChildConfirmations;
using MigrantServices.Core.Documents;
using MigrantServices.Core.Notices;

namespace MigrantServices.Core.Storage;

/// <summary>Destroys every hour what has reached its end: drafts of thirty days, uploads and filings that broke off, addresses for notices of closed cases. Files that missed the sending of their form follow it.</summary>
public sealed class Sweep(IServiceScopeFactory scopes, TimeProvider time, ILogger<Sweep> log) : BackgroundService
{
    private static readonly TimeSpan Every = TimeSpan.FromHours(1);

    public static async Task<(int Drafts, int Files)> OnceAsync(IServiceProvider services, CancellationToken cancel)
    {
        var files = services.GetRequiredService<FileStore>();
        await files.FollowSentAsync(cancel);
        await services.GetRequiredService<NoticeSweep>().OnceAsync(cancel);
        await services.GetRequiredService<ChildSweep>().OnceAsync(cancel);
        return (await services.GetRequiredService<DraftDesk>().DestroyOldAsync(cancel), await files.SweepAsync(cancel));
    }

    protected override async Task ExecuteAsync(CancellationToken stoppingToken)
    {
        using var timer = new PeriodicTimer(Every, time);
        do
        {
            try
            {
                await using var scope = scopes.CreateAsyncScope();
                var (drafts, files) = await OnceAsync(scope.ServiceProvider, stoppingToken);
                log.LogInformation("Destroyed {Drafts} old drafts and {Files} broken uploads", drafts, files);
            }
            catch (Exception away) when (away is DbException or TimeoutException or InvalidOperationException)
            {
                log.LogWarning("The sweep waits for the database: {Kind}", away.GetType().Name);
            }
        }
        while (await timer.WaitForNextTickAsync(stoppingToken));
    }
}
