using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Logging;
using MigrantServices.Core.Storage.Outbox;

namespace MigrantServices.Core.ChildConfirmations;

/// <summary>Looks each morning who comes of age.</summary>
public sealed class AgeRound(IServiceScopeFactory scopes, TimeProvider time, ILogger<AgeRound> log) : DailyRound(scopes, time, log, AgeHandler.JobKind, new(9, 0));
