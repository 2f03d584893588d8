using Microsoft.AspNetCore.Mvc;
using MigrantServices.Core.ChildConfirmations;
using MigrantServices.Core.ChildConfirmations.Casework;
using MigrantServices.Core.Storage;
using MigrantServices.Portal.Web;

namespace MigrantServices.Portal.Pages.ChildCasework;

/// <summary>Shows whoever issues the papers the photograph as it will be printed, and puts on record that they looked; the button issues.</summary>
public sealed class IssueModel(PortalDb db, IdentityDesk identities) : CasePage<ChildConfirmation>(db, ChildConfirmation.Service, ChildConfirmation.Issue)
{
    /// <summary>What the page carried that showed the photograph.</summary>
    [BindProperty]
    public string? Seen { get; set; }

    /// <summary>By this the portal knows what was looked at.</summary>
    public string? Mark { get; private set; }

    /// <summary>In base64; null while it may not be seen, or there is none.</summary>
    public string? Photograph { get; private set; }

    public bool IsMissing { get; private set; }

    public override async Task ShowAsync(CancellationToken cancel)
    {
        await base.ShowAsync(cancel);
        if (May(ChildConfirmation.Issue))
        {
            var jpeg = await identities.BeforeIssueAsync(Case, Actor, cancel);
            (Photograph, IsMissing) = (jpeg is null ? null : Convert.ToBase64String(jpeg), jpeg is null);
        }
    }
}
