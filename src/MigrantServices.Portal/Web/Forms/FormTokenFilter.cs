using Microsoft.AspNetCore.Antiforgery;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.Filters;
using Microsoft.AspNetCore.Mvc.RazorPages;

namespace MigrantServices.Portal.Web.Forms;

/// <summary>Takes only forms that the portal itself gave out. It looks after binding, so that a refused form comes back with everything typed.</summary>
public sealed class FormTokenFilter(IAntiforgery tokens, TextCatalog texts) : IAsyncPageFilter
{
    public async Task OnPageHandlerSelectionAsync(PageHandlerSelectedContext context)
    {
        // read here, broken forms are seen as such; binding would turn them into an empty form with an English sentence
        var request = context.HttpContext.Request;
        if (request.HasFormContentType && !ReadsOwnBody(context))
        {
            await request.ReadFormAsync(context.HttpContext.RequestAborted);
        }
    }

    public async Task OnPageHandlerExecutionAsync(PageHandlerExecutingContext context, PageHandlerExecutionDelegate next)
    {
        var http = context.HttpContext;
        if (HttpMethods.IsGet(http.Request.Method) || HttpMethods.IsHead(http.Request.Method))
        {
            await next();
        }
        else if (context.HandlerMethod is null || context.HandlerInstance is not PageModel page)
        {
            context.Result = new StatusCodeResult(StatusCodes.Status405MethodNotAllowed);
        }
        else if (ReadsOwnBody(context) || await tokens.IsRequestValidAsync(http))
        {
            await next();
        }
        else
        {
            page.ModelState.AddModelError("", texts["form.expired"]);
            var result = page.Page();
            result.StatusCode = StatusCodes.Status400BadRequest;
            context.Result = result;
        }
    }

    private static bool ReadsOwnBody(FilterContext context) => context.Filters.OfType<ReadsOwnBodyAttribute>().Any();
}
