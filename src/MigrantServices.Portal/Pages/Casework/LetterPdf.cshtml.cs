using Microsoft.AspNetCore.Mvc;
using MigrantServices.Core.Documents.Pdf;
using MigrantServices.Core.Grievances;
using MigrantServices.Core.Privacy;
using MigrantServices.Core.Storage;
using MigrantServices.Portal.Web;
using MigrantServices.Portal.Web.Letters;

namespace MigrantServices.Portal.Pages.Casework;

/// <summary>A letter of the case as a paper to be saved; where papers cannot be made, its page is printed instead.</summary>
public sealed class LetterPdfModel(PortalDb db, LetterReader reader, AccessLog access) : CasePage<Grievance>(db, Grievance.Service)
{
    [BindProperty(SupportsGet = true)]
    public Guid Id { get; set; }

    public async Task<IActionResult> OnGetAsync(CancellationToken cancel)
    {
        if (await reader.FindAsync(Case.Id, Id, Actor, cancel) is not { } sent)
        {
            return NotFound();
        }

        if (!PdfLibrary.IsHere)
        {
            return RedirectToPage("Letter", new { Reference, Id });
        }

        await access.WriteAsync(Actor, AccessDeed.Download, Case.Id, "letter:" + Id, cancel);
        return LetterPaper.Of(sent, LetterSides.Of(sent), Response);
    }
}
