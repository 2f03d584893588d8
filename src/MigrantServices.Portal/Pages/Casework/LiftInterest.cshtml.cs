using FluentValidation;
using Microsoft.AspNetCore.Mvc;
using MigrantServices.Core.Grievances;
using MigrantServices.Core.Grievances.Fairness;
using MigrantServices.Core.Storage;
using MigrantServices.Portal.Web;

namespace MigrantServices.Portal.Pages.Casework;

/// <summary>A supervisor finds that a colleague's declared interest is none, or none any more.</summary>
public sealed class LiftInterestModel(PortalDb db, FairnessDesk desk, IValidator<LiftInterest> rules)
    : CasePage<Grievance>(db, Grievance.Service, Grievance.LiftInterest)
{
    [BindProperty(SupportsGet = true)]
    public Guid Id { get; set; }

    [BindProperty]
    public LiftInterest Form { get; set; } = new();

    public async Task<IActionResult> OnGetAsync(CancellationToken cancel) =>
        await desk.FindAsync(Case, Id, cancel) is null ? NotFound() : Page();

    public async Task<IActionResult> OnPostAsync(CancellationToken cancel)
    {
        if (await desk.FindAsync(Case, Id, cancel) is not { } declaration)
        {
            return NotFound();
        }

        if (!await PassesAsync(rules, Form, nameof(Form)))
        {
            return Page();
        }

        await desk.LiftAsync(Case, declaration, Form, Actor, cancel);
        return RedirectToPage("Details", new { Reference });
    }
}
