using Microsoft.AspNetCore.Mvc;
using MigrantServices.Portal.Web;
using MigrantServices.Portal.Web.Access;

namespace MigrantServices.Portal.Pages.MyCase;

/// <summary>Ends a visit on the server and says so.</summary>
public sealed class LeftModel(VisitDoor visits) : PortalPage
{
    public async Task<IActionResult> OnPostAsync(CancellationToken cancel)
    {
        await visits.CloseAsync(HttpContext, cancel);
        return RedirectToPage();
    }
}
