using Microsoft.AspNetCore.Mvc;
using MigrantServices.Core.ChildConfirmations;
using MigrantServices.Core.ChildConfirmations.Casework;
using MigrantServices.Core.Storage;
using MigrantServices.Portal.Web;

namespace MigrantServices.Portal.Pages.ChildCasework;

/// <summary>Shows whoever issues the papers the photograph as it will be printed, and puts on record that they looked; the button issues what they looked at, and nothing else.</summary>
public sealed class IssueModel(PortalDb db, BeforeIssue before, PaperDesk papers) : CasePage<ChildConfirmation>(db, ChildConfirmation.Service, ChildConfirmation.Issue)
{
    /// <summary>What the page carried that showed the photograph.</summary>
    [BindProperty]
    public string? Seen { get; set; }

    /// <summary>By this the portal knows what was looked at.</summary>
    public string? Mark { get; private set; }

    /// <summary>In base64; null while it may not be seen, or there is none.</summary>
    public string? Photograph { get; private set; }

    public bool IsMissing { get; private set; }

    public async Task<IActionResult> OnPostAsync(CancellationToken cancel)
    {
        await papers.IssueAsync(Case, Seen, Actor, cancel);
        return RedirectToPage("Details", new { Reference });
    }

    public override async Task ShowAsync(CancellationToken cancel)
    {
        await base.ShowAsync(cancel);
        if (May(ChildConfirmation.Issue))
        {
            var seen = await before.LookAsync(Case, Actor, cancel);
            (Photograph, Mark, IsMissing) = (seen is null ? null : Convert.ToBase64String(seen.Jpeg), seen?.Mark, seen is null);
        }
    }
}
