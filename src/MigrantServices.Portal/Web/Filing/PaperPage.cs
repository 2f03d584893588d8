using Microsoft.AspNetCore.Mvc;

namespace MigrantServices.Portal.Web.Filing;

/// <summary>A page made to be printed after sending: the receipt, or the slip that tells nothing.</summary>
public abstract class PaperPage(SentForm sent, FormKind form) : PortalPage
{
    public Receipt? Receipt { get; private set; }

    public async Task<IActionResult> OnGetAsync(CancellationToken cancel)
    {
        Receipt = await sent.FindAsync(Request, form, cancel);
        return Receipt is null ? LocalRedirect(form.Address()) : Page();
    }
}
