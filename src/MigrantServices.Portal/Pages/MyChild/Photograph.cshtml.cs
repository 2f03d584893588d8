using Microsoft.AspNetCore.Mvc;
using MigrantServices.Core.ChildConfirmations;
using MigrantServices.Core.ChildConfirmations.Casework;
using MigrantServices.Core.ChildConfirmations.Papers;
using MigrantServices.Core.Storage;
using MigrantServices.Portal.Web.Papers;

namespace MigrantServices.Portal.Pages.MyChild;

/// <summary>The family gives the child's photograph, or another one in its place. They see it as it will be printed before they send it; once sent it is locked away and never shown here.</summary>
[RequestSizeLimit(PhotoUpload.BodyLimit)]
[RequestFormLimits(MultipartBodyLengthLimit = PhotoUpload.BodyLimit)]
public sealed class PhotographModel(PortalDb db, ReissueDesk desk) : MyChildPage(db, ChildConfirmation.PutPhotograph)
{
    [BindProperty]
    public IFormFile? Picture { get; set; }

    /// <summary>Which part of it is printed.</summary>
    [BindProperty]
    public PhotoPart Part { get; set; } = new();

    /// <summary>What is about to be sent, in base64: it travels in the form, so that nothing is kept of a picture that nobody sends. Null until one was chosen.</summary>
    [BindProperty]
    public string? Shown { get; set; }

    /// <summary>Shows what would be printed.</summary>
    public async Task<IActionResult> OnPostAsync(CancellationToken cancel)
    {
        Shown = Convert.ToBase64String(ReissueDesk.Look(Case, await PhotoUpload.ReadAsync(Picture, cancel), Part, Actor));
        return Page();
    }

    public async Task<IActionResult> OnPostSendAsync(CancellationToken cancel)
    {
        var picture = PhotoUpload.Shown(Shown);
        Shown = null;
        await desk.PutPhotographAsync(Case, picture, Actor, cancel);
        return RedirectToPage("Status");
    }
}
