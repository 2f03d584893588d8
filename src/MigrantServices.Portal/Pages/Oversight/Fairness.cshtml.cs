using FluentValidation;
using Microsoft.AspNetCore.Mvc;
using MigrantServices.Core.Grievances.Fairness;
using MigrantServices.Portal.Web;

namespace MigrantServices.Portal.Pages.Oversight;

/// <summary>Shows a privacy officer that cases about the office itself are there and read, and which interests colleagues have declared.</summary>
public sealed class FairnessModel(FairnessRegister register, FairnessDesk desk, IValidator<LiftInterest> rules, CodeChoices choices) : PortalPage
{
    /// <summary>The declaration that is lifted.</summary>
    [BindProperty]
    public Guid Declaration { get; set; }

    [BindProperty]
    public LiftInterest Form { get; set; } = new();

    public FairnessPage Shown { get; private set; } = new([], []);

    public CodeChoices Choices => choices;

    public void OnGet()
    {
    }

    public async Task<IActionResult> OnPostLiftAsync(CancellationToken cancel)
    {
        if (await register.FindAsync(Actor, Declaration, cancel) is not { } found)
        {
            return NotFound();
        }

        if (!await PassesAsync(rules, Form, nameof(Form)))
        {
            return Page();
        }

        await desk.LiftAsync(found.Case, found.Declaration, Form, Actor, cancel);
        return RedirectToPage();
    }

    public override async Task ShowAsync(CancellationToken cancel) => Shown = await register.ReadAsync(Actor, cancel);
}
