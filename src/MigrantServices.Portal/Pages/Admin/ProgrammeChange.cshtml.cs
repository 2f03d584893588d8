using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.Filters;
using MigrantServices.Core.RefugeeSupport.Programmes;
using MigrantServices.Portal.Web;

namespace MigrantServices.Portal.Pages.Admin;

/// <summary>One change to a programme: its difference, who put it forward, and whether it is approved or taken back.</summary>
public sealed class ProgrammeChangeModel(ProgrammeDesk desk, ProgrammeRegister register) : PortalPage
{
    [BindProperty(SupportsGet = true)]
    public Guid Id { get; set; }

    public ProgrammeChangeView View { get; private set; } = null!;

    public IReadOnlyList<KeptTerms> Kept { get; private set; } = [];

    public bool IsMine => View.Change.ProposedById == Actor.UserId;

    /// <summary>What held, or would hold, the day before.</summary>
    public ProgrammeTerms? Before => register.Book.Find(View.Change.ProgrammeCode, View.Change.EffectiveOn.AddDays(-1));

    public override async Task OnPageHandlerExecutionAsync(PageHandlerExecutingContext context, PageHandlerExecutionDelegate next)
    {
        if (await register.OneAsync(Id, HttpContext.RequestAborted) is null)
        {
            context.Result = NotFound();
            return;
        }

        await next();
    }

    public void OnGet()
    {
    }

    public Task<IActionResult> OnPostApproveAsync(CancellationToken cancel) => DoneAsync(desk.ApproveAsync(Actor, Id, cancel));

    public Task<IActionResult> OnPostTakeBackAsync(CancellationToken cancel) => DoneAsync(desk.TakeBackAsync(Actor, Id, cancel));

    public override async Task ShowAsync(CancellationToken cancel)
    {
        View = (await register.OneAsync(Id, cancel))!;
        Kept = await register.KeptAsync(View.Change.ProgrammeCode, cancel);
    }

    private async Task<IActionResult> DoneAsync(Task deed)
    {
        await deed;
        return RedirectToPage(new { id = Id });
    }
}
