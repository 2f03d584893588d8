using Microsoft.Extensions.DependencyInjection;

namespace MigrantServices.Core.ChildConfirmations.Papers;

/// <summary>Registers what hands out papers and answers whether they hold. The signing keys come from the program that serves.</summary>
public static class PaperServices
{
    public static IServiceCollection AddPapers(this IServiceCollection services) => services
        .AddSingleton<TokenHasher>().AddSingleton<TokenSigner>().AddSingleton<TokenChecker>().AddSingleton<CardCheck>()
        .AddScoped<CardRegister>();
}
