using Microsoft.Extensions.DependencyInjection;

namespace MigrantServices.Core.RefugeeSupport.Outcomes;

/// <summary>Registers what belongs to outcomes of help for work.</summary>
internal static class OutcomeServices
{
    public static IServiceCollection AddOutcomes(this IServiceCollection services) => services.AddSingleton<OutcomePoints>().AddScoped<OutcomeDesk>().AddScoped<OutcomeReader>();
}
