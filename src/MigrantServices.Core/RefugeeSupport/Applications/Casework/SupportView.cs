using MigrantServices.Core.Cases;
using MigrantServices.Core.Grievances;
using MigrantServices.Core.RefugeeSupport.Entitlement;

namespace MigrantServices.Core.RefugeeSupport.Applications.Casework;

/// <summary>What somebody to whom the file is open reads on its page.</summary>
public sealed record SupportView
{
    public string? Handler { get; init; }

    public string? Proposer { get; init; }

    public string? Approver { get; init; }

    public string? Account { get; init; }

    public string? ContactNote { get; init; }

    public string? InterpreterNote { get; init; }

    public string? OfficerWish { get; init; }

    public required IReadOnlyList<KnownPerson> People { get; init; }

    /// <summary>Those who can be reached or told: part, name, contact.</summary>
    public required IReadOnlyList<(PersonPart Part, string Name, string? Contact)> Reachable { get; init; }

    public required IReadOnlyList<LineView> Lines { get; init; }

    /// <summary>Applications that may be of the same household and hold every award until somebody has judged them.</summary>
    public required int PairsHolding { get; init; }

    /// <summary>Those of which this colleague may open the other side.</summary>
    public required int PairsSeen { get; init; }

    public required IReadOnlyList<ReaderView> Readers { get; init; }

    /// <summary>Newest first.</summary>
    public required IReadOnlyList<(DateOnly On, string Language, string Reader)> ReadBacks { get; init; }

    public required IReadOnlyList<FileView> Files { get; init; }

    public required IReadOnlyList<TimelineEntry> Timeline { get; init; }

    /// <summary>From where older entries are read; null when these are all.</summary>
    public DateTimeOffset? Older { get; init; }
}

/// <summary>One programme with what the rules say of it now, or said when it was decided.</summary>
public sealed record LineView(SupportLine Line, EligibilityResult? Result, IReadOnlyList<EligibilityFinding> Findings, string? Why, string? WhyInTheirLanguage);

/// <summary>Somebody to whom the file is open, or was.</summary>
public sealed record ReaderView(Guid ColleagueId, string Colleague, ReaderBecause Because, string? Reason, string AddedBy, DateTimeOffset AddedAt, DateTimeOffset? RemovedAt);
