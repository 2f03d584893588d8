using FluentValidation;
using Microsoft.AspNetCore.Mvc;
using MigrantServices.Portal.Web.TagHelpers;

namespace MigrantServices.Portal.Web.Filing;

/// <summary>Files kept beside the draft, and what the person says beside them.</summary>
/// <param name="words">The field of the words, for the mistake that was made in it while files were on their way.</param>
public abstract class FilesPage<TAnswers, T>(FilingForm<TAnswers> form, IValidator<T> rules, DraftFiles files, TextCatalog texts, StepOrder order, string step, string words)
    : FilingPage<TAnswers, T>(form, rules, order, step), IFilesForm<T>
    where TAnswers : class, new()
    where T : class, new()
{
    /// <summary>Codes of files that were not taken, after an upload.</summary>
    [TempData]
    public string? NotTaken { get; set; }

    [TempData]
    public string? WordsMistake { get; set; }

    public IReadOnlyList<DraftFile> Files { get; private set; } = [];

    public override async Task ShowAsync(CancellationToken cancel)
    {
        Files = Filing.Key is { } key ? await files.OfAsync(key.Id, cancel) : [];
        if (WordsMistake is { } mistake)
        {
            ModelState.AddModelError(words, mistake);
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
}
