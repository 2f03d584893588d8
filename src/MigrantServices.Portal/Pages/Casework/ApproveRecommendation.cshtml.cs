using FluentValidation;
using Microsoft.AspNetCore.Mvc;
using MigrantServices.Core.Grievances;
using MigrantServices.Core.Grievances.OtherSide;
using MigrantServices.Core.Storage;
using MigrantServices.Portal.Web;

namespace MigrantServices.Portal.Pages.Casework;

/// <summary>Shows the second person the letter of a recommendation with its addressee as it will go out, and sends that letter when they approve it.</summary>
public sealed class ApproveRecommendationModel(PortalDb db, RecommendingDesk desk, TextCatalog texts, IValidator<GoOutAlthough> safety)
    : CasePage<Grievance>(db, Grievance.Service, Grievance.Recommend)
{
    /// <summary>The letter that they read before they pressed the button.</summary>
    [BindProperty]
    public string? Seen { get; set; }

    [BindProperty]
    public GoOutAlthough Although { get; set; } = new();

    /// <summary>Null when nothing waits.</summary>
    public WaitingRecommendation? Waiting { get; private set; }

    public async Task<IActionResult> OnPostAsync(CancellationToken cancel)
    {
        if (await PassesAsync(safety, Although, nameof(Although)) && OtherSidePost.WhyNotSafe(Case, Although.Reason) is not null)
        {
            ModelState.AddModelError("Although.Reason", texts["rule.write-something"]);
        }

        if (!ModelState.IsValid)
        {
            return Page();
        }

        await desk.SendAsync(Case, Seen, Although.Reason, Actor, cancel);
        return RedirectToPage("Details", new { Reference });
    }

    public override async Task ShowAsync(CancellationToken cancel)
    {
        await base.ShowAsync(cancel);
        ModelState.Remove(nameof(Seen));
        Waiting = await desk.WaitingAsync(Case, cancel);
    }
}
