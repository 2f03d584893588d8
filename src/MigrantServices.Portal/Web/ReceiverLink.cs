namespace MigrantServices.Portal.Web;

/// <summary>The addresses by which somebody without an account is shown one thing.</summary>
public static class ReceiverLink
{
    /// <summary>For a receiver, who reads Korean first.</summary>
    public static string OfReferral(HttpRequest request, string key) => $"{Root(request)}/ko/referral/{key}";

    /// <summary>For a nursery or a clinic.</summary>
    public static string OfView(HttpRequest request, string key) => $"{Root(request)}/ko/view/{key}";

    /// <summary>Where a short code is typed.</summary>
    public static string Typing(HttpRequest request) => $"{request.Host}{request.PathBase}/view";

    private static string Root(HttpRequest request) => $"{request.Scheme}://{request.Host}{request.PathBase}";
}
