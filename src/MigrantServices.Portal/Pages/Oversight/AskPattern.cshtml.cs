using FluentValidation;
using Microsoft.AspNetCore.Mvc;
using MigrantServices.Core.Grievances.Patterns;
using MigrantServices.Portal.Web;

namespace MigrantServices.Portal.Pages.Oversight;

/// <summary>For what a pattern should be opened; another supervisor decides.</summary>
public sealed class AskPatternModel(PatternRegister register, PatternDesk desk, IValidator<AskToOpen> rules, CodeChoices choices) : OnePatternPage(register)
{
    [BindProperty]
    public AskToOpen Form { get; set; } = new();

    public IReadOnlyList<Choice> Purposes => choices.Of<PatternPurpose>("pattern.purpose");

    public void OnGet()
    {
    }

    public async Task<IActionResult> OnPostAsync(CancellationToken cancel)
    {
        if (!await PassesAsync(rules, Form, nameof(Form)))
        {
            return Page();
        }

        await desk.AskAsync(Number, Revision, Form, Actor, cancel);
        return Back();
    }
}
