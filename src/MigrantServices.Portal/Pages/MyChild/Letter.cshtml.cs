using Microsoft.AspNetCore.Mvc;
using MigrantServices.Core.ChildConfirmations;
using MigrantServices.Core.Grievances;
using MigrantServices.Core.Storage;

namespace MigrantServices.Portal.Pages.MyChild;

/// <summary>A letter from the office as it was sent, in the parent's language and in Korean.</summary>
public sealed class LetterModel(PortalDb db, FamilyReader reader) : MyChildPage(db)
{
    [BindProperty(SupportsGet = true)]
    public Guid Id { get; set; }

    public SentLetter Sent { get; private set; } = null!;

    public async Task<IActionResult> OnGetAsync(CancellationToken cancel)
    {
        if (await reader.LetterAsync(Case, Id, Actor, cancel) is not { } sent)
        {
            return NotFound();
        }

        Sent = sent;
        return Page();
    }
}
