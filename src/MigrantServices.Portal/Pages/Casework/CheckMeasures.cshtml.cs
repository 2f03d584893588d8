using FluentValidation;
using Microsoft.AspNetCore.Mvc;
using MigrantServices.Core.Grievances;
using MigrantServices.Core.Storage;
using MigrantServices.Portal.Web;

namespace MigrantServices.Portal.Pages.Casework;

/// <summary>Keeps what was found when a recommendation was checked.</summary>
public sealed class CheckMeasuresModel(PortalDb db, RecommendationRegister register, RecommendationDesk desk, CodeChoices choices, IValidator<CheckMeasures> rules)
    : OneRecommendationPage(db, register, Grievance.CheckMeasures)
{
    [BindProperty]
    public CheckMeasures Form { get; set; } = new();

    public IReadOnlyList<Choice> Findings => choices.Of<MeasuresFound>("measures-found");

    public async Task<IActionResult> OnPostAsync(CancellationToken cancel)
    {
        if (await desk.FindAsync(Case, Id, cancel) is not { } recommendation)
        {
            return NotFound();
        }

        await PassesAsync(rules, Form, nameof(Form));
        if (!IsAfterSending(recommendation, Form.CheckedOn, "Form.CheckedOn"))
        {
            return Page();
        }

        await desk.CheckAsync(Case, recommendation, Form, Actor, cancel);
        return RedirectToPage("Details", new { Reference });
    }
}
