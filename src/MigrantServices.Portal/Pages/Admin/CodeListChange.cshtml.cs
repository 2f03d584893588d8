using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.Filters;
using MigrantServices.Core.Reference;
using MigrantServices.Portal.Web;

namespace MigrantServices.Portal.Pages.Admin;

/// <summary>One change to a code list: its difference, who put it forward, and whether it is approved, completed or taken back.</summary>
public sealed class CodeListChangeModel(ReferenceDesk desk, ReferenceRegister register, ReferenceWords words) : PortalPage
{
    [BindProperty(SupportsGet = true)]
    public Guid Id { get; set; }

    [BindProperty]
    public ProposeChange Form { get; set; } = new();

    public ReferenceWords Words => words;

    public ChangeView View { get; private set; } = null!;

    public int OpenCases { get; private set; }

    public bool IsMine => View.Change.ProposedById == Actor.UserId;

    public bool MayTakeBack => View.Change.WithdrawnAt is null && (View.Change.ApprovedAt is null || View.Change.EffectiveOn > register.Today);

    /// <summary>What held, or would hold, the day before.</summary>
    public ReferenceItem? Before => View.Change.Kind == ChangeKind.Add ? null : register.Find(View.Change.List, View.Change.Code, View.Change.EffectiveOn.AddDays(-1));

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

    public Task<IActionResult> OnPostCompleteAsync(CancellationToken cancel) => DoneAsync(desk.CompleteAsync(Actor, Id, Form.Texts, cancel));

    public Task<IActionResult> OnPostTakeBackAsync(CancellationToken cancel) => DoneAsync(desk.TakeBackAsync(Actor, Id, cancel));

    public override async Task ShowAsync(CancellationToken cancel)
    {
        View = (await register.OneAsync(Id, cancel))!;
        OpenCases = await register.OpenCasesAsync(View.Change.List, cancel);
    }

    private async Task<IActionResult> DoneAsync(Task deed)
    {
        await deed;
        return RedirectToPage(new { id = Id });
    }
}
