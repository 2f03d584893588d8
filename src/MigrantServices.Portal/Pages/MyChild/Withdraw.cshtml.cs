using Microsoft.AspNetCore.Mvc;
using MigrantServices.Core.ChildConfirmations;
using MigrantServices.Core.Storage;

namespace MigrantServices.Portal.Pages.MyChild;

/// <summary>Asks once more, says what stops and what stays, and then takes the application back.</summary>
public sealed class WithdrawModel(PortalDb db, FamilyDesk desk) : MyChildPage(db, ChildConfirmation.Withdraw)
{
    public async Task<IActionResult> OnPostAsync(CancellationToken cancel)
    {
        await desk.WithdrawAsync(Case, Actor, cancel);
        return RedirectToPage("Status");
    }
}
