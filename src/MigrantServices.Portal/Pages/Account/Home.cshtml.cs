using MigrantServices.Core.People;
using MigrantServices.Portal.Web;
using MigrantServices.Portal.Web.Access;

namespace MigrantServices.Portal.Pages.Account;

/// <summary>The office's first page: what opens for this colleague, and an honest word where nothing does yet.</summary>
public sealed class HomeModel : PortalPage
{
    private const Role WithoutPagesYet = Role.CommitteeMember | Role.CommitteeSecretary | Role.Partner | Role.PolicyAnalyst;

    public IEnumerable<OfficeMenu.Entry> Doors => OfficeMenu.For(Actor);

    /// <summary>Roles for which this portal holds nothing at present.</summary>
    public IEnumerable<Role> Waiting => (Actor.Roles & WithoutPagesYet).Each();
}
