using MigrantServices.Core.Grievances.Linking;
using MigrantServices.Portal.Web;

namespace MigrantServices.Portal.Pages.Casework;

/// <summary>What was repeated at least twice, for the audit section; supervisors look at it for them.</summary>
public sealed class RepeatsModel(LinkRegister register) : PortalPage
{
    public IReadOnlyList<RepeatLine> Lines { get; private set; } = [];

    public void OnGet()
    {
    }

    public override async Task ShowAsync(CancellationToken cancel) => Lines = await register.RepeatedAsync(Actor, cancel);
}
