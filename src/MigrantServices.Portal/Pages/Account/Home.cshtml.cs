using MigrantServices.Core.Grievances;
using MigrantServices.Core.People;
using MigrantServices.Portal.Web;
using MigrantServices.Portal.Web.Access;

namespace MigrantServices.Portal.Pages.Account;

/// <summary>The office's first page: what opens for this colleague, and an honest word where nothing does yet.</summary>
public sealed class HomeModel(GrievanceWorklist worklist, ConfirmationList confirmations) : PortalPage
{
    private const Role WithoutPagesYet = Role.CommitteeMember | Role.CommitteeSecretary | Role.Partner | Role.PolicyAnalyst;

    /// <summary>What waits for somebody who handles cases; null for everybody else.</summary>
    public TabCounts? Counts { get; private set; }

    public IEnumerable<OfficeMenu.Entry> Doors => OfficeMenu.For(Actor);

    /// <summary>Roles for which this portal holds nothing at present.</summary>
    public IEnumerable<Role> Waiting => (Actor.Roles & WithoutPagesYet).Each();

    /// <summary>Roles that were given to this colleague and open nothing before a privacy officer has confirmed them.</summary>
    public IReadOnlyList<Role> Unconfirmed { get; private set; } = [];

    /// <summary>Rights of others that wait for this privacy officer; null for everybody else.</summary>
    public int? ToConfirm { get; private set; }

    public override async Task ShowAsync(CancellationToken cancel)
    {
        Counts = Actor.Is(Role.CaseHandlers) ? await worklist.CountAsync(Actor, cancel) : null;
        ToConfirm = Actor.Is(Role.PrivacyOfficer) ? await confirmations.CountAsync(Actor, cancel) : null;
        Unconfirmed = await confirmations.OfAsync(Actor, cancel);
    }
}
