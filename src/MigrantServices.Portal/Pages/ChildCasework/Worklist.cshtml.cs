using Microsoft.AspNetCore.Mvc;
using MigrantServices.Core.Calendar;
using MigrantServices.Core.Cases;
using MigrantServices.Core.ChildConfirmations;
using MigrantServices.Core.ChildConfirmations.Casework;
using MigrantServices.Core.Grievances;
using MigrantServices.Core.People;
using MigrantServices.Portal.Web;
using MigrantServices.Portal.Web.Access;

namespace MigrantServices.Portal.Pages.ChildCasework;

/// <summary>The children's cases that a colleague may see, in five tabs; searched by number only.</summary>
public sealed class WorklistModel(ChildWorklist worklist, CodeChoices choices, TimeProvider time) : PortalPage
{
    public const string Address = "/office/children";

    [BindProperty(SupportsGet = true)]
    public ChildListQuery Query { get; set; } = new();

    public ChildListPage Found { get; private set; } = null!;

    /// <summary>This colleague may take a child down at a counter.</summary>
    public bool MayBegin => PageAccess.Opens(ChildConfirmation.Service.WhoMayBegin(Channel.Visit), Actor);

    public CodeChoices Choices => choices;

    public override async Task ShowAsync(CancellationToken cancel) => Found = await worklist.ReadAsync(Query, Actor, cancel);

    /// <summary>About how old the child is, from the year of birth.</summary>
    public int AgeOf(int bornYear) => Math.Max(Seoul.DateOf(time.GetUtcNow()).Year - bornYear, 0);

    public string TabAddress(WorklistTab tab) => With(tab, null);

    public string PageAddress(string? after) => With(Query.Tab, after);

    /// <summary>This colleague shares out work.</summary>
    public bool Picks => Actor.Is(Role.Supervisor);

    /// <summary>Where all that this list shows is shared out.</summary>
    public string AssignAllAddress => With(Query.Tab, null, Address + "/assign", all: true);

    private string With(WorklistTab tab, string? after, string address = Address, bool all = false) => address + QueryString.Create(new Dictionary<string, string?>
    {
        ["all"] = all ? "true" : null,
        ["tab"] = tab.ToString(),
        ["status"] = Query.Status?.ToString(),
        ["way"] = Query.Way?.ToString(),
        ["municipality"] = Query.Municipality,
        ["alarm"] = Query.Alarm ? "true" : null,
        ["after"] = after,
    }.Where(pair => !string.IsNullOrEmpty(pair.Value)));
}
