using Microsoft.AspNetCore.Mvc;
using MigrantServices.Core.Cases;
using MigrantServices.Core.Documents.Pdf;
using MigrantServices.Core.Grievances;
using MigrantServices.Core.Privacy;
using MigrantServices.Core.Storage;
using MigrantServices.Portal.Web.Letters;

namespace MigrantServices.Portal.Web.Cases;

/// <summary>A letter of the case as it went out: the sent copy, never the template of today.</summary>
public abstract class SentLetterPage<T>(PortalDb db, CaseKind kind, LetterReader reader) : CasePage<T>(db, kind)
    where T : ServiceCase
{
    [BindProperty(SupportsGet = true)]
    public Guid Id { get; set; }

    public SentLetter Sent { get; private set; } = null!;

    public virtual async Task<IActionResult> OnGetAsync(CancellationToken cancel)
    {
        if (await reader.FindAsync(Case.Id, Id, Actor, cancel) is not { } sent)
        {
            return NotFound();
        }

        Sent = sent;
        return Page();
    }
}

/// <summary>The same letter as a paper to be saved; where papers cannot be made, its page is printed instead.</summary>
public abstract class SentLetterPaper<T>(PortalDb db, CaseKind kind, LetterReader reader, AccessLog access) : SentLetterPage<T>(db, kind, reader)
    where T : ServiceCase
{
    public override async Task<IActionResult> OnGetAsync(CancellationToken cancel)
    {
        var found = await base.OnGetAsync(cancel);
        if (Sent is null)
        {
            return found;
        }

        if (!PdfLibrary.IsHere)
        {
            return RedirectToPage("Letter", new { Reference, Id });
        }

        await access.WriteAsync(Actor, AccessDeed.Download, Case.Id, "letter:" + Id, cancel);
        return LetterPaper.Of(Sent, LetterSides.Of(Sent), Response);
    }
}
