using FluentValidation;
using Microsoft.AspNetCore.Mvc;
using MigrantServices.Core.Cases;
using MigrantServices.Core.Documents;
using MigrantServices.Core.Grievances;
using MigrantServices.Core.Storage;
using MigrantServices.Portal.Web;
using MigrantServices.Portal.Web.Forms;
using MigrantServices.Portal.Web.TagHelpers;

namespace MigrantServices.Portal.Pages.Casework;

/// <summary>
/// Takes a message to the person with its files as they arrive. The words come first: when they are not right, no file is taken.
/// A message that names a file must not go without it, so one refused file holds everything back.
/// </summary>
[ReadsOwnBody]
[RequestSizeLimit(UploadReader.MaxLength)]
public abstract class LetterPage<TForm>(PortalDb db, CaseAction deed, IValidator<TForm> rules, UploadReader uploads, FileStore store)
    : CasePage<Grievance>(db, Grievance.Service, deed)
    where TForm : class, new()
{
    private readonly LetterFields<TForm> _fields = new();

    public TForm Form => _fields.Form;

    /// <summary>The words come back to be put right; a browser does not send the same files again by itself.</summary>
    public bool FilesLost { get; private set; }

    public IEnumerable<Choice> LanguageChoices => Languages.All.Select(l => new Choice(l.Tag, l.Autonym));

    private bool SomebodyWasFaster => _fields.Revision is { } seen && seen != Case.Revision;

    public async Task<IActionResult> OnPostAsync(CancellationToken cancel)
    {
        var typed = new TypedFields();
        var messageId = Guid.CreateVersion7();
        await using var files = new FilesOnTheirWay(store);
        bool? isRight = null;
        var isOurs = await uploads.ReadAsync(HttpContext, typed, async (name, content) =>
        {
            FilesLost = true;
            isRight ??= await IsRightAsync(typed);
            if (isRight == true)
            {
                await files.TakeAsync(content, name, OwnerOf(messageId), Actor.UserId!.Value, cancel);
            }
        }, cancel);
        isRight ??= await IsRightAsync(typed);
        if (!isOurs)
        {
            return Again(StatusCodes.Status400BadRequest, "form.expired");
        }

        if (SomebodyWasFaster)
        {
            return Again(StatusCodes.Status409Conflict, RefusalFilter.SomebodyWasFaster.TextKey);
        }

        foreach (var file in files.NotTaken)
        {
            ModelState.AddModelError(FilesTagHelper.Name, FilesTagHelper.NotTaken(file.Name, Texts[file.Code]));
        }

        if (!ModelState.IsValid)
        {
            return Page();
        }

        await SendAsync(messageId, cancel);
        files.Keep();
        return RedirectToPage("Details", new { Reference });
    }

    /// <summary>Reads the words of the form and takes no file; what stops it, or null when the words are right.</summary>
    protected async Task<IActionResult?> WordsAsync(CancellationToken cancel)
    {
        var typed = new TypedFields();
        var isOurs = await uploads.ReadAsync(HttpContext, typed, (_, _) =>
        {
            FilesLost = true;
            return Task.CompletedTask;
        }, cancel);
        var isRight = await IsRightAsync(typed);
        return !isOurs ? Again(StatusCodes.Status400BadRequest, "form.expired")
            : SomebodyWasFaster ? Again(StatusCodes.Status409Conflict, RefusalFilter.SomebodyWasFaster.TextKey)
            : isRight ? null
            : Page();
    }

    /// <summary>With what its files are handed in.</summary>
    protected virtual FileOwner OwnerOf(Guid messageId) => FileOwner.Message(Case.Id, messageId);

    /// <summary>What the form does not say because the page does; the form may have said otherwise.</summary>
    protected virtual void Prepare()
    {
    }

    protected abstract Task SendAsync(Guid messageId, CancellationToken cancel);

    private TextCatalog Texts => HttpContext.RequestServices.GetRequiredService<TextCatalog>();

    private async Task<bool> IsRightAsync(TypedFields typed)
    {
        await TryUpdateModelAsync(_fields, "", typed.ForBinding());
        Prepare();
        return !SomebodyWasFaster && await PassesAsync(rules, Form, nameof(Form)) && May(Action!);
    }

    private IActionResult Again(int status, string key)
    {
        ModelState.AddModelError("", Texts[key]);
        var page = Page();
        page.StatusCode = status;
        return page;
    }
}
