using Microsoft.Extensions.DependencyInjection;
using MigrantServices.Core.ChildConfirmations.Casework;

namespace MigrantServices.Core.ChildConfirmations;

/// <summary>Registers what the confirmation of children needs.</summary>
internal static class ChildServices
{
    public static IServiceCollection AddChildConfirmations(this IServiceCollection services)
    {
        services.AddSingleton<EvidenceRules>().AddSingleton<TakingPart>();
        services.AddScoped<ChildDeeds>().AddScoped<ChildDesk>().AddScoped<FactDesk>().AddScoped<ChildDecisionDesk>().AddScoped<IdentityDesk>().AddScoped<TransferDesk>();
        services.AddScoped<ChildWorklist>().AddScoped<ChildReader>();
        return services;
    }
}
