using FluentValidation;
using Microsoft.AspNetCore.Mvc;
using MigrantServices.Core.Documents;
using MigrantServices.Core.Grievances.Filing;
using MigrantServices.Portal.Web;
using MigrantServices.Portal.Web.Filing;
using MigrantServices.Portal.Web.TagHelpers;

namespace MigrantServices.Portal.Pages.Grievances.New;

/// <summary>Files kept beside the draft, and what the person hopes for.</summary>
public sealed class FilesModel(FilingForm form, IValidator<TellHope> rules, DraftFiles files, TextCatalog texts)
    : FilingPage<TellHope>(form, rules, FilingSteps.Files), IFilesForm
{
    /// <summary>Codes of files that were not taken, after an upload.</summary>
    [TempData]
    public string? NotTaken { get; set; }

    [TempData]
    public string? HopeMistake { get; set; }

    public IReadOnlyList<DraftFile> Files { get; private set; } = [];

    public override async Task ShowAsync(CancellationToken cancel)
    {
        Files = Filing.Key is { } key ? await files.OfAsync(key.Id, cancel) : [];
        if (HopeMistake is { } mistake)
        {
            ModelState.AddModelError("Form.Hope", mistake);
        }

        foreach (var line in (NotTaken ?? "").Split('\n', StringSplitOptions.RemoveEmptyEntries))
        {
            var (code, name) = (line.Split('|')[0], line[(line.IndexOf('|', StringComparison.Ordinal) + 1)..]);
            ModelState.AddModelError(FilesTagHelper.Name, FilesTagHelper.NotTaken(name, texts[code]));
        }
    }

    public async Task<IActionResult> OnPostRemoveAsync(Guid id, CancellationToken cancel)
    {
        if (Filing.Key is { } key)
        {
            await files.RemoveAsync(key.Id, id, cancel);
        }

        return RedirectToPage(Back ? new { Back } : null);
    }

    protected override TellHope Part(FileGrievance answers) => answers.Hope;

    protected override void Put(FileGrievance answers, TellHope part) => answers.Hope = part;
}
