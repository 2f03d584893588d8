using FluentValidation;
using Microsoft.AspNetCore.Mvc;
using MigrantServices.Core.Workday;
using MigrantServices.Portal.Web;

namespace MigrantServices.Portal.Pages.Workday;

/// <summary>A colleague's own views of the worklist to put in order, and those that others share.</summary>
public sealed class ViewsModel(ViewDesk desk, ViewList list, IValidator<NameView> rules) : PortalPage
{
    [BindProperty]
    public NameView Form { get; set; } = new();

    public IReadOnlyList<ViewLine> Views { get; private set; } = [];

    public void OnGet()
    {
    }

    public async Task<IActionResult> OnPostRenameAsync(Guid view, CancellationToken cancel)
    {
        if (!await PassesAsync(rules, Form, nameof(Form)))
        {
            return Page();
        }

        await desk.RenameAsync(view, Form, Actor, cancel);
        return RedirectToPage();
    }

    public Task<IActionResult> OnPostDeleteAsync(Guid view, CancellationToken cancel) => DoAsync(desk.DeleteAsync(view, Actor, cancel));

    public Task<IActionResult> OnPostUpAsync(Guid view, CancellationToken cancel) => DoAsync(desk.MoveUpAsync(view, Actor, cancel));

    public Task<IActionResult> OnPostShareAsync(Guid view, bool shared, CancellationToken cancel) => DoAsync(desk.ShareAsync(view, shared, Actor, cancel));

    public Task<IActionResult> OnPostOpenWithAsync(Guid view, CancellationToken cancel) => DoAsync(desk.OpenWithAsync(view, Actor, cancel));

    public override async Task ShowAsync(CancellationToken cancel) => Views = await list.CountedAsync(await list.ReadAsync(Actor, cancel), Actor, cancel);

    // the name was not sent with it: that it is missing is no mistake
    private async Task<IActionResult> DoAsync(Task deed)
    {
        ModelState.Clear();
        await deed;
        return RedirectToPage();
    }
}
