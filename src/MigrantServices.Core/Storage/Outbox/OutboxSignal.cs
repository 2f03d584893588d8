namespace MigrantServices.Core.Storage.Outbox;

/// <summary>Wakes this portal's worker at once, in all its lanes; other portals find the job within a second by looking.</summary>
public sealed class OutboxSignal
{
    private TaskCompletionSource _bell = NewBell();

    /// <summary>Ends when it rings the next time. Whoever takes it before looking for a job misses none.</summary>
    public Task NextRing => Volatile.Read(ref _bell).Task;

    public void Wake() => Interlocked.Exchange(ref _bell, NewBell()).TrySetResult();

    /// <summary>Returns when it has rung or when the time is over.</summary>
    public static async Task WaitAsync(Task ring, TimeSpan longest, CancellationToken cancel)
    {
        try
        {
            await ring.WaitAsync(longest, cancel);
        }
        catch (TimeoutException)
        {
            // nobody rang
        }
    }

    private static TaskCompletionSource NewBell() => new(TaskCreationOptions.RunContinuationsAsynchronously);
}
