using FluentValidation;
using Microsoft.AspNetCore.Mvc;
using MigrantServices.Core.Documents;
using MigrantServices.Portal.Web.Forms;

namespace MigrantServices.Portal.Web.Filing;

/// <summary>Takes what the person says, and files as they arrive, sealed piece by piece; whichever button was pressed, both are kept.</summary>
[ReadsOwnBody]
[RequestSizeLimit(UploadReader.MaxLength)]
public abstract class AddFilesPage<TAnswers, T>(FilingForm<TAnswers> form, DraftFiles files, IValidator<T> rules, StepOrder order, string step) : PortalPage, IFilesForm<T>
    where TAnswers : class, new()
    where T : class, new()
{
    private readonly TypedFields _typed = new();
    private readonly List<string> _notTaken = [];
    private int _arrived;

    [TempData]
    public string? NotTaken { get; set; }

    /// <summary>What was wrong with the words, said on the page of files.</summary>
    [TempData]
    public string? WordsMistake { get; set; }

    public T Form { get; } = new();

    public string Step => step;

    public StepOrder Order => order;

    public string? Autosave => null;

    /// <summary>Stands in the address: what is in the form is read only as it arrives.</summary>
    [BindProperty(SupportsGet = true)]
    public bool Back { get; set; }

    public IReadOnlyList<DraftFile> Files { get; private set; } = [];

    public IActionResult OnGet() => RedirectToPage(step);

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
            return LocalRedirect(form.Kind.Address());
        }
    }

    private async Task<IActionResult> TakeAsync(CancellationToken cancel)
    {
        var isOurs = await Service<UploadReader>().ReadAsync(HttpContext, _typed, (name, content) => ReceiveAsync(name, content, cancel), cancel);
        var isRight = await IsRightAsync();
        if (!isOurs)
        {
            ModelState.AddModelError("", Service<TextCatalog>()["form.expired"]);
            var again = Page();
            again.StatusCode = StatusCodes.Status400BadRequest;
            return again;
        }

        Put(form.Answers, Form);
        if (!await form.SaveAsync(cancel))
        {
            // sent on another page while the files were on their way: they are with the case
            return RedirectToPage("Sent");
        }

        NotTaken = _notTaken.Count > 0 ? string.Join('\n', _notTaken.Take(CaseFile.MaxPerFiling)) : null;
        WordsMistake = isRight ? null : ModelState.Values.SelectMany(state => state.Errors).Select(error => error.ErrorMessage).FirstOrDefault();
        var next = isRight && NotTaken is null ? Next : step;
        return RedirectToPage(next, next == step && Back ? new { Back } : null);
    }

    protected abstract void Put(TAnswers answers, T words);

    private string Next => _typed["go"] switch
    {
        FilesButtons.More => step,
        FilesButtons.Later => "Later",
        null when _arrived > 0 => step,
        _ => Back ? order.Pages[^1] : order.After(step),
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

    private TService Service<TService>()
        where TService : notnull => HttpContext.RequestServices.GetRequiredService<TService>();
}
