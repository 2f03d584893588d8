namespace MigrantServices.Portal.Web;

/// <summary>The same page in another language.</summary>
public static class LanguageLinks
{
    /// <summary>The home page of that language where the address carries none, as on an error page.</summary>
    public static string For(HttpRequest request, Language language)
    {
        var parts = request.Path.Value!.Split('/', 3);
        return Languages.Find(parts.ElementAtOrDefault(1)) is null
            ? $"{request.PathBase}/{language.Tag}"
            : $"{request.PathBase}/{language.Tag}{(parts.Length > 2 ? "/" + parts[2] : "")}{request.QueryString}";
    }
}
