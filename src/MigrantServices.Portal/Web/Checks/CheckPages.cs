using System.Collections.Concurrent;
using System.Globalization;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.Abstractions;
using Microsoft.AspNetCore.Mvc.ModelBinding;
using Microsoft.AspNetCore.Mvc.ViewFeatures;
using MigrantServices.Core.ChildConfirmations.Papers;

namespace MigrantServices.Portal.Web.Checks;

/// <summary>The answering page in each language, drawn once: every answer stands in it and one is shown, so that all have the same size.</summary>
public sealed class CheckPages(IModelMetadataProvider metadata, TimeProvider time)
{
    private const string View = "/Pages/Check/_Answered.cshtml";

    // the layout names telephone numbers, which may change while the portal runs
    private static readonly TimeSpan Fresh = TimeSpan.FromMinutes(30);

    private readonly ConcurrentDictionary<(string Language, CheckAnswer Answer), Drawn> _pages = new();

    /// <param name="context">A request of the answering page in the language that is wanted.</param>
    public async ValueTask<byte[]> OfAsync(HttpContext context, CheckAnswer answer)
    {
        var (language, now) = (CultureInfo.CurrentUICulture.Name, time.GetUtcNow());
        if (!_pages.TryGetValue((language, answer), out var page) || now - page.At > Fresh)
        {
            // all of them at once: the first who gets an answer must not wait longer for one than for another
            foreach (var one in Enum.GetValues<CheckAnswer>())
            {
                _pages[(language, one)] = new(await DrawAsync(context, one), now);
            }

            page = _pages[(language, answer)];
        }

        return page.Html;
    }

    private async Task<byte[]> DrawAsync(HttpContext context, CheckAnswer answer)
    {
        var body = context.Response.Body;
        using var page = new MemoryStream();
        context.Response.Body = page;
        try
        {
            var view = new ViewResult
            {
                ViewName = View,
                ViewData = new ViewDataDictionary<CheckAnswer?>(metadata, new ModelStateDictionary()) { Model = answer },
            };
            await view.ExecuteResultAsync(new ActionContext(context, context.GetRouteData(), new ActionDescriptor()));
            await context.Response.BodyWriter.FlushAsync();
        }
        finally
        {
            context.Response.Body = body;
        }

        return page.ToArray();
    }

    private sealed record Drawn(byte[] Html, DateTimeOffset At);
}
