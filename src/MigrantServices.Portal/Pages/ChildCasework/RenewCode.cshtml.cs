using FluentValidation;
using Microsoft.AspNetCore.Mvc;
using MigrantServices.Core.ChildConfirmations;
using MigrantServices.Core.ChildConfirmations.Casework;
using MigrantServices.Core.Storage;
using MigrantServices.Portal.Pages.ChildCounter;
using MigrantServices.Portal.Web;

namespace MigrantServices.Portal.Pages.ChildCasework;

/// <summary>Makes a new code for a family that lost its own, in two steps: how they were recognised, then the code.</summary>
public sealed class RenewCodeModel(PortalDb db, ParentDesk desk, IValidator<RenewChildCode> rules) : CasePage<ChildConfirmation>(db, ChildConfirmation.Service, ChildConfirmation.RenewCode)
{
    [BindProperty]
    public RenewChildCode Form { get; set; } = new();

    /// <summary>They were recognised; what is about to happen is shown once more.</summary>
    public bool IsAsked { get; private set; }

    public async Task<IActionResult> OnPostCheckAsync()
    {
        IsAsked = await PassesAsync(rules, Form, nameof(Form));
        return Page();
    }

    public async Task<IActionResult> OnPostAsync(CancellationToken cancel)
    {
        if (!await PassesAsync(rules, Form, nameof(Form)))
        {
            return Page();
        }

        var code = await desk.RenewAsync(Case, Form, Actor, cancel);
        TempData[ReceiptModel.CodeKey] = code.Digits;
        TempData[ReceiptModel.RenewedKey] = true;
        return RedirectToPage("/ChildCounter/Receipt", new { Reference });
    }
}
