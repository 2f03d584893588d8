using FluentValidation;
using Microsoft.AspNetCore.Mvc;
using MigrantServices.Core.People;
using MigrantServices.Portal.Web;

namespace MigrantServices.Portal.Pages.Admin;

/// <summary>Invites a colleague with a first right; the link is shown once, to be handed over by the administrator.</summary>
public sealed class InviteModel(PeopleDesk desk, IValidator<InviteColleague> rules, RightChoices choices) : PortalPage
{
    [BindProperty]
    public InviteColleague Form { get; set; } = new();

    public RightChoices Choices => choices;

    /// <summary>The link's address; null until the colleague is invited.</summary>
    public string? Link { get; private set; }

    public void OnGet()
    {
    }

    public async Task<IActionResult> OnPostAsync(CancellationToken cancel)
    {
        if (await PassesAsync(rules, Form, nameof(Form)))
        {
            Link = InvitationLink.Of(Request, await desk.InviteAsync(Actor, Form, cancel));
        }

        return Page();
    }
}
