using Microsoft.AspNetCore.Mvc;
using MigrantServices.Core.Grievances;
using MigrantServices.Core.Storage;
using MigrantServices.Portal.Web;

namespace MigrantServices.Portal.Pages.Casework;

/// <summary>A letter of the case as it went out, both languages side by side.</summary>
public sealed class LetterModel(PortalDb db, LetterReader reader) : CasePage<Grievance>(db, Grievance.Service)
{
    [BindProperty(SupportsGet = true)]
    public Guid Id { get; set; }

    public SentLetter Sent { get; private set; } = null!;

    public async Task<IActionResult> OnGetAsync(CancellationToken cancel)
    {
        if (await reader.FindAsync(Case.Id, Id, Actor, cancel) is not { } sent)
        {
            return NotFound();
        }

        Sent = sent;
        return Page();
    }
}
