using Microsoft.AspNetCore.Mvc;
using MigrantServices.Core.Cases;
using MigrantServices.Core.People;
using MigrantServices.Core.RefugeeSupport.Applications;
using MigrantServices.Core.RefugeeSupport.Applications.Casework;
using MigrantServices.Core.Storage;
using MigrantServices.Portal.Web;

namespace MigrantServices.Portal.Pages.SupportCasework;

/// <summary>Does a deed on an application that needs no form. One that waits for somebody is taken on from the list, before anything of it is seen.</summary>
public sealed class PressModel(PortalDb db, SupportDeeds deeds) : CasePage<SupportApplication>(db, SupportApplication.Service)
{
    [BindProperty(SupportsGet = true)]
    public string Code { get; set; } = "";

    private bool IsTaking => Code == SupportApplication.TakeOn.Code || Code == SupportApplication.TakeOnObjection.Code;

    protected override IQueryable<SupportApplication> Cases => IsTaking && HttpMethods.IsPost(Request.Method)
        ? Db.SupportApplications.ListedTo(Actor, SupportApplication.Service).Where(c => c.Reference == Reference)
        : base.Cases;

    /// <summary>Somebody who comes by the address alone is shown the case.</summary>
    public IActionResult OnGet() => RedirectToPage("Details", new { Reference });

    public async Task<IActionResult> OnPostAsync(CancellationToken cancel)
    {
        if (deeds.Button(Code) is not { } deed)
        {
            return NotFound();
        }

        if ((SupportApplication.Service.WhoMay(new CaseAction(Code)) & Case.RolesOf(Actor)) == Role.None)
        {
            return StatusCode(StatusCodes.Status403Forbidden);
        }

        await deed(Case, Actor, cancel);
        return RedirectToPage("Details", new { Reference });
    }
}
