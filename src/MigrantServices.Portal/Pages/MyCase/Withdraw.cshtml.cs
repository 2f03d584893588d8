using Microsoft.AspNetCore.Mvc;
using MigrantServices.Core.Grievances;
using MigrantServices.Core.Storage;

namespace MigrantServices.Portal.Pages.MyCase;

/// <summary>Asks once more, says what stops and what stays, and then takes the case back.</summary>
public sealed class WithdrawModel(PortalDb db, FilerDesk desk) : MyCasePage(db, Grievance.Withdraw)
{
    public async Task<IActionResult> OnPostAsync(CancellationToken cancel)
    {
        await desk.WithdrawAsync(Case, Actor, cancel);
        return RedirectToPage("Status");
    }
}
