using FluentValidation;
using Microsoft.AspNetCore.Mvc;
using MigrantServices.Core.Calendar;
using MigrantServices.Core.Grievances;
using MigrantServices.Core.Grievances.Filing;
using MigrantServices.Core.Privacy;
using MigrantServices.Core.Reference;
using MigrantServices.Portal.Web;
using MigrantServices.Portal.Web.Forms;
using MigrantServices.Portal.Web.TagHelpers;

namespace MigrantServices.Portal.Pages.Casework;

/// <summary>
/// Takes down what somebody tells by telephone, at the counter, by letter or through another office: all on one page, files last.
/// When the words are not right no file is taken, and one refused file holds everything back.
/// </summary>
[ReadsOwnBody]
[RequestSizeLimit(UploadReader.MaxLength)]
public sealed class FileAtCounterModel(CounterDesk desk, CodeHasher hasher, IValidator<FileAtCounter> rules, CodeChoices choices, TimeProvider time) : PortalPage
{
    public FileAtCounter Form { get; private set; } = new();

    /// <summary>The words come back to be put right; a browser does not send the same files again by itself.</summary>
    public bool FilesLost { get; private set; }

    public CodeChoices Choices => choices;

    /// <summary>The municipalities whose cases this colleague may see afterwards.</summary>
    public IReadOnlyList<Choice> Municipalities => Actor.MunicipalitiesSeen(Grievance.Prefix) is { } seen
        ? [.. choices.Of(Lists.Municipalities).Where(m => seen.Contains(m.Value, StringComparer.Ordinal))]
        : [.. choices.Of(Lists.Municipalities), new(TellWhenWhere.ElsewhereCode, Service<TextCatalog>()["worklist.elsewhere"])];

    public void OnGet() => Form = new()
    {
        Token = Guid.CreateVersion7(),
        ReceivedAt = Seoul.WallClock(time.GetUtcNow()).DateTime,
        Grievance = { Story = { Language = "ko" }, Contact = { Language = "ko" } },
    };

    public async Task<IActionResult> OnPostAsync(CancellationToken cancel)
    {
        var typed = new TypedFields();
        await using var filing = desk.Begin(Actor);
        bool? isRight = null;
        var isOurs = await Service<UploadReader>().ReadAsync(HttpContext, typed, async (name, content) =>
        {
            FilesLost = true;
            isRight ??= await IsRightAsync(typed);
            if (isRight == true)
            {
                await filing.TakeFileAsync(Form, name, content, cancel);
            }
        }, cancel);
        isRight ??= await IsRightAsync(typed);
        if (!isOurs)
        {
            ModelState.AddModelError("", Service<TextCatalog>()["form.expired"]);
            var again = Page();
            again.StatusCode = StatusCodes.Status400BadRequest;
            return again;
        }

        foreach (var file in filing.NotTaken)
        {
            ModelState.AddModelError(FilesTagHelper.Name, FilesTagHelper.NotTaken(file.Name, Service<TextCatalog>()[file.Code]));
        }

        if (!ModelState.IsValid)
        {
            return Page();
        }

        var code = ReceiptCode.New();
        var filed = await filing.FileAsync(Form, await hasher.HashAsync(code, cancel), cancel);
        if (filed.IsNew)
        {
            // travels once in a sealed cookie, so that it stands in no address and in no history
            TempData[CounterReceiptModel.CodeKey] = code.Digits;
        }

        TempData[CounterReceiptModel.FiledKey] = filed.Reference;

        return RedirectToPage("CounterReceipt", new { filed.Reference });
    }

    private async Task<bool> IsRightAsync(TypedFields typed)
    {
        await TryUpdateModelAsync(Form, nameof(Form), typed.ForBinding());
        return await PassesAsync(rules, Form, nameof(Form));
    }

    private T Service<T>()
        where T : notnull => HttpContext.RequestServices.GetRequiredService<T>();
}
