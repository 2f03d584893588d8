using Microsoft.AspNetCore.Mvc;
using MigrantServices.Core.Grievances.Patterns;
using MigrantServices.Portal.Web;

namespace MigrantServices.Portal.Pages.Oversight;

/// <summary>That several grievances seem to be about the same respondent, for supervisors: how many about, and nothing of whom.</summary>
public sealed class PatternsModel(PatternRegister register, CodeChoices choices) : PortalPage
{
    /// <summary>The number of the last one on the page before.</summary>
    [BindProperty(SupportsGet = true)]
    public string? Before { get; set; }

    public PatternPage Found { get; private set; } = new([], null);

    public CodeChoices Choices => choices;

    public void OnGet()
    {
    }

    public override async Task ShowAsync(CancellationToken cancel) => Found = await register.ReadAsync(Actor, Before, cancel);
}
