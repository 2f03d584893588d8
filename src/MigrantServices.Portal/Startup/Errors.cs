using System.Diagnostics;
using System.Net.Sockets;
using Microsoft.AspNetCore.Http.Features;
using Microsoft.EntityFrameworkCore.Storage;
using MigrantServices.Core.Privacy;
using MigrantServices.Portal.Web.Problems;
using Npgsql;

namespace MigrantServices.Portal.Startup;

/// <summary>Turns what fails into a page that people can act on, and into a log line without a word of theirs.</summary>
public static class Errors
{
    // the server's own codes for "going down", "starting", "too many connections" and the like
    private static readonly string[] ServerIsAway = ["08", "53", "57"];

    /// <summary>Comes after the language is known and before everything that may fail.</summary>
    public static WebApplication UseErrors(this WebApplication app)
    {
        var log = app.Services.GetRequiredService<ILoggerFactory>().CreateLogger(typeof(Errors));
        app.Use((context, next) => GuardAsync(context, next, log));
        app.UseStatusCodePages(pages => pages.HttpContext.RequestServices.GetRequiredService<ProblemPage>()
            .ShowAsync(pages.HttpContext, Problem.Of(pages.HttpContext.Response.StatusCode)));
        return app;
    }

    private static async Task GuardAsync(HttpContext context, RequestDelegate next, ILogger log)
    {
        try
        {
            await next(context);
        }
        catch (Exception failure) when (!context.Response.HasStarted)
        {
            if (context.RequestAborted.IsCancellationRequested)
            {
                // nobody is there any more to read an answer
                context.Response.StatusCode = StatusCodes.Status499ClientClosedRequest;
                return;
            }

            var problem = ProblemOf(failure, context);
            if (problem.Status >= StatusCodes.Status500InternalServerError)
            {
                var reference = Activity.Current?.TraceId.ToString() ?? context.TraceIdentifier;
                log.LogError("{Kind} at {Place}, reference {Reference}", KindsOf(failure), PlaceOf(failure), reference);
                problem = problem == Problem.Broken ? problem with { Reference = reference } : problem;
            }

            if (problem == Problem.DatabaseAway)
            {
                // connections that broke with the server would each refuse one more person after its return
                context.RequestServices.GetRequiredService<NpgsqlDataSource>().Clear();
            }

            context.Response.Clear();
            context.Response.ContentType = null;
            Security.AddHeaders(context.Response);
            await context.RequestServices.GetRequiredService<ProblemPage>().ShowAsync(context, problem);
        }
    }

    private static Problem ProblemOf(Exception failure, HttpContext context) => failure switch
    {
        BadHttpRequestException broken => Problem.Of(broken.StatusCode),
        InvalidDataException or IOException or NotSupportedException when IsUnreadForm(context) => Problem.Of(StatusCodes.Status400BadRequest),
        TooBusyException => Problem.Busy,
        _ when WithInner(failure).Any(IsDatabaseAway) => Problem.DatabaseAway,
        _ => Problem.Broken,
    };

    /// <summary>A form was sent and could not be read: malformed, cut off, beyond the limits or in letters that nobody reads any more.</summary>
    private static bool IsUnreadForm(HttpContext context) =>
        context.Request.HasFormContentType && context.Features.Get<IFormFeature>()?.Form is null;

    private static bool IsDatabaseAway(Exception failure) => failure switch
    {
        PostgresException answered => ServerIsAway.Contains(answered.SqlState[..2], StringComparer.Ordinal),
        NpgsqlException or SocketException or TimeoutException or RetryLimitExceededException => true,
        _ => false,
    };

    private static IEnumerable<Exception> WithInner(Exception failure)
    {
        for (var one = failure; one is not null; one = one.InnerException)
        {
            yield return one;
        }
    }

    private static string KindsOf(Exception failure) => string.Join(" < ", WithInner(failure).Select(one => one.GetType().Name));

    /// <summary>The method that failed. Never the message: it may quote what somebody wrote.</summary>
    private static string PlaceOf(Exception failure)
    {
        var frames = WithInner(failure).SelectMany(one => new StackTrace(one).GetFrames());
        var method = frames.Select(frame => frame.GetMethod()?.DeclaringType?.FullName)
            .FirstOrDefault(type => type?.StartsWith("MigrantServices.", StringComparison.Ordinal) == true);
        return method ?? "?";
    }
}
