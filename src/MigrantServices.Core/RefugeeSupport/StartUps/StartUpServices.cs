using Microsoft.Extensions.DependencyInjection;

namespace MigrantServices.Core.RefugeeSupport.StartUps;

/// <summary>Registers what belongs to start-ups.</summary>
internal static class StartUpServices
{
    public static IServiceCollection AddStartUps(this IServiceCollection services) => services.AddScoped<StartUpDesk>().AddScoped<StartUpReader>();
}
