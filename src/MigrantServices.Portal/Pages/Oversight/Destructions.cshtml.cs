using MigrantServices.Core.ChildConfirmations.Destroying;
using MigrantServices.Portal.Web;

namespace MigrantServices.Portal.Pages.Oversight;

/// <summary>Identities of children that somebody asks to destroy, what is held, and what two people decided. A privacy officer sees it and decides nothing here.</summary>
public sealed class DestructionsModel(DestructionRegister register, CodeChoices choices) : PortalPage
{
    public CodeChoices Choices => choices;

    public IReadOnlyList<DestructionLine> Lines { get; private set; } = [];

    public void OnGet()
    {
    }

    public override async Task ShowAsync(CancellationToken cancel) => Lines = await register.ReadAsync(Actor, cancel);
}
