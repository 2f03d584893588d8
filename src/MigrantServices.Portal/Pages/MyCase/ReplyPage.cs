using System.Globalization;
using FluentValidation;
using Microsoft.AspNetCore.Mvc;
using MigrantServices.Core.Cases;
using MigrantServices.Core.Grievances;
using MigrantServices.Core.Storage;
using MigrantServices.Portal.Web;
using MigrantServices.Portal.Web.Forms;

namespace MigrantServices.Portal.Pages.MyCase;

/// <summary>Takes a reply with its files as they arrive. The words come first: when they are not right, no file is taken.</summary>
[ReadsOwnBody]
[RequestSizeLimit(UploadReader.MaxLength)]
public abstract class ReplyPage<T>(PortalDb db, CaseKind kind, IValidator<WriteMessage> rules, UploadReader uploads) : CasePage<T>(db, kind)
    where T : ServiceCase
{
    [TempData]
    public string? NotTaken { get; set; }

    public ReplyFields Fields { get; } = new();

    /// <summary>What the office asked, for those who write an answer here.</summary>
    public ShownMessage? Question { get; private set; }

    /// <summary>The words come back to be put right; a browser does not send the same files again by itself.</summary>
    public bool FilesLost { get; private set; }

    public WriteMessage Form => Fields.Form;

    /// <summary>The office waits for an answer to something it asked.</summary>
    public abstract bool IsAsked { get; }

    public abstract bool MayWrite { get; }

    public async Task<IActionResult> OnPostAsync(CancellationToken cancel)
    {
        var typed = new TypedFields();
        await using var reply = Begin();
        bool? isRight = null;
        var isOurs = await uploads.ReadAsync(HttpContext, typed, async (name, content) =>
        {
            isRight ??= await IsRightAsync(typed);
            FilesLost = isRight == false;
            if (isRight == true)
            {
                await reply.TakeFileAsync(Fields.MessageId, name, content, cancel);
            }
        }, cancel);
        isRight ??= await IsRightAsync(typed);
        if (!isOurs)
        {
            return Again(StatusCodes.Status400BadRequest, "form.expired");
        }

        // a message must not count as the answer to a request that its writer has not read
        if (IsAsked && !Fields.SawRequest)
        {
            return Again(StatusCodes.Status409Conflict, "mycase.reply.asked-meanwhile");
        }

        if (isRight == false)
        {
            return Page();
        }

        await reply.SendAsync(Fields.MessageId, Form, CultureInfo.CurrentUICulture.Name, cancel);
        NotTaken = reply.NotTaken.Count > 0 ? string.Join('\n', reply.NotTaken) : null;
        return RedirectToPage("Status", null, new { sent = true }, "sent");
    }

    public override async Task ShowAsync(CancellationToken cancel)
    {
        await base.ShowAsync(cancel);
        Question = IsAsked ? await QuestionAsync(cancel) : null;
        Fields.SawRequest = IsAsked;
    }

    protected abstract ReplyOnItsWay Begin();

    protected abstract Task<ShownMessage?> QuestionAsync(CancellationToken cancel);

    private async Task<bool> IsRightAsync(TypedFields typed)
    {
        await TryUpdateModelAsync(Fields, "", typed.ForBinding());
        return await PassesAsync(rules, Form, nameof(Form)) && MayWrite && (Fields.SawRequest || !IsAsked);
    }

    private IActionResult Again(int status, string key)
    {
        ModelState.AddModelError("", HttpContext.RequestServices.GetRequiredService<TextCatalog>()[key]);
        var page = Page();
        page.StatusCode = status;
        return page;
    }
}
