using MigrantServices.Portal.Web.Papers;

namespace MigrantServices.Portal.Web.Checks;

/// <summary>Registers what answers whether papers hold, and what writes them.</summary>
public static class CheckServices
{
    public static IServiceCollection AddChecks(this IServiceCollection services) => services
        .AddSingleton<CheckLimiter>().AddSingleton<CheckPages>().AddSingleton<OfflinePage>().AddSingleton<PaperPrinter>();
}
