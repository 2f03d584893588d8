using System.Globalization;

namespace MigrantServices.Portal.Web.Access;

/// <summary>Where somebody without a session is sent, and where they may go from there: only to the portal's own pages.</summary>
public static class Doors
{
    public static string OfOffice(HttpRequest request)
    {
        // what was searched for is not carried along: it may be a name
        var wanted = request.Path.ToUriComponent();
        return "/office/sign-in" + QueryString.Create("returnUrl", wanted);
    }

    public static string OfVisitors(HttpRequest request) => $"/{CultureInfo.CurrentUICulture.Name}/my-case?ended=true";

    /// <summary>The page wanted before signing in, when it is one of the office's; otherwise the office's first page.</summary>
    public static string After(string? returnUrl) =>
        returnUrl is not null && IsPlain(returnUrl) && IsOffice(returnUrl) ? returnUrl : "/office";

    // nothing that a browser could read as another address: no second slash, backslash or control character
    private static bool IsPlain(string url) =>
        (url == "/office" || url.StartsWith("/office/", StringComparison.Ordinal) || url.StartsWith("/office?", StringComparison.Ordinal))
        && !url.Any(letter => letter == '\\' || char.IsControl(letter) || !char.IsAscii(letter));

    // read as a browser reads it, which walks the dots in a path, however they are written
    private static bool IsOffice(string url) =>
        Uri.TryCreate("https://portal.invalid" + url, UriKind.Absolute, out var read)
        && (read.AbsolutePath == "/office" || read.AbsolutePath.StartsWith("/office/", StringComparison.Ordinal))
        && !read.AbsolutePath.StartsWith("/office/sign-", StringComparison.OrdinalIgnoreCase);
}
