using MigrantServices.Core.RefugeeSupport.Programmes;

namespace MigrantServices.Core.RefugeeSupport.Entitlement;

/// <summary>Whether a household can have a programme by its rules, item by item. A person decides; the rules only say what they say.</summary>
/// <param name="Members">Whom the help would cover, by key: those of whom no rule says no.</param>
/// <param name="LongestPeriod">The longest period that all of them can have; null where there is none.</param>
/// <param name="Won">What the rules give for that period; null for support that is no money, and where nobody is covered.</param>
public sealed record EligibilityResult(
    IReadOnlyList<EligibilityFinding> Findings,
    IReadOnlyList<Guid> Members,
    SupportPeriod? LongestPeriod,
    long? Won)
{
    /// <summary>No as soon as one rule for all says no or nobody is left; open while something is not known; else yes.</summary>
    public Met Met =>
        LongestPeriod is null || Members.Count == 0 || Findings.Any(finding => finding is { Member: null, Met: Met.No }) ? Met.No
        : Findings.Any(finding => finding.Met == Met.Open && (finding.Member is not { } member || Members.Contains(member))) ? Met.Open
        : Met.Yes;
}

/// <summary>What one rule says, and why.</summary>
/// <param name="Reason">A text key, <c>support.reason.*</c>.</param>
/// <param name="Args">What the sentence names: codes, numbers and days.</param>
/// <param name="Member">Of whom it says so; null for everybody.</param>
public sealed record EligibilityFinding(EligibilityItem Item, Met Met, string Reason, IReadOnlyList<object> Args, Guid? Member = null);

/// <summary>What the rules look at.</summary>
public enum EligibilityItem
{
    /// <summary>Whether the programme runs on the day.</summary>
    Open,
    Category,
    Age,
    Circumstance,
    Papers,

    /// <summary>Help for the same need, or help that cannot be had at the same time.</summary>
    Overlap,

    /// <summary>How much was given before.</summary>
    Cap,
    Capacity,
}

/// <summary>What a rule says.</summary>
public enum Met
{
    Yes,
    No,

    /// <summary>Cannot be said yet: something is not known or not there.</summary>
    Open,
}
