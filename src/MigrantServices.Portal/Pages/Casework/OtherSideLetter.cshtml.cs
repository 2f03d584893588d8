using Microsoft.AspNetCore.Mvc;
using MigrantServices.Core.Grievances;
using MigrantServices.Core.Grievances.OtherSide;
using MigrantServices.Core.Storage;
using MigrantServices.Portal.Web;

namespace MigrantServices.Portal.Pages.Casework;

/// <summary>A letter to the other side as it went out, to be printed and posted.</summary>
public sealed class OtherSideLetterModel(PortalDb db, OtherSidePost post) : CasePage<Grievance>(db, Grievance.Service)
{
    [BindProperty(SupportsGet = true)]
    public Guid Id { get; set; }

    public SentToOtherSide Sent { get; private set; } = null!;

    public async Task<IActionResult> OnGetAsync(CancellationToken cancel)
    {
        if (await post.FindAsync(Case.Id, Id, cancel) is not { } sent)
        {
            return NotFound();
        }

        Sent = sent;
        return Page();
    }
}
