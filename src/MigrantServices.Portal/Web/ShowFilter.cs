using Microsoft.AspNetCore.Mvc.Filters;
using Microsoft.AspNetCore.Mvc.RazorPages;

namespace MigrantServices.Portal.Web;

/// <summary>Lets a page read what it shows just before it is rendered, and only then; no page of a case is drawn before that is on record.</summary>
public sealed class ShowFilter : IAsyncResultFilter
{
    public async Task OnResultExecutionAsync(ResultExecutingContext context, ResultExecutionDelegate next)
    {
        if (context is { Result: PageResult, Controller: PortalPage page })
        {
            await page.ShowAsync(context.HttpContext.RequestAborted);
            await ((page as ICasePage)?.RecordViewAsync(context.HttpContext.RequestAborted) ?? Task.CompletedTask);
        }

        await next();
    }
}
