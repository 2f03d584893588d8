using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.Filters;
using MigrantServices.Core.Grievances.Patterns;
using MigrantServices.Portal.Web;

namespace MigrantServices.Portal.Pages.Oversight;

/// <summary>A page of one pattern: 404 where it is not there for this supervisor.</summary>
public abstract class OnePatternPage(PatternRegister register) : PortalPage
{
    [BindProperty(SupportsGet = true)]
    public string Number { get; set; } = "";

    /// <summary>What they had before them.</summary>
    [BindProperty]
    public int Revision { get; set; }

    public PatternView Shown { get; private set; } = null!;

    public override async Task OnPageHandlerExecutionAsync(PageHandlerExecutingContext context, PageHandlerExecutionDelegate next)
    {
        if (!await register.IsThereAsync(Actor, Number, HttpContext.RequestAborted))
        {
            context.Result = NotFound();
            return;
        }

        await next();
    }

    public override async Task ShowAsync(CancellationToken cancel) => Shown = (await register.OneAsync(Actor, Number, cancel))!;

    protected RedirectResult Back() => Redirect("/office/patterns/" + Number);
}
