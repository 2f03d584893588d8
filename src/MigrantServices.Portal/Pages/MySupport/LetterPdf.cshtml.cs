using Microsoft.AspNetCore.Mvc;
using MigrantServices.Core.Documents.Pdf;
using MigrantServices.Core.Grievances;
using MigrantServices.Core.RefugeeSupport.Applications;
using MigrantServices.Core.Storage;
using MigrantServices.Portal.Web.Letters;

namespace MigrantServices.Portal.Pages.MySupport;

/// <summary>A letter from the office as a paper to be saved; where papers cannot be made, its page is printed instead.</summary>
public sealed class LetterPdfModel(PortalDb db, LetterReader reader) : MySupportPage(db)
{
    public async Task<IActionResult> OnGetAsync(Guid id, CancellationToken cancel) =>
        await reader.FindAsync(Case.Id, id, Actor, cancel) is not { } sent ? NotFound()
        : PdfLibrary.IsHere ? LetterPaper.Of(sent, LetterSides.Of(sent, theirsFirst: true), Response)
        : RedirectToPage("Letter", new { id });
}
