using Microsoft.AspNetCore.Mvc;
using MigrantServices.Core.Cases;
using MigrantServices.Core.ChildConfirmations;
using MigrantServices.Core.ChildConfirmations.Casework;
using MigrantServices.Core.People;
using MigrantServices.Core.Storage;
using MigrantServices.Portal.Web;

namespace MigrantServices.Portal.Pages.ChildCasework;

/// <summary>Does a deed on a child's case that needs no form: taking it, proposing, approving, sending back and the like.</summary>
public sealed class PressModel(PortalDb db, ChildDeeds deeds) : CasePage<ChildConfirmation>(db, ChildConfirmation.Service)
{
    [BindProperty(SupportsGet = true)]
    public string Code { get; set; } = "";

    /// <summary>Somebody who comes by the address alone is shown the case.</summary>
    public IActionResult OnGet() => RedirectToPage("Details", new { Reference });

    public async Task<IActionResult> OnPostAsync(CancellationToken cancel)
    {
        if (deeds.Button(Code) is not { } deed)
        {
            return NotFound();
        }

        if ((ChildConfirmation.Service.WhoMay(new CaseAction(Code)) & Case.RolesOf(Actor)) == Role.None)
        {
            return StatusCode(StatusCodes.Status403Forbidden);
        }

        await deed(Case, Actor, cancel);
        return RedirectToPage("Details", new { Reference });
    }
}
