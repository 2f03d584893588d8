namespace MigrantServices.Portal.Web.Access;

/// <summary>The two cookies that carry a session's key: a colleague's and a returning resident's. A browser forgets them when it is closed.</summary>
public static class SessionCookie
{
    public const string Office = "__Host-office";
    public const string Visit = "__Host-visit";

    public static string? Key(HttpRequest request, string cookie) => request.Cookies[cookie];

    public static void Set(HttpResponse response, string cookie, string key) => response.Cookies.Append(cookie, key, Manner());

    public static void Remove(HttpResponse response, string cookie) => response.Cookies.Delete(cookie, Manner());

    // Lax: with Strict a link in a letter would ask colleagues who are signed in to sign in again
    private static CookieOptions Manner() => new()
    {
        HttpOnly = true,
        IsEssential = true,
        Path = "/",
        SameSite = SameSiteMode.Lax,
        Secure = true,
    };
}
