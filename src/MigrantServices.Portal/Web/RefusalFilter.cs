using Microsoft.AspNetCore.Mvc.Filters;
using Microsoft.EntityFrameworkCore;
using MigrantServices.Core.Cases;
using MigrantServices.Core.Reference;

namespace MigrantServices.Portal.Web;

/// <summary>When a rule says no, or somebody was faster: the page again with 409 and the sentence in the reader's language.</summary>
public sealed class RefusalFilter(TextCatalog texts) : IAsyncPageFilter
{
    public static readonly Refusal SomebodyWasFaster = new("case.somebody-was-faster");

    public Task OnPageHandlerSelectionAsync(PageHandlerSelectedContext context) => Task.CompletedTask;

    public async Task OnPageHandlerExecutionAsync(PageHandlerExecutingContext context, PageHandlerExecutionDelegate next)
    {
        var done = await next();
        var refusal = done.Exception switch
        {
            RefusedException refused => refused.Refusal,
            DbUpdateConcurrencyException => SomebodyWasFaster,
            _ => null,
        };
        if (refusal is null || done.HandlerInstance is not PortalPage page)
        {
            return;
        }

        done.ExceptionHandled = true;
        if (page is ICasePage casePage)
        {
            await casePage.ReloadAsync(context.HttpContext.RequestAborted);
        }

        page.ModelState.AddModelError("", texts[refusal.TextKey, [.. refusal.Details.Select(InWords)]]);
        var result = page.Page();
        result.StatusCode = StatusCodes.Status409Conflict;
        done.Result = result;
    }

    private object? InWords(object? detail) => detail switch
    {
        ListedCode named => texts[named.TextKey],
        DateOnly day => day.ForPeople(),
        _ => detail,
    };
}
