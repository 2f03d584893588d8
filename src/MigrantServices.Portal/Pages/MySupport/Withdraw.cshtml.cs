using Microsoft.AspNetCore.Mvc;
using MigrantServices.Core.RefugeeSupport.Applications;
using MigrantServices.Core.Storage;

namespace MigrantServices.Portal.Pages.MySupport;

/// <summary>Asks once more, says what stops and what stays, and then takes the application back.</summary>
public sealed class WithdrawModel(PortalDb db, ApplicantDesk desk) : MySupportPage(db, SupportApplication.Withdraw)
{
    public async Task<IActionResult> OnPostAsync(CancellationToken cancel)
    {
        await desk.WithdrawAsync(Case, Actor, cancel);
        return RedirectToPage("Status");
    }
}
