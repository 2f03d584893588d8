using MigrantServices.Core.ChildConfirmations;
using MigrantServices.Core.Reference;
using MigrantServices.Portal.Web;

namespace MigrantServices.Portal.Pages.Children.New;

/// <summary>What the confirmation is, what it opens and what it is not; what is never passed on, and on what ground: before anything is asked.</summary>
public sealed class StartModel(ChildDoor door, OfficeContacts contacts, TimeProvider time) : PortalPage
{
    /// <summary>Why the officer who reads it need not tell immigration; without one nobody's identity is asked.</summary>
    public ReferenceItem? Ground => door.Ground;

    public IReadOnlyList<string> Cities => door.Cities;

    /// <summary>The cities that are reached by a line of their own.</summary>
    public IReadOnlyList<string> WithLine => contacts.CitiesWithLine(time.GetUtcNow());
}
