using System.Data.Common;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Hosting;
using Microsoft.Extensions.Logging;

namespace MigrantServices.Core.Storage.Outbox;

/// <summary>Does the jobs of the outbox, those of a lane one after the other, beside those of any other portal on the same database.</summary>
public sealed class OutboxWorker(IServiceScopeFactory scopes, OutboxSignal signal, TimeProvider clock, ILogger<OutboxWorker> log)
    : BackgroundService
{
    public static readonly TimeSpan KeptAfterDone = TimeSpan.FromDays(7);

    /// <summary>So many mails are on their way at a time: one that hangs does not keep the next from going.</summary>
    private const int MailsAtOnce = 2;

    private static readonly TimeSpan WhenIdle = TimeSpan.FromSeconds(1);
    private static readonly TimeSpan WhenDatabaseIsAway = TimeSpan.FromSeconds(5);
    private static readonly TimeSpan BetweenSweeps = TimeSpan.FromHours(1);
    private static readonly TimeSpan LongestJob = TimeSpan.FromMinutes(1);
    private static readonly TimeSpan FirstPause = TimeSpan.FromSeconds(5);
    private static readonly TimeSpan LongestPause = TimeSpan.FromHours(1);

    /// <summary>Twice as long after each failure, from five seconds to an hour.</summary>
    public static TimeSpan PauseAfter(int attempts) =>
        attempts > 10 ? LongestPause : TimeSpan.FromTicks(Math.Min(LongestPause.Ticks, FirstPause.Ticks << (attempts - 1)));

    /// <summary>Does the job that has waited longest, of whichever lane; false when none is due.</summary>
    public Task<bool> DoNextAsync(CancellationToken cancel) => DoNextAsync(null, cancel);

    private async Task<bool> DoNextAsync(OutboxLane? lane, CancellationToken cancel)
    {
        await using var scope = scopes.CreateAsyncScope();
        var db = scope.ServiceProvider.GetRequiredService<PortalDb>();
        OutboxJob? job = null;
        try
        {
            await db.Database.CreateExecutionStrategy().ExecuteAsync(async () =>
            {
                db.ChangeTracker.Clear();

                // The row stays locked until the job is done; if this portal dies, the database gives the job back by itself.
                await using var transaction = await db.Database.BeginTransactionAsync(cancel);
                job = await TakeAsync(db, scope.ServiceProvider, lane, cancel);
                if (job is not null)
                {
                    await HandleAsync(scope.ServiceProvider, job, cancel);
                    await DoneAsync(db, job, cancel);
                    await transaction.CommitAsync(cancel);
                }
            });
        }
        catch (Exception failure) when (job is not null && !cancel.IsCancellationRequested)
        {
            await PostponeAsync(job, failure, cancel);
        }

        return job is not null;
    }

    public async Task SweepAsync(CancellationToken cancel)
    {
        await using var scope = scopes.CreateAsyncScope();
        var before = clock.GetUtcNow() - KeptAfterDone;
        await scope.ServiceProvider.GetRequiredService<PortalDb>().Set<OutboxJob>()
            .Where(job => job.DoneAt < before)
            .ExecuteDeleteAsync(cancel);
    }

    protected override Task ExecuteAsync(CancellationToken stoppingToken) => Task.WhenAll(
        Enumerable.Repeat(OutboxLane.Mail, MailsAtOnce).Prepend(OutboxLane.House).Select(lane => WorkAsync(lane, stoppingToken)));

    private async Task WorkAsync(OutboxLane lane, CancellationToken stoppingToken)
    {
        var lastSweep = DateTimeOffset.MinValue;
        while (!stoppingToken.IsCancellationRequested)
        {
            var ring = signal.NextRing;
            try
            {
                while (await DoNextAsync(lane, stoppingToken))
                {
                    ring = signal.NextRing;
                }

                if (lane == OutboxLane.House && clock.GetUtcNow() - lastSweep > BetweenSweeps)
                {
                    await SweepAsync(stoppingToken);
                    lastSweep = clock.GetUtcNow();
                }

                await OutboxSignal.WaitAsync(ring, WhenIdle, stoppingToken);
            }
            catch (Exception away) when (!stoppingToken.IsCancellationRequested)
            {
                log.LogWarning("The outbox cannot work ({Error}); it looks again in {Seconds} s", CodeOf(away), WhenDatabaseIsAway.TotalSeconds);
                await OutboxSignal.WaitAsync(signal.NextRing, WhenDatabaseIsAway, stoppingToken);
            }
        }
    }

    private async Task<OutboxJob?> TakeAsync(PortalDb db, IServiceProvider services, OutboxLane? lane, CancellationToken cancel)
    {
        var now = clock.GetUtcNow();
        // a kind that nobody handles stands in the house's lane, and is said there
        string[] mails = lane is null ? [] : [.. services.GetServices<IOutboxHandler>().Where(handler => handler.Lane == OutboxLane.Mail).Select(handler => handler.Kind)];
        var isMail = lane == OutboxLane.Mail;
        var taken = await db.Set<OutboxJob>()
            .FromSql($"select * from outbox_jobs where done_at is null and due_at <= {now} and (kind = any({mails})) = {isMail} order by due_at limit 1 for update skip locked")
            .AsNoTracking()
            .ToListAsync(cancel);
        return taken.SingleOrDefault();
    }

    private async Task DoneAsync(PortalDb db, OutboxJob job, CancellationToken cancel)
    {
        var now = clock.GetUtcNow();
        await db.Set<OutboxJob>().Where(j => j.Id == job.Id).ExecuteUpdateAsync(
            set => set.SetProperty(j => j.DoneAt, now).SetProperty(j => j.Attempts, job.Attempts + 1).SetProperty(j => j.LastError, (string?)null),
            cancel);
    }

    /// <summary>In a scope of its own: whatever the handler had begun is gone with its transaction.</summary>
    private async Task PostponeAsync(OutboxJob job, Exception failure, CancellationToken cancel)
    {
        var attempts = job.Attempts + 1;
        var dueAt = clock.GetUtcNow() + PauseAfter(attempts);
        var error = CodeOf(failure);
        log.LogWarning("Job {Job} of kind {Kind} failed for the {Attempts}. time: {Error}", job.Id, job.Kind, attempts, error);
        await using var scope = scopes.CreateAsyncScope();
        await scope.ServiceProvider.GetRequiredService<PortalDb>().Set<OutboxJob>()
            .Where(j => j.Id == job.Id && j.DoneAt == null)
            .ExecuteUpdateAsync(
                set => set.SetProperty(j => j.Attempts, attempts).SetProperty(j => j.DueAt, dueAt).SetProperty(j => j.LastError, error),
                cancel);
    }

    private static async Task HandleAsync(IServiceProvider services, OutboxJob job, CancellationToken cancel)
    {
        var handler = services.GetServices<IOutboxHandler>().FirstOrDefault(handler => handler.Kind == job.Kind)
            ?? throw new NotSupportedException($"No handler for jobs of kind {job.Kind}.");
        using var limit = CancellationTokenSource.CreateLinkedTokenSource(cancel);
        limit.CancelAfter(LongestJob);
        await handler.HandleAsync(job.Payload, limit.Token);
    }

    private static string CodeOf(Exception failure)
    {
        var code = failure is DbException { SqlState: { } state } ? $"{failure.GetType().Name}:{state}" : failure.GetType().Name;
        return code.Length > OutboxJob.LastErrorMaxLength ? code[..OutboxJob.LastErrorMaxLength] : code;
    }
}
