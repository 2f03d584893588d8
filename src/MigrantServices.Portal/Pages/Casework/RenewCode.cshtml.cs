using FluentValidation;
using Microsoft.AspNetCore.Mvc;
using MigrantServices.Core.Grievances;
using MigrantServices.Core.Storage;
using MigrantServices.Portal.Web;

namespace MigrantServices.Portal.Pages.Casework;

/// <summary>Makes a new code for somebody whose case was taken down and whose slip was lost.</summary>
public sealed class RenewCodeModel(PortalDb db, SlipDesk desk, IValidator<Core.Grievances.RenewCode> rules) : CasePage<Grievance>(db, Grievance.Service, Grievance.RenewCode)
{
    [BindProperty]
    public Core.Grievances.RenewCode Form { get; set; } = new();

    public async Task<IActionResult> OnPostAsync(CancellationToken cancel)
    {
        if (!await PassesAsync(rules, Form, nameof(Form)))
        {
            return Page();
        }

        var code = await desk.RenewAsync(Case, Actor, cancel);
        TempData[CounterReceiptModel.CodeKey] = code.Digits;
        TempData[CounterReceiptModel.RenewedKey] = true;
        return RedirectToPage("CounterReceipt", new { Reference });
    }
}
