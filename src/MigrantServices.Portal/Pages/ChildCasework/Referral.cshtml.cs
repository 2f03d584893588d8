using FluentValidation;
using Microsoft.AspNetCore.Mvc;
using Microsoft.EntityFrameworkCore;
using MigrantServices.Core.Cases;
using MigrantServices.Core.ChildConfirmations;
using MigrantServices.Core.ChildConfirmations.Casework;
using MigrantServices.Core.ChildConfirmations.Referrals;
using MigrantServices.Core.Storage;
using MigrantServices.Portal.Web;
using MigrantServices.Portal.Web.Letters;

namespace MigrantServices.Portal.Pages.ChildCasework;

/// <summary>A referral: the very words that leave, to be read first, and sending, calling back and telling the receiver of an end.</summary>
public sealed class ReferralModel(PortalDb db, ChildReferralDesk desk, CodeChoices choices, IValidator<SendReferralOn> rules) : CasePage<ChildConfirmation>(db, ChildConfirmation.Service)
{
    [BindProperty(SupportsGet = true)]
    public Guid Id { get; set; }

    [BindProperty]
    public SendReferralOn Form { get; set; } = new();

    public ServiceReferral It { get; private set; } = null!;

    /// <summary>The frozen words; null where this colleague may not read who the child is, or nobody can any more.</summary>
    public string? Text { get; private set; }

    /// <summary>Shown once, just after sending.</summary>
    public string? Link { get; private set; }

    public CodeChoices Choices => choices;

    public bool MayRead => IdentityDesk.WhyNot(Case, Actor) is null;

    public async Task<IActionResult> OnGetAsync(CancellationToken cancel) => await FindAsync(cancel) ? Page() : NotFound();

    /// <summary>The same words as a paper.</summary>
    public async Task<IActionResult> OnPostPaperAsync(CancellationToken cancel) =>
        await FindAsync(cancel) && await desk.ReadAsync(Case, It, Actor, cancel) is { } text ? LetterPaper.Of(It.PreparedAt, new LetterSides(text, null, "ko"), Response) : NotFound();

    public async Task<IActionResult> OnPostSendAsync(CancellationToken cancel)
    {
        if (!await FindAsync(cancel))
        {
            return NotFound();
        }

        if (await PassesAsync(rules, Form, nameof(Form)))
        {
            Link = await desk.SendAsync(Case, It, Form, key => ReceiverLink.OfReferral(Request, key), Actor, cancel);
        }

        return Page();
    }

    public Task<IActionResult> OnPostRecallAsync(CancellationToken cancel) => DoAsync(desk.RecallAsync, cancel);

    public Task<IActionResult> OnPostToldAsync(CancellationToken cancel) => DoAsync(desk.TellAsync, cancel);

    public override async Task ShowAsync(CancellationToken cancel)
    {
        await base.ShowAsync(cancel);
        if (await FindAsync(cancel) && MayRead)
        {
            Text = await desk.ReadAsync(Case, It, Actor, cancel);
        }
    }

    private async Task<IActionResult> DoAsync(Func<ChildConfirmation, ServiceReferral, Core.People.Actor, CancellationToken, Task> deed, CancellationToken cancel)
    {
        if (!await FindAsync(cancel))
        {
            return NotFound();
        }

        await deed(Case, It, Actor, cancel);
        return RedirectToPage(new { Reference, Id });
    }

    // after a refusal it is read again
    private async Task<bool> FindAsync(CancellationToken cancel)
    {
        var found = await Db.Set<ServiceReferral>().SingleOrDefaultAsync(r => r.Id == Id && r.CaseId == Case.Id, cancel);
        It = found ?? It;
        return found is not null;
    }
}
