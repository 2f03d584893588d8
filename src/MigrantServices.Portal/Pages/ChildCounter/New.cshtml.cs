using FluentValidation;
using Microsoft.AspNetCore.Mvc;
using MigrantServices.Core.Calendar;
using MigrantServices.Core.ChildConfirmations;
using MigrantServices.Core.ChildConfirmations.Filing;
using MigrantServices.Core.Privacy;
using MigrantServices.Core.Reference;
using MigrantServices.Portal.Web;
using MigrantServices.Portal.Web.Forms;
using MigrantServices.Portal.Web.TagHelpers;

namespace MigrantServices.Portal.Pages.ChildCounter;

/// <summary>
/// Takes down a child whom a parent or somebody else tells of, or whom the office itself knows of: all on one page, papers last.
/// While no ground against notification is on record, nothing is asked and nothing is kept.
/// </summary>
[ReadsOwnBody]
[RequestSizeLimit(UploadReader.MaxLength)]
public sealed class NewModel(ChildCounterDesk desk, ChildDoor door, CodeHasher hasher, IValidator<TakeDownChild> rules, CodeChoices choices) : PortalPage
{
    public TakeDownChild Form { get; private set; } = new();

    /// <summary>Files came with it. The words come back to be put right; a browser does not send the same files again by itself.</summary>
    public bool FilesLost { get; private set; }

    public CodeChoices Choices => choices;

    public bool HasGround => Ground is not null;

    public string GroundText => Service<TextCatalog>()[Ground?.TextKey ?? "child.no-ground"];

    // of the office of whoever asks; where they may choose the city, that city's is asked for when it is filed
    private ReferenceItem? Ground => Actor.MunicipalitiesToBegin(ChildConfirmation.Prefix) is [var only]
        ? door.GroundFor(ChildDoor.ReaderOf(Actor, only), only)
        : door.Ground;

    public bool IsElsewhere => !string.IsNullOrEmpty(Form.City) && !door.TakesPart(Form.City);

    /// <summary>The municipalities in which this colleague may begin a case.</summary>
    public IReadOnlyList<Choice> Municipalities => Actor.MunicipalitiesToBegin(ChildConfirmation.Prefix) is { } seen
        ? [.. choices.Of(Lists.Municipalities).Where(m => seen.Contains(m.Value, StringComparer.Ordinal))]
        : choices.Of(Lists.Municipalities);

    /// <summary>At the counter nobody agrees with the online form.</summary>
    public IReadOnlyList<Choice> ConsentWays => [.. choices.Of(Lists.ConsentWays).Where(way => way.Value != TakeDownChild.WithForm)];

    public void OnGet() => Form = new()
    {
        Token = Guid.CreateVersion7(),
        ReceivedAt = Seoul.WallClock(Service<TimeProvider>().GetUtcNow()).DateTime,
        Reach = { Language = "ko" },
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

        if (isRight == true && Form.ConsentInFiles && !FilesLost)
        {
            ModelState.AddModelError(FilesTagHelper.Name, Service<TextCatalog>()["rule.consent-paper-missing"]);
        }

        if (!ModelState.IsValid)
        {
            return Page();
        }

        var code = ReceiptCode.New();
        var filed = await filing.FileAsync(Form, await hasher.HashAsync(code, cancel), cancel);
        if (filed.IsNew && Form.Way != WayIn.ExOfficio)
        {
            // travels once in a sealed cookie, so that it stands in no address and in no history
            TempData[ReceiptModel.CodeKey] = code.Digits;
        }

        TempData[ReceiptModel.FiledKey] = filed.Reference;
        return RedirectToPage("Receipt", new { filed.Reference });
    }

    private async Task<bool> IsRightAsync(TypedFields typed)
    {
        await TryUpdateModelAsync(Form, nameof(Form), typed.ForBinding());
        return await PassesAsync(rules, Form, nameof(Form));
    }

    private T Service<T>()
        where T : notnull => HttpContext.RequestServices.GetRequiredService<T>();
}
