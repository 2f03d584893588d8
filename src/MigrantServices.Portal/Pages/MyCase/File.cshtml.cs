using Microsoft.AspNetCore.Mvc;
using MigrantServices.Core.Documents;
using MigrantServices.Core.Documents.Kinds;
using MigrantServices.Core.Grievances;
using MigrantServices.Core.People;
using MigrantServices.Core.Privacy;
using MigrantServices.Core.Storage;

namespace MigrantServices.Portal.Pages.MyCase;

/// <summary>Lets the person save a file of their case that has been checked.</summary>
public sealed class FileModel(PortalDb db, FilerReader reader, AccessLog access) : MyCasePage(db)
{
    public async Task<IActionResult> OnGetAsync(Guid id, CancellationToken cancel)
    {
        if (await reader.OpenFileAsync(Case.Id, id, cancel) is not { } opened)
        {
            return NotFound();
        }

        Response.RegisterForDisposeAsync(opened);
        if (Actor.Is(Role.Helper))
        {
            await access.WriteAsync(Actor, AccessDeed.Download, Case.Id, null, cancel);
        }

        var kind = opened.File.Kind!.Value;
        foreach (var (name, value) in SafeDownload.HeadersFor(kind, opened.Name))
        {
            Response.Headers[name] = value;
        }

        return new FileStreamResult(opened.Content, kind.ContentType());
    }
}
