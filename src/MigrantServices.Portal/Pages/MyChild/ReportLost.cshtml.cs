using Microsoft.AspNetCore.Mvc;
using MigrantServices.Core.ChildConfirmations;
using MigrantServices.Core.ChildConfirmations.Casework;
using MigrantServices.Core.Storage;

namespace MigrantServices.Portal.Pages.MyChild;

/// <summary>The document or the card is lost: from then on nobody who finds it can use it.</summary>
public sealed class ReportLostModel(PortalDb db, PaperDesk desk) : MyChildPage(db, ChildConfirmation.ReportLost)
{
    public async Task<IActionResult> OnPostAsync(CancellationToken cancel)
    {
        await desk.ReportLostAsync(Case, Actor, cancel);
        return RedirectToPage("Status");
    }

    /// <summary>The old papers, which were to be given back, are what was lost.</summary>
    public async Task<IActionResult> OnPostOldAsync(CancellationToken cancel)
    {
        await desk.ReportOldLostAsync(Case, Actor, cancel);
        return RedirectToPage("Status");
    }
}
