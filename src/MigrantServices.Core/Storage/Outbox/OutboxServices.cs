using Microsoft.Extensions.DependencyInjection;

namespace MigrantServices.Core.Storage.Outbox;

/// <summary>Puts the outbox and its worker into the portal.</summary>
public static class OutboxServices
{
    public static IServiceCollection AddOutbox(this IServiceCollection services)
    {
        services.AddSingleton<OutboxSignal>();
        services.AddScoped<Outbox>();
        services.AddHostedService<OutboxWorker>();
        return services;
    }
}
