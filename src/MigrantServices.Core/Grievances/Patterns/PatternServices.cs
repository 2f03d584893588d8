using Microsoft.Extensions.DependencyInjection;
using MigrantServices.Core.Storage.Outbox;

namespace MigrantServices.Core.Grievances.Patterns;

/// <summary>Registers what belongs to patterns of respondents.</summary>
public static class PatternServices
{
    public static IServiceCollection AddPatterns(this IServiceCollection services) => services
        .AddSingleton<RespondentTokens>().AddSingleton<PatternLimits>().AddSingleton<PatternHook>()
        .AddScoped<PatternCounter>().AddScoped<IOutboxHandler, PatternHandler>()
        .AddScoped<OlderRespondents>().AddScoped<IOutboxHandler, OlderRespondentsHandler>()
        .AddScoped<PatternRegister>().AddScoped<PatternReader>().AddScoped<PatternDesk>();
}
