using Microsoft.AspNetCore.Mvc;
using MigrantServices.Core.Cases;
using MigrantServices.Core.Grievances;
using MigrantServices.Core.People;
using MigrantServices.Core.Storage;
using MigrantServices.Portal.Web;

namespace MigrantServices.Portal.Pages.Casework;

/// <summary>Does a deed that needs no form: taking a case, approving, closing and the like.</summary>
public sealed class DeedModel(PortalDb db, GrievanceDesk desk) : CasePage<Grievance>(db, Grievance.Service)
{
    private static readonly Dictionary<string, (CaseAction Action, Func<GrievanceDesk, Grievance, Actor, CancellationToken, Task> Do)> Deeds = new[]
    {
        (Grievance.TakeOn, Do: (Func<GrievanceDesk, Grievance, Actor, CancellationToken, Task>)((d, g, a, c) => d.TakeOnAsync(g, a, c))),
        (Grievance.GoOnWithout, (d, g, a, c) => d.GoOnWithoutAsync(g, a, c)),
        (Grievance.SendBack, (d, g, a, c) => d.SendBackAsync(g, a, c)),
        (Grievance.Approve, (d, g, a, c) => d.ApproveAsync(g, a, c)),
        (Grievance.Close, (d, g, a, c) => d.CloseAsync(g, a, c)),
        (Grievance.CloseTip, (d, g, a, c) => d.CloseTipAsync(g, a, c)),
    }.ToDictionary(d => d.Item1.Code, StringComparer.Ordinal);

    [BindProperty(SupportsGet = true)]
    public string Code { get; set; } = "";

    /// <summary>Somebody who comes by the address alone is shown the case.</summary>
    public IActionResult OnGet() => RedirectToPage("Details", new { Reference });

    public async Task<IActionResult> OnPostAsync(CancellationToken cancel)
    {
        if (!Deeds.TryGetValue(Code, out var deed))
        {
            return NotFound();
        }

        if ((Grievance.Service.WhoMay(deed.Action) & Case.RolesOf(Actor)) == Role.None)
        {
            return StatusCode(StatusCodes.Status403Forbidden);
        }

        await deed.Do(desk, Case, Actor, cancel);
        return RedirectToPage("Details", new { Reference });
    }
}
