using Microsoft.AspNetCore.Mvc;
using MigrantServices.Portal.Web;
using MigrantServices.Portal.Web.Filing;

namespace MigrantServices.Portal.Pages.Grievances.New;

/// <summary>Gives the code by which the unfinished form is found again, here or on another device.</summary>
public sealed class LaterModel(FilingForm form) : PortalPage
{
    public string Code { get; private set; } = "";

    public async Task<IActionResult> OnGetAsync(CancellationToken cancel)
    {
        await form.OpenAsync(cancel);
        if (form.Key is not { } key)
        {
            return RedirectToPage(FilingSteps.Story);
        }

        Code = key.Code.ToString();
        return Page();
    }
}
