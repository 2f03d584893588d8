using System.Diagnostics;
using Microsoft.AspNetCore.Mvc.RazorPages;

namespace MigrantServices.Portal.Startup;

/// <summary>
/// One line a page: which page, which case, how it ended, how long it took. Never an address of a visitor, never the asked address itself:
/// it may carry a search or a token.
/// </summary>
public static class RequestLog
{
    private const string ReferenceValue = "reference";

    public static WebApplication UseRequestLog(this WebApplication app)
    {
        var log = app.Services.GetRequiredService<ILoggerFactory>().CreateLogger(typeof(RequestLog));
        app.Use(async (context, next) =>
        {
            var began = Stopwatch.GetTimestamp();
            await next(context);
            if (context.GetEndpoint()?.Metadata.GetMetadata<PageActionDescriptor>() is { } page)
            {
                log.LogInformation(
                    "{Method} {Page} {Reference} {Status} {Milliseconds} ms",
                    context.Request.Method,
                    page.ViewEnginePath,
                    context.Response.StatusCode == StatusCodes.Status404NotFound ? "-" : context.GetRouteValue(ReferenceValue) ?? "-",
                    context.Response.StatusCode,
                    (int)Stopwatch.GetElapsedTime(began).TotalMilliseconds);
            }
        });
        return app;
    }
}
