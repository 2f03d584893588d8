using FluentValidation;
using Microsoft.AspNetCore.Mvc;
using MigrantServices.Core.Grievances;
using MigrantServices.Core.Grievances.Fairness;
using MigrantServices.Core.Storage;
using MigrantServices.Portal.Web;

namespace MigrantServices.Portal.Pages.Casework;

/// <summary>A case was set apart by mistake: one of those who see it says why, and another agrees or keeps it apart.</summary>
public sealed class BringBackModel(PortalDb db, ReturnDesk desk, IValidator<ProposeReturn> rules)
    : CasePage<Grievance>(db, Grievance.Service, Grievance.ProposeBringBack)
{
    [BindProperty]
    public ProposeReturn Form { get; set; } = new();

    /// <summary>What waits for a second person; null while nobody has proposed.</summary>
    public ReturnView? Waiting { get; private set; }

    public override async Task ShowAsync(CancellationToken cancel)
    {
        await base.ShowAsync(cancel);
        Waiting = await desk.WaitingAsync(Case, cancel);
    }

    public async Task<IActionResult> OnPostAsync(CancellationToken cancel)
    {
        if (!await PassesAsync(rules, Form, nameof(Form)))
        {
            return Page();
        }

        await desk.ProposeAsync(Case, Form, Actor, cancel);
        return RedirectToPage("Details", new { Reference });
    }

    public async Task<IActionResult> OnPostKeepAsync(CancellationToken cancel)
    {
        await desk.KeepAsync(Case, Actor, cancel);
        return RedirectToPage("Details", new { Reference });
    }

    /// <summary>From then on whoever agreed does not see it any more.</summary>
    public async Task<IActionResult> OnPostAgreeAsync(CancellationToken cancel)
    {
        await desk.AgreeAsync(Case, Actor, cancel);
        return RedirectToPage("Worklist");
    }
}
