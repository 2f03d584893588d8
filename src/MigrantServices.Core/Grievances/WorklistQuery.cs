using MigrantServices.Core.Cases;

namespace MigrantServices.Core.Grievances;

/// <summary>The parts of a caseworker's pile of work.</summary>
public enum WorklistTab
{
    Mine,
    Unassigned,
    DueSoon,
    Overdue,
    All,
}

/// <summary>Which cases a caseworker asks to see.</summary>
public sealed record WorklistQuery
{
    public const int SearchMaxLength = 100;

    public WorklistTab Tab { get; set; }

    public CaseStatus? Status { get; set; }

    public string? Ground { get; set; }

    public string? Sector { get; set; }

    public string? Municipality { get; set; }

    public string? Language { get; set; }

    public Channel? Channel { get; set; }

    /// <summary>Only the cases that this colleague has.</summary>
    public Guid? Colleague { get; set; }

    /// <summary>Only cases with a message that nobody has opened.</summary>
    public bool Unread { get; set; }

    /// <summary>A reference, or words and names in any script.</summary>
    public string? Search { get; set; }

    /// <summary>The place in the list after which the page begins; null for the first page.</summary>
    public string? After { get; set; }

    public bool HasFilters =>
        Status is not null || Colleague is not null || Unread || Channel is not null || Has(Ground) || Has(Sector) || Has(Municipality) || Has(Language);

    public bool IsSearch => Has(Search);

    /// <summary>These two tabs show what is due first, the others what came last.</summary>
    public bool IsByDueDay => IsTabByDueDay(Tab);

    /// <summary>A tab as it opens: what almost everybody asks for.</summary>
    public bool IsFirstPage => !IsSearch && !HasFilters && !Has(After);

    public static bool IsTabByDueDay(WorklistTab tab) => tab is WorklistTab.DueSoon or WorklistTab.Overdue;

    private static bool Has(string? text) => !string.IsNullOrWhiteSpace(text);
}
