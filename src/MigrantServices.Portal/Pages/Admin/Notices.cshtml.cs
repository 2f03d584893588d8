using Microsoft.AspNetCore.Mvc;
using MigrantServices.Core.Notices;
using MigrantServices.Portal.Web;

namespace MigrantServices.Portal.Pages.Admin;

/// <summary>The outbox: which notices went out, wait or failed. Nobody's address stands here, and no case.</summary>
public sealed class NoticesModel(NoticeRegister register, OutboxDesk desk, IMailSender sender) : PortalPage
{
    [BindProperty(SupportsGet = true)]
    public NoticeState? State { get; set; }

    /// <summary>The last line of the page before.</summary>
    [BindProperty(SupportsGet = true)]
    public Guid? After { get; set; }

    public bool HasServer => sender is not NoMailServer;

    public NoticePage Found { get; private set; } = new([], null);

    public async Task<IActionResult> OnPostAgainAsync(Guid notice, CancellationToken cancel) =>
        await desk.SendAgainAsync(notice, Actor, cancel) ? RedirectToPage(new { State, After }) : NotFound();

    public override async Task ShowAsync(CancellationToken cancel) => Found = await register.ReadAsync(State, After, cancel);
}
