using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Logging;
using MigrantServices.Core.Storage.Outbox;

namespace MigrantServices.Core.ChildConfirmations;

/// <summary>Asks each morning which cities have begun to take part.</summary>
public sealed class CityRound(IServiceScopeFactory scopes, TimeProvider time, ILogger<CityRound> log)
    : DailyRound(scopes, time, log, JoinCityHandler.JobKind, new(0, 30));
