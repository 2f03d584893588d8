using FluentValidation;
using Microsoft.AspNetCore.Mvc;
using MigrantServices.Core.Grievances;
using MigrantServices.Core.Grievances.Linking;
using MigrantServices.Core.Storage;
using MigrantServices.Portal.Web;

namespace MigrantServices.Portal.Pages.Casework;

/// <summary>Links the case with another that belongs to it, and takes links off again.</summary>
public sealed class LinksModel(PortalDb db, LinkingDesk desk, LinkRegister register, CodeChoices choices, IValidator<LinkCase> rules)
    : CasePage<Grievance>(db, Grievance.Service, Grievance.Link)
{
    [BindProperty]
    public LinkCase Form { get; set; } = new();

    public CodeChoices Choices => choices;

    public IReadOnlyList<LinkView> Links { get; private set; } = [];

    public override async Task ShowAsync(CancellationToken cancel)
    {
        await base.ShowAsync(cancel);
        Links = await register.OfAsync(Case, Actor, cancel);
    }

    public async Task<IActionResult> OnPostAsync(CancellationToken cancel)
    {
        if (!await PassesAsync(rules, Form, nameof(Form)))
        {
            return Page();
        }

        await desk.LinkAsync(Case, Form, Actor, cancel);
        return RedirectToPage("Details", new { Reference });
    }

    public async Task<IActionResult> OnPostTakeOffAsync(Guid link, CancellationToken cancel)
    {
        // the other form of the page was not sent: its missing answers are no mistake
        ModelState.Clear();
        await desk.UnlinkAsync(Case, link, Actor, cancel);
        return RedirectToPage("Details", new { Reference });
    }
}
