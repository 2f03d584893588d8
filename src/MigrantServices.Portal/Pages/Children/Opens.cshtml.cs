using MigrantServices.Core.ChildConfirmations;
using MigrantServices.Portal.Web;

namespace MigrantServices.Portal.Pages.Children;

/// <summary>What the card opens, city by city, as the dated lists say it; for everybody to read.</summary>
public sealed class OpensModel(CardOpenings openings, CodeChoices choices) : PortalPage
{
    public IReadOnlyList<CardUse> Uses => openings.All;

    public CodeChoices Choices => choices;

    public void OnGet()
    {
    }
}
