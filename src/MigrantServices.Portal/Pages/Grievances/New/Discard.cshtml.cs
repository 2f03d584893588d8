using Microsoft.AspNetCore.Mvc;
using MigrantServices.Portal.Web;
using MigrantServices.Portal.Web.Filing;

namespace MigrantServices.Portal.Pages.Grievances.New;

/// <summary>Destroys what somebody began and takes it off their device.</summary>
public sealed class DiscardModel(FilingForm form) : PortalPage
{
    public IActionResult OnGet() => RedirectToPage(FilingSteps.Story);

    public async Task<IActionResult> OnPostAsync(CancellationToken cancel)
    {
        await form.OpenAsync(cancel);
        await form.DiscardAsync(cancel);
        return RedirectToPage(FilingSteps.Story);
    }
}
