using Microsoft.AspNetCore.Mvc;
using MigrantServices.Core.Calendar;
using MigrantServices.Core.Cases;
using MigrantServices.Core.Grievances;
using MigrantServices.Portal.Web;

namespace MigrantServices.Portal.Pages.Casework;

/// <summary>The grievances that a colleague may see, in five tabs, filtered and searched.</summary>
public sealed class WorklistModel(GrievanceWorklist worklist, CodeChoices choices, Clocks clocks, TimeProvider time) : PortalPage
{
    [BindProperty(SupportsGet = true)]
    public WorklistQuery Query { get; set; } = new();

    public WorklistPage Found { get; private set; } = null!;

    public CodeChoices Choices => choices;

    public DateOnly Today { get; private set; }

    public DateOnly Soon { get; private set; }

    public override async Task ShowAsync(CancellationToken cancel)
    {
        var now = time.GetUtcNow();
        (Today, Soon) = (Seoul.DateOf(now), clocks.SoonUntil(now));
        Found = await worklist.ReadAsync(Query, Actor, cancel);
    }

    /// <summary>The address of a tab; filters go with it, a search does not.</summary>
    public string Address(WorklistTab tab) => "/office/grievances" + QueryString.Create(Filters().Prepend(new("tab", tab.ToString())));

    /// <summary>The address of another page of what is shown now; null for the first.</summary>
    public string PageAddress(string? after) => "/office/grievances" + QueryString.Create(
        Filters().Prepend(new("tab", Query.Tab.ToString())).Append(new("search", Query.Search)).Append(new("after", after))
            .Where(p => !string.IsNullOrEmpty(p.Value)));

    private IEnumerable<KeyValuePair<string, string?>> Filters() => new KeyValuePair<string, string?>[]
    {
        new("status", Query.Status?.ToString()),
        new("ground", Query.Ground),
        new("sector", Query.Sector),
        new("municipality", Query.Municipality),
        new("language", Query.Language),
        new("channel", Query.Channel?.ToString()),
    }.Where(p => !string.IsNullOrEmpty(p.Value));
}
