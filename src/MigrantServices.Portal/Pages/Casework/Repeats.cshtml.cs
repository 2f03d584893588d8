using Microsoft.AspNetCore.Mvc;
using MigrantServices.Core.Grievances.Linking;
using MigrantServices.Portal.Web;

namespace MigrantServices.Portal.Pages.Casework;

/// <summary>Petitions alike, for the audit section; supervisors who have no part in them look at them for it.</summary>
public sealed class RepeatsModel(LinkRegister register, RepeatDesk desk) : PortalPage
{
    public IReadOnlyList<RepeatLine> Lines { get; private set; } = [];

    /// <summary>From how many alike on they stand here, and one may be closed.</summary>
    public (int Audit, int Close) Limits => register.Limits;

    public void OnGet()
    {
    }

    public async Task<IActionResult> OnPostAsync(string? first, CancellationToken cancel)
    {
        await desk.LookAsync(first, Actor, cancel);
        return RedirectToPage();
    }

    public override async Task ShowAsync(CancellationToken cancel) => Lines = await register.RepeatedAsync(Actor, cancel);
}
