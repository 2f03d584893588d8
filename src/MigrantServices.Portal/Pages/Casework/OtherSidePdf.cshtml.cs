using Microsoft.AspNetCore.Mvc;
using MigrantServices.Core.Documents.Pdf;
using MigrantServices.Core.Grievances;
using MigrantServices.Core.Grievances.OtherSide;
using MigrantServices.Core.Privacy;
using MigrantServices.Core.Storage;
using MigrantServices.Portal.Web;
using MigrantServices.Portal.Web.Letters;

namespace MigrantServices.Portal.Pages.Casework;

/// <summary>A letter to the other side as a paper; where papers cannot be made, its page is printed instead.</summary>
public sealed class OtherSidePdfModel(PortalDb db, OtherSidePost post, AccessLog access) : CasePage<Grievance>(db, Grievance.Service)
{
    [BindProperty(SupportsGet = true)]
    public Guid Id { get; set; }

    public async Task<IActionResult> OnGetAsync(CancellationToken cancel)
    {
        if (await post.FindAsync(Case.Id, Id, cancel) is not { } sent)
        {
            return NotFound();
        }

        if (!PdfLibrary.IsHere)
        {
            return RedirectToPage("OtherSideLetter", new { Reference, Id });
        }

        await access.WriteAsync(Actor, AccessDeed.Download, Case.Id, "letter:" + Id, cancel);
        return LetterPaper.Of(sent.SentAt, LetterSides.InKoreanOnly(sent.InKorean), Response);
    }
}
