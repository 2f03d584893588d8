using Microsoft.AspNetCore.Mvc;

namespace MigrantServices.Portal.Web.Export;

/// <summary>Gives a file that was made for this request: saved, never shown, never kept on the way, under a name that says nothing.</summary>
public static class HandOut
{
    public static FileContentResult Of(byte[] content, string type, string name, HttpResponse response)
    {
        Mark(response, name);
        return new(content, type);
    }

    public static void Mark(HttpResponse response, string name)
    {
        response.Headers.ContentDisposition = $"attachment; filename=\"{name}\"";
        response.Headers.CacheControl = "private, no-store";
        response.Headers.XContentTypeOptions = "nosniff";
        response.Headers.ContentSecurityPolicy = "default-src 'none'; sandbox";
    }
}
