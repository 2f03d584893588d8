using MigrantServices.Core.People;
using MigrantServices.Portal.Web;

namespace MigrantServices.Portal.Pages.Admin;

/// <summary>All colleagues and what they may do today.</summary>
public sealed class PeopleModel(PeopleRegister register) : PortalPage
{
    public IReadOnlyList<ColleagueLine> People { get; private set; } = [];

    public override async Task ShowAsync(CancellationToken cancel) => People = await register.AllAsync(cancel);
}
