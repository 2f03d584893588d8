using FluentValidation;
using Microsoft.AspNetCore.Mvc;
using MigrantServices.Core.Grievances;
using MigrantServices.Core.Grievances.Inquiry;
using MigrantServices.Core.Storage;
using MigrantServices.Portal.Web;

namespace MigrantServices.Portal.Pages.Casework;

/// <summary>Keeps what a body answered to a case that was sent on to it.</summary>
public sealed class ReferralReplyModel(PortalDb db, ReferralDesk desk, CodeChoices choices, IValidator<RecordReferralReply> rules)
    : CasePage<Grievance>(db, Grievance.Service, Grievance.RecordReferralReply)
{
    [BindProperty(SupportsGet = true)]
    public Guid Id { get; set; }

    [BindProperty]
    public RecordReferralReply Form { get; set; } = new();

    public IReadOnlyList<Choice> Replies => choices.Of<ReferralReply>("referral-reply");

    public async Task<IActionResult> OnGetAsync(CancellationToken cancel) => await desk.FindAsync(Case, Id, cancel) is null ? NotFound() : Page();

    public async Task<IActionResult> OnPostAsync(CancellationToken cancel)
    {
        if (await desk.FindAsync(Case, Id, cancel) is not { } referral)
        {
            return NotFound();
        }

        if (!await PassesAsync(rules, Form, nameof(Form)))
        {
            return Page();
        }

        await desk.RecordReplyAsync(Case, referral, Form, Actor, cancel);
        return RedirectToPage("Details", new { Reference });
    }
}
