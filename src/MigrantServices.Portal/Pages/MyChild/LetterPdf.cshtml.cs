using Microsoft.AspNetCore.Mvc;
using MigrantServices.Core.ChildConfirmations;
using MigrantServices.Core.Documents.Pdf;
using MigrantServices.Core.Storage;
using MigrantServices.Portal.Web.Letters;

namespace MigrantServices.Portal.Pages.MyChild;

/// <summary>A letter from the office as a paper to be saved; where papers cannot be made, its page is printed instead.</summary>
public sealed class LetterPdfModel(PortalDb db, FamilyReader reader) : MyChildPage(db)
{
    public async Task<IActionResult> OnGetAsync(Guid id, CancellationToken cancel) =>
        await reader.LetterAsync(Case, id, Actor, cancel) is not { } sent ? NotFound()
        : PdfLibrary.IsHere ? LetterPaper.Of(sent, LetterSides.Of(sent, theirsFirst: true), Response)
        : RedirectToPage("Letter", new { id });
}
