using FluentValidation;
using Microsoft.AspNetCore.Mvc;
using MigrantServices.Core.Calendar;
using MigrantServices.Core.Grievances;
using MigrantServices.Core.Grievances.Inquiry;
using MigrantServices.Core.Reference;
using MigrantServices.Core.Storage;
using MigrantServices.Portal.Web;

namespace MigrantServices.Portal.Pages.Casework;

/// <summary>Checks whether the office may look into a grievance, before it is examined or answered.</summary>
public sealed class JurisdictionModel(PortalDb db, InquiryDesk desk, GrievanceClocks clocks, CodeChoices choices, IValidator<CheckJurisdiction> rules)
    : CasePage<Grievance>(db, Grievance.Service, Grievance.CheckJurisdiction)
{
    [BindProperty]
    public CheckJurisdiction Form { get; set; } = new();

    public IReadOnlyList<Choice> Kinds => choices.Of(Lists.RespondentKinds);

    public IReadOnlyList<Choice> Sectors => choices.Of<RespondentSector>("respondent-sector");

    public IReadOnlyList<Choice> Relief => choices.Of<OtherRelief>("deed.check-jurisdiction.relief");

    public IReadOnlyList<Choice> Findings => choices.Of<Competence>("deed.check-jurisdiction.finding");

    /// <summary>By when the person could turn to other bodies, by what is known now.</summary>
    public IEnumerable<ClockView> Bars => clocks.Of(Case).Where(clock => clock.Code.StartsWith("bar-", StringComparison.Ordinal));

    /// <summary>What the person told is where the check begins.</summary>
    public void OnGet() => Form = new()
    {
        RespondentKind = Case.RespondentKind,
        RespondentSector = Case.RespondentSector,
        LastHappenedOn = Case.LastHappenedOn ?? (Case.HappenedPrecision == DatePrecision.Day && !Case.StillHappening ? Case.HappenedOn : null),
    };

    public async Task<IActionResult> OnPostAsync(CancellationToken cancel)
    {
        if (!await PassesAsync(rules, Form, nameof(Form)))
        {
            return Page();
        }

        await desk.CheckJurisdictionAsync(Case, Form, Actor, cancel);
        return RedirectToPage("Details", new { Reference });
    }
}
