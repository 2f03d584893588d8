using FluentValidation;
using Microsoft.AspNetCore.Mvc;
using MigrantServices.Core.Cases;
using MigrantServices.Core.Grievances;
using MigrantServices.Core.Storage;
using MigrantServices.Portal.Web;

namespace MigrantServices.Portal.Pages.Casework;

/// <summary>Writes a working note that colleagues read.</summary>
public sealed class NoteModel(PortalDb db, GrievanceDesk desk, IValidator<WriteMessage> rules) : CasePage<Grievance>(db, Grievance.Service, Grievance.Note)
{
    [BindProperty]
    public WriteMessage Form { get; set; } = new();

    public async Task<IActionResult> OnPostAsync(CancellationToken cancel)
    {
        if (!await PassesAsync(rules, Form, nameof(Form)))
        {
            return Page();
        }

        await desk.NoteAsync(Case, Form, Actor, cancel);
        return RedirectToPage("Details", new { Reference });
    }
}
