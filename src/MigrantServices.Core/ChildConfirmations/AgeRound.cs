using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Logging;
using MigrantServices.Core.Storage.Outbox;

namespace MigrantServices.Core.ChildConfirmations;

/// <summary>Looks just after midnight who comes of age, so that no paper counts on a day on which the child is eighteen. Mails of it keep their hours.</summary>
public sealed class AgeRound(IServiceScopeFactory scopes, TimeProvider time, ILogger<AgeRound> log) : DailyRound(scopes, time, log, AgeHandler.JobKind, new(0, 5));
