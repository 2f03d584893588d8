using Microsoft.AspNetCore.Mvc;
using MigrantServices.Core.ChildConfirmations;
using MigrantServices.Core.ChildConfirmations.Casework;
using MigrantServices.Core.ChildConfirmations.Papers;
using MigrantServices.Core.Storage;
using MigrantServices.Portal.Web;
using MigrantServices.Portal.Web.Papers;

namespace MigrantServices.Portal.Pages.ChildCasework;

/// <summary>Puts the child's photograph into the vault: cropped, upright and with nothing of the camera in it. The colleague sees it as it will be printed before it is kept.</summary>
[RequestSizeLimit(PhotoUpload.BodyLimit)]
[RequestFormLimits(MultipartBodyLengthLimit = PhotoUpload.BodyLimit)]
public sealed class PhotographModel(PortalDb db, ReissueDesk desk) : CasePage<ChildConfirmation>(db, ChildConfirmation.Service, ChildConfirmation.PutPhotograph)
{
    [BindProperty]
    public IFormFile? Picture { get; set; }

    /// <summary>Which part of it is printed.</summary>
    [BindProperty]
    public PhotoPart Part { get; set; } = new();

    /// <summary>What is about to be kept, in base64: it travels in the form, so that nothing is kept of a picture that nobody wants. Null until one was chosen.</summary>
    [BindProperty]
    public string? Shown { get; set; }

    /// <summary>Shows what would be printed.</summary>
    public async Task<IActionResult> OnPostAsync(CancellationToken cancel)
    {
        Shown = Convert.ToBase64String(ReissueDesk.Look(Case, await PhotoUpload.ReadAsync(Picture, cancel), Part, Actor));
        return Page();
    }

    public async Task<IActionResult> OnPostKeepAsync(CancellationToken cancel)
    {
        var picture = PhotoUpload.Shown(Shown);
        Shown = null;
        await desk.PutPhotographAsync(Case, picture, Actor, cancel);
        return RedirectToPage("Details", new { Reference });
    }
}
