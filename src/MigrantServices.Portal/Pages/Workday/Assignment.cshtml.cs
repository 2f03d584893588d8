using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.Filters;
using MigrantServices.Core.Workday;
using MigrantServices.Portal.Web;

namespace MigrantServices.Portal.Pages.Workday;

/// <summary>An assignment that was carried out, and for a while its undoing.</summary>
public sealed class AssignmentModel(AssignmentRegister register, AssignmentDesk desk, TimeProvider time) : PortalPage
{
    [BindProperty(SupportsGet = true)]
    public Guid Id { get; set; }

    public AssignmentView View { get; private set; } = null!;

    public bool MayUndo => View.UndoneAt is null && time.GetUtcNow() <= View.UndoUntil && View.Cases.Any(one => !one.IsChanged);

    public override async Task OnPageHandlerExecutionAsync(PageHandlerExecutingContext context, PageHandlerExecutionDelegate next)
    {
        if (await register.IsThereAsync(Id, Actor, HttpContext.RequestAborted))
        {
            await next();
        }
        else
        {
            context.Result = NotFound();
        }
    }

    public void OnGet()
    {
    }

    public async Task<IActionResult> OnPostUndoAsync(CancellationToken cancel)
    {
        await desk.UndoAsync(Id, Actor, cancel);
        return RedirectToPage(new { Id });
    }

    public override async Task ShowAsync(CancellationToken cancel) => View = (await register.FindAsync(Id, Actor, cancel))!;
}
