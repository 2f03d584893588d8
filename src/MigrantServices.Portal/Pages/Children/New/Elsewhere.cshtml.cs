using MigrantServices.Core.ChildConfirmations;
using MigrantServices.Portal.Web;

namespace MigrantServices.Portal.Pages.Children.New;

/// <summary>The city does not take part yet and nothing was kept: where else a family can turn.</summary>
public sealed class ElsewhereModel(ChildDoor door) : PortalPage
{
    public IReadOnlyList<string> Cities => door.Cities;
}
