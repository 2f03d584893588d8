using MigrantServices.Core.People;

namespace MigrantServices.Portal.Web.Access;

/// <summary>What the office's menu and first page offer to whom.</summary>
public static class OfficeMenu
{
    /// <summary>One's own account, which the menu has under one's name.</summary>
    public const string Own = "/office/my-account";

    private static readonly IReadOnlyList<Entry> All =
    [
        new("/office/grievances", "page.grievances", Role.CaseHandlers),
        new("/office/children", "page.children", Role.AllHandlers),
        new("/office/support", "page.support", Role.CaseHandlers),
        new("/office/recommendations", "page.recommendations", Role.CaseHandlers),
        new("/office/load", "page.load", Role.Supervisor),
        new("/office/monthly-check", "page.monthly-check", Role.Supervisor),
        new("/office/repeats", "page.repeats", Role.Supervisor),
        new("/office/patterns", "page.patterns", Role.Supervisor),
        new("/office/support/budget", "page.support-budget", Role.BudgetOfficer | Role.Administrator),
        new("/office/municipalities", "page.municipalities", Role.Administrator | Role.Supervisor | Role.Caseworker),
        new("/office/people", "page.people", Role.Administrator),
        new("/office/holidays", "page.holidays", Role.Administrator),
        new("/office/reference", "page.reference", Role.Administrator),
        new("/office/admin/programmes", "page.programmes", Role.Administrator),
        new("/office/notices", "page.notices", Role.Administrator),
        new("/office/confirmations", "page.confirmations", Role.PrivacyOfficer),
        new("/office/destructions", "page.destructions", Role.PrivacyOfficer),
        new("/office/fairness", "page.fairness", Role.PrivacyOfficer),
        new("/office/access-records", "page.access-records", Role.PrivacyOfficer),
        new(Own, "page.my-account", Role.Colleagues),
    ];

    public static IEnumerable<Entry> For(Actor actor) => All.Where(entry => PageAccess.Opens(entry.Who, actor));

    /// <summary>An address, the key of its name (with <c>.more</c> for the line below it), and who sees it.</summary>
    public sealed record Entry(string Address, string Text, Role Who);
}
