using MigrantServices.Core.Reference;
using MigrantServices.Core.RefugeeSupport.Applications;
using MigrantServices.Portal.Web;

namespace MigrantServices.Portal.Pages.SupportNew;

/// <summary>How one applies, and what is never passed on and why: before anything is asked.</summary>
public sealed class StartModel(SupportDoor door) : PortalPage
{
    public ReferenceItem? Ground => door.Ground;

    /// <summary>What was chosen where help is looked for; it goes on in the body of a form, and in no address.</summary>
    public IReadOnlyList<string> Chosen { get; private set; } = [];

    public void OnGet()
    {
    }

    public void OnPost(string[] chosen) => Chosen = [.. chosen.Where(code => door.Terms(code) is not null)];
}
