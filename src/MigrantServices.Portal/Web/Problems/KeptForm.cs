using MigrantServices.Portal.Web.Forms;

namespace MigrantServices.Portal.Web.Problems;

/// <summary>What somebody was sending when something failed, so that they can send it again. Files and passwords are not in it.</summary>
/// <param name="Address">The portal's own address it was sent to.</param>
public sealed record KeptForm(string Address, bool IsMultipart, IReadOnlyList<KeyValuePair<string, string>> Fields)
{
    public static async Task<KeptForm?> OfAsync(HttpContext context)
    {
        var request = context.Request;
        if (!HttpMethods.IsPost(request.Method) || !request.HasFormContentType || !IsFromHere(request))
        {
            return null;
        }

        try
        {
            var isMultipart = request.ContentType!.StartsWith("multipart/", StringComparison.OrdinalIgnoreCase);
            var fields = isMultipart
                ? await UploadReader.FieldsAsync(request, context.RequestAborted)
                : (await request.ReadFormAsync(context.RequestAborted))
                    .SelectMany(field => field.Value.Select(value => KeyValuePair.Create(field.Key, value ?? "")));
            return new(request.PathBase + request.Path + request.QueryString, isMultipart, [.. fields.Where(field => !IsSecret(field.Key))]);
        }
        catch (Exception unreadable) when (unreadable is IOException or InvalidDataException or InvalidOperationException or BadHttpRequestException or OperationCanceledException)
        {
            // the page is shown without it: the browser's back button still has what was typed
            return null;
        }
    }

    /// <summary>What another site made a browser send is never handed back as if the person had typed it.</summary>
    private static bool IsFromHere(HttpRequest request) =>
        (request.Headers["Sec-Fetch-Site"].ToString() is "" or "same-origin" or "none")
        && (request.Headers.Origin.ToString() is "" or "null" || (Uri.TryCreate(request.Headers.Origin, UriKind.Absolute, out var origin)
            && string.Equals(origin.Authority, request.Host.Value, StringComparison.OrdinalIgnoreCase)));

    private static bool IsSecret(string name) =>
        name == "__RequestVerificationToken" || name.Contains("password", StringComparison.OrdinalIgnoreCase) || name.EndsWith("Again", StringComparison.Ordinal);
}
