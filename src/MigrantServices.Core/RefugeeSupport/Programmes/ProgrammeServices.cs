using Microsoft.Extensions.DependencyInjection;
using MigrantServices.Core.RefugeeSupport.Entitlement;

namespace MigrantServices.Core.RefugeeSupport.Programmes;

/// <summary>Registers programmes and the rules about who can have them.</summary>
internal static class ProgrammeServices
{
    public static IServiceCollection AddProgrammes(this IServiceCollection services) => services
        .AddSingleton<ProgrammeBook>().AddSingleton<ProgrammeCheck>().AddSingleton<StatePoints>().AddSingleton<SupportGuide>()
        .AddScoped<ProgrammeDesk>().AddScoped<ProgrammeRegister>();
}
