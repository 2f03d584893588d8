using Microsoft.Extensions.DependencyInjection;
using MigrantServices.Core.Cases;
using MigrantServices.Portal.Web;
using MigrantServices.Portal.Web.Letters;

namespace MigrantServices.Portal.Tests.Casework;

/// <summary>The sentences of letters as they are shipped, for parts of the portal that run without its pages.</summary>
internal static class ShippedTexts
{
    public static ILetterTexts Letters { get; } =
        new LetterTexts(TextCatalog.Load(Path.Combine(AppContext.BaseDirectory, "Text"), refusesMissing: true));

    public static IServiceCollection AddShippedTexts(this IServiceCollection services) => services.AddSingleton(Letters);
}
