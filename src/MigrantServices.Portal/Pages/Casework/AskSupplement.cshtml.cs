using FluentValidation;
using Microsoft.AspNetCore.Mvc;
using MigrantServices.Core.Cases;
using MigrantServices.Core.Grievances;
using MigrantServices.Core.Storage;
using MigrantServices.Portal.Web;

namespace MigrantServices.Portal.Pages.Casework;

/// <summary>Asks the person for something without which the office cannot go on; the clock stands still until they answer.</summary>
public sealed class AskSupplementModel(PortalDb db, GrievanceDesk desk, IValidator<WriteMessage> rules) : CasePage<Grievance>(db, Grievance.Service, Grievance.AskSupplement)
{
    [BindProperty]
    public WriteMessage Form { get; set; } = new();

    public async Task<IActionResult> OnPostAsync(CancellationToken cancel)
    {
        if (!await PassesAsync(rules, Form, nameof(Form)))
        {
            return Page();
        }

        await desk.AskSupplementAsync(Case, Guid.CreateVersion7(), Form, Actor, cancel);
        return RedirectToPage("Details", new { Reference });
    }
}
