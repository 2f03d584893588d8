using Microsoft.AspNetCore.Mvc;
using MigrantServices.Core.Calendar;
using MigrantServices.Core.Grievances;
using MigrantServices.Core.People;
using MigrantServices.Core.RefugeeSupport.Applications.Casework;
using MigrantServices.Core.RefugeeSupport.Programmes;
using MigrantServices.Portal.Web;

namespace MigrantServices.Portal.Pages.SupportCasework;

/// <summary>The applications of which this colleague may know that they are there, in five tabs; searched by number only, and without a name anywhere.</summary>
public sealed class WorklistModel(SupportWorklist worklist, ProgrammeBook programmes, SupportWords words, TextCatalog texts, TimeProvider time) : PortalPage
{
    public const string Address = "/office/support";

    [BindProperty(SupportsGet = true)]
    public SupportListQuery Query { get; set; } = new();

    public SupportListPage Found { get; private set; } = null!;

    public IReadOnlyList<Choice> Programmes => [.. programmes.Programmes.Select(programme => new Choice(programme.Code, words.Name(programme.Code)))];

    /// <summary>May open a file to a colleague without seeing what is in it.</summary>
    public bool IsSupervisor => Actor.Is(Role.Supervisor);

    public override async Task ShowAsync(CancellationToken cancel) => Found = await worklist.ReadAsync(Query, Actor, cancel);

    /// <summary>How long is left of the same-day clock, or by how much it is over; null for what is not urgent or is due on another day.</summary>
    public string? LeftOf(SupportRow row)
    {
        var now = time.GetUtcNow();
        if (!row.IsUrgent || row.DueAt is not { } last || row.PausedOn is not null || (last > now && Seoul.DateOf(last) != Seoul.DateOf(now)))
        {
            return null;
        }

        var left = (last - now).Duration();
        return texts[last < now ? "supports.hours-over" : "supports.hours-left", (int)left.TotalHours, left.Minutes];
    }

    public string TabAddress(WorklistTab tab) => With(tab, null);

    public string PageAddress(string? after) => With(Query.Tab, after);

    private string With(WorklistTab tab, string? after) => Address + QueryString.Create(new Dictionary<string, string?>
    {
        ["tab"] = tab.ToString(),
        ["status"] = Query.Status?.ToString(),
        ["programme"] = Query.Programme,
        ["language"] = Query.Language,
        ["municipality"] = Query.Municipality,
        ["urgent"] = Query.Urgent ? "true" : null,
        ["after"] = after,
    }.Where(pair => !string.IsNullOrEmpty(pair.Value)));
}
