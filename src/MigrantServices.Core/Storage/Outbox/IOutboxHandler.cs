namespace MigrantServices.Core.Storage.Outbox;

/// <summary>Does one kind of job. What it stores through the scope's PortalDb is kept together with "done", so it is stored exactly once;
/// what it does outside, such as sending mail, may happen again after a crash.</summary>
public interface IOutboxHandler
{
    string Kind { get; }

    /// <summary>In which line its jobs stand; a handler that speaks to a mail server says so.</summary>
    OutboxLane Lane => OutboxLane.House;

    Task HandleAsync(string payload, CancellationToken cancel);
}
