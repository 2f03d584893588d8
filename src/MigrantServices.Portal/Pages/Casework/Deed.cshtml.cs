using Microsoft.AspNetCore.Mvc;
using MigrantServices.Core.Cases;
using MigrantServices.Core.Grievances;
using MigrantServices.Core.Grievances.Inquiry;
using MigrantServices.Core.Grievances.OtherSide;
using MigrantServices.Core.People;
using MigrantServices.Core.Storage;
using MigrantServices.Portal.Web;

namespace MigrantServices.Portal.Pages.Casework;

/// <summary>Does a deed that needs no form: taking a case, sending back, closing and the like.</summary>
public sealed class DeedModel(PortalDb db, GrievanceDesk desk, InquiryDesk inquiry, DecisionDesk decisions, RecommendingDesk recommending) : CasePage<Grievance>(db, Grievance.Service)
{
    private static readonly Dictionary<string, (CaseAction Action, Func<DeedModel, CancellationToken, Task> Do)> Deeds = new[]
    {
        (Grievance.TakeOn, Do: (Func<DeedModel, CancellationToken, Task>)((m, c) => m._desk.TakeOnAsync(m.Case, m.Affirms, m.Actor, c))),
        (Grievance.GoOnWithout, (m, c) => m._desk.GoOnWithoutAsync(m.Case, m.Actor, c)),
        (Grievance.EndPause, (m, c) => m._inquiry.EndPauseAsync(m.Case, m.Actor, c)),
        (Grievance.ContinueInvestigation, (m, c) => m._inquiry.ContinueInvestigationAsync(m.Case, m.Actor, c)),
        (Grievance.EndSiteInvestigation, (m, c) => m._inquiry.EndSiteInvestigationAsync(m.Case, m.Actor, c)),
        (Grievance.CloseTip, (m, c) => m._desk.CloseTipAsync(m.Case, m.Actor, c)),
        (Grievance.SendBack, (m, c) => m._decisions.SendBackAsync(m.Case, m.Actor, c)),
        (Grievance.TakeOnObjection, (m, c) => m._decisions.TakeOnObjectionAsync(m.Case, m.Affirms, m.Actor, c)),
        (Grievance.SendBackObjection, (m, c) => m._decisions.SendBackObjectionAsync(m.Case, m.Actor, c)),
        (Grievance.SendBackRecommendation, (m, c) => m._recommending.SendBackAsync(m.Case, m.Actor, c)),
        (Grievance.Close, (m, c) => m._decisions.CloseAsync(m.Case, m.Actor, c)),
    }.ToDictionary(d => d.Item1.Code, StringComparer.Ordinal);

    private readonly GrievanceDesk _desk = desk;
    private readonly InquiryDesk _inquiry = inquiry;
    private readonly DecisionDesk _decisions = decisions;
    private readonly RecommendingDesk _recommending = recommending;

    [BindProperty(SupportsGet = true)]
    public string Code { get; set; } = "";

    /// <summary>Whoever takes a case on says that they have no interest in it.</summary>
    [BindProperty]
    public bool Affirms { get; set; }

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

        await deed.Do(this, cancel);
        return RedirectToPage("Details", new { Reference });
    }
}
