using Microsoft.AspNetCore.Mvc;
using MigrantServices.Core.Grievances;
using MigrantServices.Core.Storage;

namespace MigrantServices.Portal.Pages.MyCase;

/// <summary>Asks once more, says what stops and what stays, and then takes the case back; why, the person says only where they want to.</summary>
public sealed class WithdrawModel(PortalDb db, FilerDesk desk, Procedure procedure) : MyCasePage(db, Grievance.Withdraw)
{
    /// <summary>A code of the reasons; empty when the person does not say.</summary>
    [BindProperty]
    public string? Reason { get; set; }

    public IEnumerable<string> Reasons => procedure.Withdrawals(Case);

    public async Task<IActionResult> OnPostAsync(CancellationToken cancel)
    {
        var reason = string.IsNullOrEmpty(Reason) ? null : Reason;
        if (reason is not null && !Reasons.Contains(reason))
        {
            // nobody who takes their case back is kept from it by a list that has changed meanwhile
            reason = null;
        }

        await desk.WithdrawAsync(Case, reason, Actor, cancel);
        return RedirectToPage("Status");
    }
}
