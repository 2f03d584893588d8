using Microsoft.AspNetCore.Mvc;
using MigrantServices.Core.Documents;
using MigrantServices.Core.Documents.Sealing;
using MigrantServices.Core.Privacy;
using MigrantServices.Core.RefugeeSupport.Applications;
using MigrantServices.Core.Storage;
using MigrantServices.Portal.Web;

namespace MigrantServices.Portal.Pages.SupportCasework;

/// <summary>Gives a colleague a checked file of an application, to be saved and never shown by the browser.</summary>
public sealed class DownloadModel(PortalDb db, FileStore files, AccessLog access) : CasePage<SupportApplication>(db, SupportApplication.Service)
{
    [BindProperty(SupportsGet = true)]
    public Guid Id { get; set; }

    public async Task<IActionResult> OnGetAsync(CancellationToken cancel)
    {
        if (await files.OpenAsync(Id, FileCopy.Working, cancel) is not { } opened)
        {
            return NotFound();
        }

        if (opened.File.CaseId != Case.Id || opened.File.Kind is not { } kind)
        {
            await opened.DisposeAsync();
            return NotFound();
        }

        await access.WriteAsync(Actor, AccessDeed.Download, Case.Id, "file:" + Id, cancel);
        var headers = SafeDownload.HeadersFor(kind, opened.Name);
        foreach (var (name, value) in headers.Where(h => h.Key != "Content-Type"))
        {
            Response.Headers[name] = value;
        }

        return new FileStreamResult(opened.Content, headers["Content-Type"]);
    }
}
