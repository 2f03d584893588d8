using FluentValidation;
using Microsoft.AspNetCore.Mvc;
using MigrantServices.Core.Grievances;
using MigrantServices.Core.Storage;

namespace MigrantServices.Portal.Pages.MyCase;

/// <summary>A name makes a petition of a tip.</summary>
public sealed class GiveNameModel(PortalDb db, FilerDesk desk, IValidator<GiveName> rules) : MyCasePage(db, Grievance.GiveName)
{
    [BindProperty]
    public GiveName Form { get; set; } = new();

    public async Task<IActionResult> OnPostAsync(CancellationToken cancel)
    {
        if (!await PassesAsync(rules, Form, nameof(Form)))
        {
            return Page();
        }

        await desk.GiveNameAsync(Case, Form, Actor, cancel);
        return RedirectToPage("Status");
    }
}
