using Microsoft.AspNetCore.Mvc;
using MigrantServices.Core.ChildConfirmations;
using MigrantServices.Core.ChildConfirmations.Casework;
using MigrantServices.Core.ChildConfirmations.Papers;
using MigrantServices.Core.Storage;
using MigrantServices.Portal.Web.Papers;

namespace MigrantServices.Portal.Pages.MyChild;

/// <summary>The family gives the child's photograph, or another one in its place. It is locked away and never shown here.</summary>
[RequestSizeLimit(PhotoUpload.BodyLimit)]
[RequestFormLimits(MultipartBodyLengthLimit = PhotoUpload.BodyLimit)]
public sealed class PhotographModel(PortalDb db, ReissueDesk desk) : MyChildPage(db, ChildConfirmation.PutPhotograph)
{
    [BindProperty]
    public IFormFile? Picture { get; set; }

    /// <summary>Which part of it is printed.</summary>
    [BindProperty]
    public PhotoPart Part { get; set; } = new();

    public async Task<IActionResult> OnPostAsync(CancellationToken cancel)
    {
        await desk.PutPhotographAsync(Case, await PhotoUpload.ReadAsync(Picture, cancel), Actor, cancel, Part);
        return RedirectToPage("Status");
    }
}
