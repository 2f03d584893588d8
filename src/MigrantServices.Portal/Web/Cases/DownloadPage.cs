using Microsoft.AspNetCore.Mvc;
using MigrantServices.Core.Cases;
using MigrantServices.Core.Documents;
using MigrantServices.Core.Documents.Sealing;
using MigrantServices.Core.Privacy;
using MigrantServices.Core.Storage;

namespace MigrantServices.Portal.Web.Cases;

/// <summary>Gives a colleague a checked file of the case, to be saved and never shown by the browser.</summary>
public abstract class DownloadPage<T>(PortalDb db, CaseKind kind, FileStore files, AccessLog access) : CasePage<T>(db, kind)
    where T : ServiceCase
{
    [BindProperty(SupportsGet = true)]
    public Guid Id { get; set; }

    public async Task<IActionResult> OnGetAsync(CancellationToken cancel)
    {
        if (await files.OpenAsync(Id, FileCopy.Working, cancel) is not { } opened)
        {
            return NotFound();
        }

        if (opened.File.CaseId != Case.Id || opened.File.Kind is not { } fileKind)
        {
            await opened.DisposeAsync();
            return NotFound();
        }

        await access.WriteAsync(Actor, AccessDeed.Download, Case.Id, "file:" + Id, cancel);
        return FileAnswer.Of(opened, fileKind, Response);
    }
}
