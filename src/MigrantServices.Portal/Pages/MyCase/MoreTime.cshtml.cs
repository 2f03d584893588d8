using Microsoft.AspNetCore.Mvc;
using MigrantServices.Core.Grievances;
using MigrantServices.Core.Storage;

namespace MigrantServices.Portal.Pages.MyCase;

/// <summary>The person takes more time for what the office asked for.</summary>
public sealed class MoreTimeModel(PortalDb db, WaitingDesk desk) : MyCasePage(db, Grievance.TakeMoreTime)
{
    public bool MayTake => desk.MayTakeMoreTime(Case, Actor);

    public DateOnly? NewDay => desk.DayWithMoreTime(Case);

    public int TimesLeft => Grievance.MostMoreTime - Case.SupplementMoreTime;

    public async Task<IActionResult> OnPostAsync(CancellationToken cancel)
    {
        await desk.TakeMoreTimeAsync(Case, Actor, cancel);
        return RedirectToPage("Status");
    }
}
