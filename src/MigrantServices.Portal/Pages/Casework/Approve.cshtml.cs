using Microsoft.AspNetCore.Mvc;
using MigrantServices.Core.Cases;
using MigrantServices.Core.Grievances;
using MigrantServices.Core.Grievances.Translations;
using MigrantServices.Core.Storage;
using MigrantServices.Portal.Web;

namespace MigrantServices.Portal.Pages.Casework;

/// <summary>Shows the second person the letter of a decision as it will go out, and sends that letter when they approve it.</summary>
public sealed class ApproveModel(PortalDb db, ApprovalDesk desk) : CasePage<Grievance>(db, Grievance.Service, Grievance.Approve)
{
    /// <summary>The letter that they read before they pressed the button.</summary>
    [BindProperty]
    public string? Seen { get; set; }

    /// <summary>The letter as it would go out now; null when nothing waits.</summary>
    public Letter? Letter { get; private set; }

    /// <summary>Why the letter cannot go out yet; null when it can.</summary>
    public Refusal? NotYet { get; private set; }

    /// <summary>What the proposal relied on.</summary>
    public IReadOnlyList<SourceView> Sources { get; private set; } = [];

    /// <summary>The answer, or what is said to an objection.</summary>
    public CaseAction Deed => Case.IsObjection ? Grievance.ApproveObjection : Grievance.Approve;

    public async Task<IActionResult> OnPostAsync(CancellationToken cancel)
    {
        await desk.ApproveAsync(Case, Seen, Actor, cancel);
        return RedirectToPage("Details", new { Reference });
    }

    public override async Task ShowAsync(CancellationToken cancel)
    {
        await base.ShowAsync(cancel);
        ModelState.Remove(nameof(Seen));
        Letter = await desk.LetterAsync(Case, cancel);
        Sources = await desk.SourcesAsync(Case, cancel);
        NotYet = Letter is null ? null : await desk.WhyNotYetAsync(Case, cancel);
    }
}
