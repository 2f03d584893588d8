using Microsoft.AspNetCore.Mvc;
using MigrantServices.Core.Grievances;
using MigrantServices.Core.People;
using MigrantServices.Portal.Web;

namespace MigrantServices.Portal.Pages.Casework;

/// <summary>The recommendations of the cases that a colleague may see: waiting, overdue, answered, all.</summary>
public sealed class RecommendationsModel(RecommendationRegister register, CodeChoices choices) : PortalPage
{
    [BindProperty(SupportsGet = true)]
    public RecommendationTab Tab { get; set; }

    [BindProperty(SupportsGet = true)]
    public string? After { get; set; }

    public RecommendationPage Found { get; private set; } = null!;

    /// <summary>What a second person has to read; supervisors meet it here.</summary>
    public IReadOnlyList<string> ToApprove { get; private set; } = [];

    public CodeChoices Choices => choices;

    public override async Task ShowAsync(CancellationToken cancel)
    {
        Found = await register.ReadAsync(Enum.IsDefined(Tab) ? Tab : RecommendationTab.Waiting, After, Actor, cancel);
        ToApprove = Actor.Is(Role.Supervisor) ? await register.ToApproveAsync(Actor, cancel) : [];
    }
}
