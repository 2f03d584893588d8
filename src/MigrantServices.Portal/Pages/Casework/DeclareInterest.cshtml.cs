using FluentValidation;
using Microsoft.AspNetCore.Mvc;
using MigrantServices.Core.Grievances;
using MigrantServices.Core.Grievances.Fairness;
using MigrantServices.Core.Reference;
using MigrantServices.Core.Storage;
using MigrantServices.Portal.Web;

namespace MigrantServices.Portal.Pages.Casework;

/// <summary>A colleague says that they have an interest in the case; it leaves their sight at once.</summary>
public sealed class DeclareInterestModel(PortalDb db, FairnessDesk desk, CodeChoices choices, IValidator<DeclareInterest> rules)
    : CasePage<Grievance>(db, Grievance.Service, Grievance.DeclareInterest)
{
    [BindProperty]
    public DeclareInterest Form { get; set; } = new();

    public IReadOnlyList<Choice> Reasons => choices.Of(Lists.InterestReasons);

    public async Task<IActionResult> OnPostAsync(CancellationToken cancel)
    {
        if (!await PassesAsync(rules, Form, nameof(Form)))
        {
            return Page();
        }

        await desk.DeclareAsync(Case, Form, Actor, cancel);
        return RedirectToPage("Worklist");
    }
}
