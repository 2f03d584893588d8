using Microsoft.AspNetCore.Mvc;
using MigrantServices.Core.Documents;
using MigrantServices.Portal.Web;
using MigrantServices.Portal.Web.Filing;
using MigrantServices.Portal.Web.Forms;

namespace MigrantServices.Portal.Pages.Grievances.New;

/// <summary>Takes files in as they arrive, sealed piece by piece.</summary>
[ReadsOwnBody]
[RequestSizeLimit(MaxLength)]
public sealed class AddFilesModel(FilingForm form, FileStore store, UploadReader reader) : PortalPage
{
    private const long MaxLength = CaseFile.MaxPerFiling * CaseFile.MaxLength + 1_048_576;

    [TempData]
    public string? NotTaken { get; set; }

    public IActionResult OnGet() => RedirectToPage(FilingSteps.Files);

    public async Task<IActionResult> OnPostAsync(CancellationToken cancel)
    {
        await form.OpenAsync(cancel);
        List<string> notTaken = [];
        var isOurs = await reader.ReadAsync(HttpContext, new Dictionary<string, string>(StringComparer.Ordinal), ReceiveAsync, cancel);
        if (!isOurs)
        {
            notTaken.Add("form.expired|");
        }

        NotTaken = notTaken.Count > 0 ? string.Join('\n', notTaken) : null;
        return RedirectToPage(FilingSteps.Files);

        async Task ReceiveAsync(string name, Stream content)
        {
            if (form.Key is null)
            {
                await form.SaveAsync(cancel);
            }

            var reception = await store.ReceiveAsync(content, name, FileOwner.Draft(form.Key!.Value.Id), null, cancel);
            if (reception.Refusal is { } refusal)
            {
                notTaken.Add($"{refusal}|{SafeFileName.Clean(name)}");
            }
        }
    }
}
