namespace MigrantServices.Portal.Web;

/// <summary>The address that an invited colleague opens.</summary>
public static class InvitationLink
{
    public static string Of(HttpRequest request, string token) => $"{request.Scheme}://{request.Host}{request.PathBase}/office/invitation/{token}";
}
