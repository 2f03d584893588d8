using System.Globalization;
using FluentValidation;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.ModelBinding;
using Microsoft.Extensions.Primitives;
using MigrantServices.Core.Documents;
using MigrantServices.Core.Grievances.Filing;
using MigrantServices.Portal.Web;
using MigrantServices.Portal.Web.Filing;
using MigrantServices.Portal.Web.Forms;

namespace MigrantServices.Portal.Pages.Grievances.New;

/// <summary>Takes what the person hopes for, and files as they arrive, sealed piece by piece; whichever button was pressed, both are kept.</summary>
[ReadsOwnBody]
[RequestSizeLimit(MaxLength)]
public sealed class AddFilesModel(FilingForm form, FileStore store, UploadReader reader, IValidator<TellHope> rules, TextCatalog texts) : PortalPage, IFilesForm
{
    public const string More = "more";
    public const string Later = "later";

    private const long MaxLength = CaseFile.MaxPerFiling * CaseFile.MaxLength + 1_048_576;

    private readonly Dictionary<string, string> _typed = new(StringComparer.Ordinal);
    private readonly List<string> _notTaken = [];
    private int _files;

    [TempData]
    public string? NotTaken { get; set; }

    /// <summary>What was wrong with the words, said on the page of files.</summary>
    [TempData]
    public string? HopeMistake { get; set; }

    public TellHope Form { get; } = new();

    public string? Autosave => null;

    public IActionResult OnGet() => RedirectToPage(FilingSteps.Files);

    public async Task<IActionResult> OnPostAsync(CancellationToken cancel)
    {
        await form.OpenAsync(cancel);
        try
        {
            return await TakeAsync(cancel);
        }
        catch (OwnerGoneException)
        {
            return RedirectToPage(FilingSteps.Story);
        }
    }

    private async Task<IActionResult> TakeAsync(CancellationToken cancel)
    {
        var isOurs = await reader.ReadAsync(HttpContext, _typed, (name, content) => ReceiveAsync(name, content, cancel), cancel);
        var isRight = await IsRightAsync();
        if (!isOurs)
        {
            ModelState.AddModelError("", texts["form.expired"]);
            var again = Page();
            again.StatusCode = StatusCodes.Status400BadRequest;
            return again;
        }

        form.Answers.Hope = Form;
        if (!await form.SaveAsync(cancel))
        {
            // sent on another page while the files were on their way: they are with the case
            return RedirectToPage("Sent");
        }

        NotTaken = _notTaken.Count > 0 ? string.Join('\n', _notTaken.Take(CaseFile.MaxPerFiling)) : null;
        HopeMistake = isRight ? null : ModelState.Values.SelectMany(state => state.Errors).Select(error => error.ErrorMessage).FirstOrDefault();
        return RedirectToPage(isRight && NotTaken is null ? Next : FilingSteps.Files);
    }

    private string Next => _typed.GetValueOrDefault("go") switch
    {
        More => FilingSteps.Files,
        Later => "Later",
        null when _files > 0 => FilingSteps.Files,
        _ => FilingSteps.After(FilingSteps.Files),
    };

    private async Task ReceiveAsync(string name, Stream content, CancellationToken cancel)
    {
        if (form.Key is null)
        {
            await form.SaveAsync(cancel);
        }

        _files++;
        var reception = await store.ReceiveAsync(content, name, FileOwner.Draft(form.Key!.Value.Id), null, cancel);
        if (reception.Refusal is { } refusal)
        {
            _notTaken.Add($"{refusal}|{SafeFileName.Clean(name)}");
        }
    }

    private async Task<bool> IsRightAsync()
    {
        var values = new FormCollection(_typed.ToDictionary(field => field.Key, field => new StringValues(field.Value), StringComparer.Ordinal));
        await TryUpdateModelAsync(Form, nameof(Form), new FormValueProvider(BindingSource.Form, values, CultureInfo.InvariantCulture));
        return await PassesAsync(rules, Form, nameof(Form));
    }
}
