using MigrantServices.Portal.Web;

namespace MigrantServices.Testing.Hosting;

/// <summary>The portal's sentences in English as they are shipped, by their keys: a test names what it waits for, and stays right when somebody words it better.</summary>
public static class Shipped
{
    private static readonly Lazy<TextCatalog> Texts = new(() => TextCatalog.Load(Path.Combine(AppContext.BaseDirectory, "Text"), refusesMissing: true));

    public static string Says(string key, params object?[] arguments) => Texts.Value.In("en", key, arguments);
}
