using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Logging;
using MigrantServices.Core.Storage.Outbox;

namespace MigrantServices.Core.Grievances;

/// <summary>Puts the day's round of progress letters into the outbox.</summary>
public sealed class ProgressRound(IServiceScopeFactory scopes, TimeProvider time, ILogger<ProgressRound> log)
    : DailyRound(scopes, time, log, ProgressHandler.JobKind, At)
{
    // a letter that arrives at night worries people
    private static readonly TimeOnly At = new(9, 0);

    /// <summary>Today's round, unless somebody has put it there.</summary>
    public static Task CallAsync(IServiceProvider services, DateTimeOffset now, CancellationToken cancel) => CallAsync(services, ProgressHandler.JobKind, At, now, cancel);
}
