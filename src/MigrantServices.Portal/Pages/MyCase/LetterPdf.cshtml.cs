using Microsoft.AspNetCore.Mvc;
using MigrantServices.Core.Documents.Pdf;
using MigrantServices.Core.Grievances;
using MigrantServices.Core.People;
using MigrantServices.Core.Privacy;
using MigrantServices.Core.Storage;
using MigrantServices.Portal.Web.Letters;

namespace MigrantServices.Portal.Pages.MyCase;

/// <summary>A letter from the office as a paper to be saved; where papers cannot be made, its page is printed instead.</summary>
public sealed class LetterPdfModel(PortalDb db, LetterReader reader, AccessLog access) : MyCasePage(db)
{
    public async Task<IActionResult> OnGetAsync(Guid id, CancellationToken cancel)
    {
        if (await reader.FindAsync(Case.Id, id, Actor, cancel) is not { } sent)
        {
            return NotFound();
        }

        if (!PdfLibrary.IsHere)
        {
            return RedirectToPage("Letter", new { id });
        }

        if (Actor.Is(Role.Helper))
        {
            await access.WriteAsync(Actor, AccessDeed.Download, Case.Id, null, cancel);
        }

        return LetterPaper.Of(sent, LetterSides.Of(sent, theirsFirst: true), Response);
    }
}
