using System.Threading.Channels;

namespace MigrantServices.Core.Storage.Outbox;

/// <summary>Wakes this portal's worker at once; other portals find the job within a second by looking.</summary>
public sealed class OutboxSignal
{
    private readonly Channel<bool> _bell = Channel.CreateBounded<bool>(new BoundedChannelOptions(1) { FullMode = BoundedChannelFullMode.DropWrite });

    public void Wake() => _bell.Writer.TryWrite(true);

    /// <summary>Returns when woken or when the time is over.</summary>
    public async Task WaitAsync(TimeSpan longest, CancellationToken cancel)
    {
        using var patience = CancellationTokenSource.CreateLinkedTokenSource(cancel);
        patience.CancelAfter(longest);
        try
        {
            await _bell.Reader.ReadAsync(patience.Token);
        }
        catch (OperationCanceledException) when (!cancel.IsCancellationRequested)
        {
            // nobody rang
        }
    }
}
