using FluentValidation;
using Microsoft.AspNetCore.Mvc;
using MigrantServices.Core.Cases;
using MigrantServices.Core.Grievances;
using MigrantServices.Core.Storage;
using MigrantServices.Portal.Web;

namespace MigrantServices.Portal.Pages.Casework;

/// <summary>Writes to the person.</summary>
public sealed class WriteModel(PortalDb db, GrievanceDesk desk, IValidator<WriteMessage> rules) : CasePage<Grievance>(db, Grievance.Service, Grievance.Write)
{
    [BindProperty]
    public WriteMessage Form { get; set; } = new();

    public async Task<IActionResult> OnPostAsync(CancellationToken cancel)
    {
        if (!await PassesAsync(rules, Form, nameof(Form)))
        {
            return Page();
        }

        await desk.WriteAsync(Case, Guid.CreateVersion7(), Form, Actor, cancel);
        return RedirectToPage("Details", new { Reference });
    }
}
