using FluentValidation;
using Microsoft.AspNetCore.Mvc;
using MigrantServices.Core.Grievances.Patterns;
using MigrantServices.Portal.Web;

namespace MigrantServices.Portal.Pages.Oversight;

/// <summary>What came of an opened pattern, by one of the two to whom it is open.</summary>
public sealed class ClosePatternModel(PatternRegister register, PatternDesk desk, IValidator<ClosePattern> rules, CodeChoices choices) : OnePatternPage(register)
{
    [BindProperty]
    public ClosePattern Form { get; set; } = new();

    public IReadOnlyList<Choice> Outcomes => choices.Of<PatternOutcome>("pattern.outcome");

    public void OnGet()
    {
    }

    public async Task<IActionResult> OnPostAsync(CancellationToken cancel)
    {
        if (!await PassesAsync(rules, Form, nameof(Form)))
        {
            return Page();
        }

        await desk.CloseAsync(Number, Revision, Form, Actor, cancel);
        return Back();
    }
}
