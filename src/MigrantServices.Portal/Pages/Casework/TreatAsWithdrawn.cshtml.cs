using FluentValidation;
using Microsoft.AspNetCore.Mvc;
using MigrantServices.Core.Grievances;
using MigrantServices.Core.Storage;
using MigrantServices.Portal.Web;

namespace MigrantServices.Portal.Pages.Casework;

/// <summary>Keeps that both requests came back, by which the petition counts as withdrawn.</summary>
public sealed class TreatAsWithdrawnModel(PortalDb db, WaitingDesk desk, IValidator<TreatAsWithdrawn> rules) : CasePage<Grievance>(db, Grievance.Service, Grievance.TreatAsWithdrawn)
{
    [BindProperty]
    public TreatAsWithdrawn Form { get; set; } = new();

    public async Task<IActionResult> OnPostAsync(CancellationToken cancel)
    {
        if (!await PassesAsync(rules, Form, nameof(Form)))
        {
            return Page();
        }

        await desk.TreatAsWithdrawnAsync(Case, Form, Actor, cancel);
        return RedirectToPage("Details", new { Reference });
    }
}
