using MigrantServices.Core.Cases;
using Microsoft.AspNetCore.Mvc.Filters;
using Microsoft.AspNetCore.Mvc.RazorPages;
using Microsoft.EntityFrameworkCore;

namespace MigrantServices.Portal.Web.Forms;

/// <summary>Shows the page again with the sentence when a rule said no or somebody was faster.</summary>
public sealed class RefusalFilter(TextCatalog texts) : IAsyncPageFilter
{
    private static readonly Refusal SomebodyWasFaster = new("case.changed-meanwhile");

    public Task OnPageHandlerSelectionAsync(PageHandlerSelectedContext context) => Task.CompletedTask;

    public async Task OnPageHandlerExecutionAsync(PageHandlerExecutingContext context, PageHandlerExecutionDelegate next)
    {
        var done = await next();
        if (done.HandlerInstance is PageModel page && Refused(done.Exception) is { } refusal)
        {
            done.ExceptionHandled = true;
            done.Result = await page.AgainAsync(StatusCodes.Status409Conflict, texts[refusal.TextKey, refusal.Details]);
        }
    }

    private static Refusal? Refused(Exception? exception) => exception switch
    {
        RefusedException refused => refused.Refusal,
        DbUpdateConcurrencyException => SomebodyWasFaster,
        _ => null,
    };
}
