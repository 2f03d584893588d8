using Microsoft.AspNetCore.Mvc;
using MigrantServices.Core.Grievances;
using MigrantServices.Core.People;
using MigrantServices.Core.Workday;
using MigrantServices.Portal.Web;

namespace MigrantServices.Portal.Pages.Casework;

/// <summary>The grievances that a colleague may see, in five tabs, filtered and searched.</summary>
public sealed class WorklistModel(GrievanceWorklist worklist, CodeChoices choices, ViewList views) : PortalPage
{
    [BindProperty(SupportsGet = true)]
    public WorklistQuery Query { get; set; } = new();

    public WorklistPage Found { get; private set; } = null!;

    public CodeChoices Choices => choices;

    /// <summary>The colleague's own views and those shared with them, counted.</summary>
    public IReadOnlyList<ViewLine> Views { get; private set; } = [];

    /// <summary>A supervisor chooses cases here and gives them to colleagues.</summary>
    public bool Picks => Actor.Is(Role.Supervisor) && Found.Rows.Count > 0;

    /// <summary>Opened by its bare address, the list begins with the view that the colleague chose.</summary>
    public async Task<IActionResult> OnGetAsync(CancellationToken cancel) =>
        Request.Query.Count == 0 && (await views.KnownAsync(Actor, cancel)).FirstOrDefault(line => line is { Owner: null, View.IsDefault: true }) is { } first
            ? Redirect(WorklistAddress.Of(first.View.Query))
            : Page();

    public override async Task ShowAsync(CancellationToken cancel)
    {
        Found = await worklist.ReadAsync(Query, Actor, cancel);
        Views = await views.CountedAsync(await views.KnownAsync(Actor, cancel), Actor, cancel);
    }

    /// <summary>The address of a tab; filters go with it, a search does not.</summary>
    public string Address(WorklistTab tab) => WorklistAddress.Of(Query with { Tab = tab });

    /// <summary>The address of another page of what is shown now; null for the first.</summary>
    public string PageAddress(string? after) =>
        WorklistAddress.Page + WorklistAddress.Query(Query, new("search", Query.Search), new("after", after));
}
