using MigrantServices.Core.Reference;
using MigrantServices.Core.RefugeeSupport.Applications;
using MigrantServices.Portal.Web;

namespace MigrantServices.Portal.Pages.SupportNew;

/// <summary>How one applies, and what is never passed on and why: before anything is asked.</summary>
public sealed class StartModel(SupportDoor door) : PortalPage
{
    public ReferenceItem? Ground => door.Ground;
}
