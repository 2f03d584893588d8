using Microsoft.AspNetCore.Mvc;
using MigrantServices.Core.Cases;
using MigrantServices.Core.RefugeeSupport.Applications;
using MigrantServices.Core.Storage;
using MigrantServices.Portal.Web.Filing;

namespace MigrantServices.Portal.Pages.MySupport;

/// <summary>Begins another application for the same household: nobody is described again, and no paper that was seen is asked for again.</summary>
public sealed class AgainModel(PortalDb db, ApplicantReader reader, DraftDesk drafts, DraftCookie cookie) : MySupportPage(db)
{
    public async Task<IActionResult> OnPostAsync(CancellationToken cancel)
    {
        var form = FormKind.Support;
        cookie.Write(Response, form, await drafts.BeginAsync(form.Service, await reader.AgainAsync(Case, cancel), cancel, form.Holder));
        return LocalRedirect(form.Address());
    }
}
