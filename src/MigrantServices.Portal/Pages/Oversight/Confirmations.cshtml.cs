using Microsoft.AspNetCore.Mvc;
using MigrantServices.Core.People;
using MigrantServices.Portal.Web;

namespace MigrantServices.Portal.Pages.Oversight;

/// <summary>Rights that administrators gave and that open nothing before a privacy officer has spoken with the person.</summary>
public sealed class ConfirmationsModel(ConfirmationDesk desk, ConfirmationList list, RightChoices choices) : PortalPage
{
    public RightChoices Choices => choices;

    public IReadOnlyList<WaitingRight> Waiting { get; private set; } = [];

    public void OnGet()
    {
    }

    public async Task<IActionResult> OnPostConfirmAsync(Guid right, Guid? password, CancellationToken cancel)
    {
        await desk.ConfirmAsync(Actor, right, password, cancel);
        return RedirectToPage();
    }

    public async Task<IActionResult> OnPostRefuseAsync(Guid right, CancellationToken cancel)
    {
        await desk.RefuseAsync(Actor, right, cancel);
        return RedirectToPage();
    }

    public override async Task ShowAsync(CancellationToken cancel) => Waiting = await list.ForAsync(Actor, cancel);
}
