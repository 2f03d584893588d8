using Microsoft.AspNetCore.Mvc;
using MigrantServices.Core.ChildConfirmations;
using MigrantServices.Core.ChildConfirmations.Casework;
using MigrantServices.Core.ChildConfirmations.Papers;
using MigrantServices.Core.Storage;
using MigrantServices.Portal.Web;
using MigrantServices.Portal.Web.Papers;

namespace MigrantServices.Portal.Pages.ChildCasework;

/// <summary>Puts the child's photograph into the vault: cropped, upright and with nothing of the camera in it.</summary>
[RequestSizeLimit(PhotoUpload.BodyLimit)]
[RequestFormLimits(MultipartBodyLengthLimit = PhotoUpload.BodyLimit)]
public sealed class PhotographModel(PortalDb db, ReissueDesk desk) : CasePage<ChildConfirmation>(db, ChildConfirmation.Service, ChildConfirmation.PutPhotograph)
{
    [BindProperty]
    public IFormFile? Picture { get; set; }

    /// <summary>Which part of it is printed.</summary>
    [BindProperty]
    public PhotoPart Part { get; set; } = new();

    public async Task<IActionResult> OnPostAsync(CancellationToken cancel)
    {
        await desk.PutPhotographAsync(Case, await PhotoUpload.ReadAsync(Picture, cancel), Actor, cancel, Part);
        return RedirectToPage("Details", new { Reference });
    }
}
