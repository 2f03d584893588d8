using Microsoft.EntityFrameworkCore;
using MigrantServices.Core.Storage.Outbox;

namespace MigrantServices.Testing.Hosting;

/// <summary>What the portal's own worker does beside a test.</summary>
public static class Jobs
{
    /// <summary>Waits until the worker has done all jobs of these kinds that are due, so that nothing it changes is changed under the test's hands.</summary>
    public static async Task JobsDoneAsync(this PortalHost host, params string[] kinds)
    {
        using var patience = new CancellationTokenSource(TimeSpan.FromSeconds(30));
        while (await host.StoredAsync(db => db.Set<OutboxJob>().AnyAsync(job => kinds.Contains(job.Kind) && job.DoneAt == null && job.DueAt <= host.Clock.GetUtcNow())))
        {
            await Task.Delay(50, patience.Token);
        }
    }
}
