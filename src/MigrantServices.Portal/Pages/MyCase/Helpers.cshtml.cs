using Microsoft.AspNetCore.Mvc;
using MigrantServices.Core.Grievances;
using MigrantServices.Core.Privacy;
using MigrantServices.Core.Storage;

namespace MigrantServices.Portal.Pages.MyCase;

/// <summary>The codes that the person gives to those who help them.</summary>
public sealed class HelpersModel(PortalDb db, HelperDesk desk) : MyCasePage(db, Grievance.EndHelperCode)
{
    /// <summary>A code that was made just now: shown this once, for nobody can read it again.</summary>
    public ReceiptCode? Made { get; private set; }

    public IReadOnlyList<HelperCode> Codes { get; private set; } = [];

    public bool MayMakeMore => May(Grievance.GiveHelperCode) && Codes.Count < HelperDesk.MostCodes;

    // No redirect: the code is kept nowhere, so this answer is the only page that can show it. The revision in the form stops a second one.
    public async Task OnPostGiveAsync(CancellationToken cancel)
    {
        Made = await desk.GiveAsync(Case, Actor, cancel);
        ModelState.Remove(nameof(Revision));
    }

    public async Task<IActionResult> OnPostEndAsync(Guid codeId, CancellationToken cancel)
    {
        await desk.EndAsync(Case, codeId, Actor, cancel);
        return RedirectToPage();
    }

    public override async Task ShowAsync(CancellationToken cancel)
    {
        await base.ShowAsync(cancel);
        Codes = await desk.CodesOfAsync(Case.Id, cancel);
    }
}
