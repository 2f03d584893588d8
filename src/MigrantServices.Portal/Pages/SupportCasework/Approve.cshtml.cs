using Microsoft.AspNetCore.Mvc;
using MigrantServices.Core.Cases;
using MigrantServices.Core.RefugeeSupport.Applications;
using MigrantServices.Core.RefugeeSupport.Applications.Casework;
using MigrantServices.Core.Storage;
using MigrantServices.Portal.Web;

namespace MigrantServices.Portal.Pages.SupportCasework;

/// <summary>Shows the second person the letter of a decision as it will go out, and sends that letter when they approve it.</summary>
public sealed class ApproveModel(PortalDb db, SupportDecisionDesk desk) : CasePage<SupportApplication>(db, SupportApplication.Service, SupportApplication.Approve)
{
    /// <summary>The letter that they read before they pressed the button.</summary>
    [BindProperty]
    public string? Seen { get; set; }

    /// <summary>The letter as it would go out now; null when nothing waits.</summary>
    public Letter? Letter { get; private set; }

    /// <summary>The decision, or the one on an objection.</summary>
    public CaseAction Deed => Case.IsObjection ? SupportApplication.ApproveObjection : SupportApplication.Approve;

    public async Task<IActionResult> OnPostAsync(CancellationToken cancel)
    {
        await desk.ApproveAsync(Case, Seen, Actor, cancel);
        return RedirectToPage("Details", new { Reference });
    }

    public override async Task ShowAsync(CancellationToken cancel)
    {
        await base.ShowAsync(cancel);
        ModelState.Remove(nameof(Seen));
        Letter = desk.Letter(Case, Actor);
    }
}
