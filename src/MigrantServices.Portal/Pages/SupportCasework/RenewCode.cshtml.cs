using FluentValidation;
using Microsoft.AspNetCore.Mvc;
using MigrantServices.Core.RefugeeSupport.Applications;
using MigrantServices.Core.RefugeeSupport.Applications.Casework;
using MigrantServices.Core.Storage;
using MigrantServices.Portal.Pages.SupportCounter;
using MigrantServices.Portal.Web;

namespace MigrantServices.Portal.Pages.SupportCasework;

/// <summary>Makes a new code for a household that lost its own, in two steps: how they were recognised, then the code.</summary>
public sealed class RenewCodeModel(PortalDb db, SupportCodeDesk desk, IValidator<RenewSupportCode> rules)
    : CasePage<SupportApplication>(db, SupportApplication.Service, SupportApplication.RenewCode)
{
    [BindProperty]
    public RenewSupportCode Form { get; set; } = new();

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
        return RedirectToPage("/SupportCounter/Receipt", new { Reference });
    }
}
