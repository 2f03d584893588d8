using Microsoft.Extensions.DependencyInjection;

namespace MigrantServices.Core.Cases.Elsewhere;

/// <summary>Registers what belongs to sealed pointers.</summary>
internal static class ElsewhereServices
{
    public static IServiceCollection AddElsewhere(this IServiceCollection services) => services.AddSingleton<PointerGrounds>().AddScoped<PointerDesk>().AddScoped<PointerReader>();
}
