using Microsoft.AspNetCore.Mvc;
using MigrantServices.Core.Documents;
using MigrantServices.Core.Documents.Kinds;
using MigrantServices.Core.Grievances;
using MigrantServices.Core.Storage;

namespace MigrantServices.Portal.Pages.MySupport;

/// <summary>Lets the person save a file of their application that has been checked.</summary>
public sealed class FileModel(PortalDb db, FilerReader reader) : MySupportPage(db)
{
    public async Task<IActionResult> OnGetAsync(Guid id, CancellationToken cancel)
    {
        if (await reader.OpenFileAsync(Case.Id, id, cancel) is not { } opened)
        {
            return NotFound();
        }

        Response.RegisterForDisposeAsync(opened);
        var kind = opened.File.Kind!.Value;
        foreach (var (name, value) in SafeDownload.HeadersFor(kind, opened.Name))
        {
            Response.Headers[name] = value;
        }

        return new FileStreamResult(opened.Content, kind.ContentType());
    }
}
