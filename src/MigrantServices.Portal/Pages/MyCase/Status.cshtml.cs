using System.Globalization;
using FluentValidation;
using MigrantServices.Core.Cases;
using MigrantServices.Core.Grievances;
using MigrantServices.Core.Storage;
using MigrantServices.Portal.Web;
using Microsoft.AspNetCore.Mvc;

namespace MigrantServices.Portal.Pages.MyCase;

/// <summary>Where the case stands, what was written on both sides, and the box to write back.</summary>
public sealed class StatusModel(PortalDb db, FilerDesk desk, FilerReader reader, IValidator<WriteMessage> rules, TimeProvider time) : MyCasePage(db)
{
    [BindProperty]
    public WriteMessage Form { get; set; } = new();

    /// <summary>Made with the page, so that sending twice writes once.</summary>
    [BindProperty]
    public Guid MessageId { get; set; } = Guid.CreateVersion7();

    /// <summary>The person had the office's request before them when they wrote.</summary>
    [BindProperty]
    public bool SawRequest { get; set; }

    [BindProperty(SupportsGet = true)]
    public DateTimeOffset? Before { get; set; }

    [BindProperty(SupportsGet = true)]
    public bool Sent { get; set; }

    public Conversation Conversation { get; private set; } = new([], false);

    public IReadOnlyList<ShownFile> Files { get; private set; } = [];

    public ShownAnswer? Answer => reader.AnswerOf(Case);

    public bool IsAsked => May(Grievance.AnswerSupplement);

    public bool MayWrite => IsAsked || May(Grievance.Reply);

    public int NewMessages => Conversation.Messages.Count(m => m.IsNewTo(Actor));

    public async Task<IActionResult> OnPostAsync(CancellationToken cancel)
    {
        if (!await PassesAsync(rules, Form, nameof(Form)))
        {
            return Page();
        }

        // a message must not count as the answer to a request that its writer has not read
        if (IsAsked && !SawRequest)
        {
            ModelState.AddModelError("", HttpContext.RequestServices.GetRequiredService<TextCatalog>()["mycase.reply.asked-meanwhile"]);
            var page = Page();
            page.StatusCode = StatusCodes.Status409Conflict;
            return page;
        }

        await desk.WriteAsync(Case, MessageId, Form, CultureInfo.CurrentUICulture.Name, Actor, cancel);
        return RedirectToPage(null, null, new { sent = true }, "sent");
    }

    public override async Task ShowAsync(CancellationToken cancel)
    {
        await base.ShowAsync(cancel);
        ModelState.Remove(nameof(SawRequest));
        Conversation = await reader.ConversationAsync(Case.Id, Actor, Before?.ToUniversalTime(), cancel);
        Files = await reader.FilesAsync(Case.Id, cancel);
        await reader.MarkReadAsync(Conversation, Actor, time.GetUtcNow(), cancel);
    }
}
