using FluentValidation;
using Microsoft.AspNetCore.Mvc;
using MigrantServices.Core.Documents;
using MigrantServices.Core.Grievances.Filing;
using MigrantServices.Portal.Web;
using MigrantServices.Portal.Web.Filing;
using MigrantServices.Portal.Web.Forms;

namespace MigrantServices.Portal.Pages.Grievances.New;

/// <summary>Takes what the person hopes for, and files as they arrive, sealed piece by piece; whichever button was pressed, both are kept.</summary>
[ReadsOwnBody]
[RequestSizeLimit(UploadReader.MaxLength)]
public sealed class AddFilesModel(FilingForm form, DraftFiles files, UploadReader reader, IValidator<TellHope> rules, TextCatalog texts) : PortalPage, IFilesForm
{
    public const string More = "more";
    public const string Later = "later";

    private readonly TypedFields _typed = new();
    private readonly List<string> _notTaken = [];
    private int _arrived;

    [TempData]
    public string? NotTaken { get; set; }

    /// <summary>What was wrong with the words, said on the page of files.</summary>
    [TempData]
    public string? HopeMistake { get; set; }

    public TellHope Form { get; } = new();

    public string? Autosave => null;

    /// <summary>Stands in the address: what is in the form is read only as it arrives.</summary>
    [BindProperty(SupportsGet = true)]
    public bool Back { get; set; }

    public IReadOnlyList<DraftFile> Files { get; private set; } = [];

    public IActionResult OnGet() => RedirectToPage(FilingSteps.Files);

    public override async Task ShowAsync(CancellationToken cancel) =>
        Files = form.Key is { } key ? await files.OfAsync(key.Id, cancel) : [];

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
        var next = isRight && NotTaken is null ? Next : FilingSteps.Files;
        return RedirectToPage(next, next == FilingSteps.Files && Back ? new { Back } : null);
    }

    private string Next => _typed["go"] switch
    {
        More => FilingSteps.Files,
        Later => "Later",
        null when _arrived > 0 => FilingSteps.Files,
        _ => Back ? FilingSteps.Check : FilingSteps.After(FilingSteps.Files),
    };

    private async Task ReceiveAsync(string name, Stream content, CancellationToken cancel)
    {
        if (form.Key is null)
        {
            await form.SaveAsync(cancel);
        }

        _arrived++;
        if (await files.TakeAsync(form.Key!.Value.Id, name, content, HttpContext.Connection.RemoteIpAddress, cancel) is { } refusal)
        {
            _notTaken.Add($"{refusal}|{SafeFileName.Clean(name)}");
        }
    }

    private async Task<bool> IsRightAsync()
    {
        await TryUpdateModelAsync(Form, nameof(Form), _typed.ForBinding());
        return await PassesAsync(rules, Form, nameof(Form));
    }
}
