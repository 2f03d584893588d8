using Microsoft.AspNetCore.Mvc;
using MigrantServices.Core.Grievances.Patterns;
using MigrantServices.Portal.Web;

namespace MigrantServices.Portal.Pages.Oversight;

/// <summary>One pattern: what was done with it, and for the two to whom it is open whom it is about and how many.</summary>
public sealed class PatternModel(PatternRegister register, PatternReader reader, PatternDesk desk, CodeChoices choices) : OnePatternPage(register)
{
    /// <summary>Null unless it is open to this supervisor.</summary>
    public PatternFigures? Figures { get; private set; }

    public CodeChoices Choices => choices;

    public void OnGet()
    {
    }

    public async Task<IActionResult> OnPostAgreeAsync(CancellationToken cancel)
    {
        await desk.AgreeAsync(Number, Revision, Actor, cancel);
        return Back();
    }

    public override async Task ShowAsync(CancellationToken cancel)
    {
        await base.ShowAsync(cancel);
        Figures = await reader.ReadAsync(Shown.Pattern, Actor, cancel);
    }
}
