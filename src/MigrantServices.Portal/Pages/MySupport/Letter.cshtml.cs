using Microsoft.AspNetCore.Mvc;
using MigrantServices.Core.Grievances;
using MigrantServices.Core.RefugeeSupport.Applications;
using MigrantServices.Core.Storage;

namespace MigrantServices.Portal.Pages.MySupport;

/// <summary>A letter from the office as it was sent, in the person's language and in Korean.</summary>
public sealed class LetterModel(PortalDb db, LetterReader reader) : MySupportPage(db)
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
