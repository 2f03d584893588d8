using Microsoft.AspNetCore.Mvc;
using MigrantServices.Core.Documents;
using MigrantServices.Core.Documents.Kinds;

namespace MigrantServices.Portal.Web.Cases;

/// <summary>A file of a case as it leaves for a colleague: to be saved and never shown by the browser.</summary>
internal static class FileAnswer
{
    public static FileStreamResult Of(OpenedFile opened, FileKind kind, HttpResponse response)
    {
        var headers = SafeDownload.HeadersFor(kind, opened.Name);
        foreach (var (name, value) in headers.Where(h => h.Key != "Content-Type"))
        {
            response.Headers[name] = value;
        }

        return new(opened.Content, headers["Content-Type"]);
    }
}
