using System.Globalization;
using Microsoft.AspNetCore.Mvc;
using MigrantServices.Core.ChildConfirmations.Papers;

namespace MigrantServices.Portal.Web.Checks;

/// <summary>The addresses of a check. The token comes in the body of a form; no address, cookie, log line or record ever holds it.</summary>
public static class CheckEndpoints
{
    /// <summary>The one field of the form.</summary>
    public const string Field = "Token";

    private const int BodyLimit = 16 * 1024;
    private const string InLanguage = "/{" + LanguageConstraint.Name + ":" + LanguageConstraint.Name + "}";
    private const string KeepForAnHour = "public, max-age=3600";

    private static readonly string[] Read = [HttpMethods.Get, HttpMethods.Head];

    public static WebApplication MapChecks(this WebApplication app)
    {
        // the browser carries what follows the number sign over by itself, and never sends it
        app.MapMethods("/check", Read, () => Results.LocalRedirect($"/{CultureInfo.CurrentUICulture.Name}/check")).AllowAnonymous();
        app.MapPost("/check", () => Results.LocalRedirect($"/{CultureInfo.CurrentUICulture.Name}/check", permanent: false, preserveMethod: true)).AllowAnonymous();
        app.MapMethods("/check/keys.json", Read, (SigningKeys keys, HttpResponse response) =>
        {
            response.Headers.CacheControl = KeepForAnHour;
            return Results.Text(keys.PublicKeys, "application/jwk-set+json");
        }).AllowAnonymous();
        app.MapMethods("/check/offline", Read, (OfflinePage page, HttpResponse response) => page.Give(response)).AllowAnonymous();
        app.MapMethods(InLanguage + "/check/offline", Read, (OfflinePage page, HttpResponse response) => page.Give(response)).AllowAnonymous();
        // nobody is asked who they are, so nobody's session is looked for
        app.MapPost(InLanguage + "/check", AnswerAsync).AllowAnonymous().WithMetadata(new RequestSizeLimitAttribute(BodyLimit)).ShortCircuit();
        return app;
    }

    private static async Task AnswerAsync(HttpContext context)
    {
        var (request, response, services) = (context.Request, context.Response, context.RequestServices);
        if (services.GetRequiredService<CheckLimiter>().Take(context.Connection.RemoteIpAddress) is { Ticks: > 0 } wait)
        {
            response.StatusCode = StatusCodes.Status429TooManyRequests;
            response.Headers.RetryAfter = ((int)Math.Ceiling(wait.TotalSeconds)).ToString(CultureInfo.InvariantCulture);
            return;
        }

        if (!request.HasFormContentType || !(await request.ReadFormAsync(context.RequestAborted)).TryGetValue(Field, out var typed))
        {
            response.StatusCode = StatusCodes.Status400BadRequest;
            return;
        }

        var answer = await services.GetRequiredService<CardCheck>().AskAsync(Cleaned(typed.ToString()), context.RequestAborted);
        var page = await services.GetRequiredService<CheckPages>().OfAsync(context, answer);
        response.ContentType = "text/html; charset=utf-8";
        response.ContentLength = page.Length;
        await response.Body.WriteAsync(page, context.RequestAborted);
    }

    // what people paste: the whole address, and the line's end with it
    private static string Cleaned(string typed)
    {
        var text = typed.AsSpan().Trim();
        return text[(text.LastIndexOf('#') + 1)..].ToString();
    }
}
