using Microsoft.AspNetCore.Mvc;

namespace MigrantServices.Portal.Web.Filing;

/// <summary>A page made to be printed after sending: the receipt, or the slip that tells nothing.</summary>
public abstract class PaperPage(SentForm sent) : PortalPage
{
    public Receipt? Receipt { get; private set; }

    public async Task<IActionResult> OnGetAsync(CancellationToken cancel)
    {
        Receipt = await sent.FindAsync(Request, cancel);
        return Receipt is null ? RedirectToPage(FilingSteps.Story) : Page();
    }
}
