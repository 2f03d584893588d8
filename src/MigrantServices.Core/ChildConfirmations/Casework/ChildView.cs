using MigrantServices.Core.Cases;
using MigrantServices.Core.ChildConfirmations.Duplicates;
using MigrantServices.Core.Documents;
using MigrantServices.Core.Documents.Kinds;
using MigrantServices.Core.Grievances;

namespace MigrantServices.Core.ChildConfirmations.Casework;

/// <summary>What a colleague reads on the page of a child's case. Nothing here tells who the child is.</summary>
public sealed record ChildView
{
    public string? Handler { get; init; }

    /// <summary>Who proposed what waits for a second person, or was decided.</summary>
    public string? Proposer { get; init; }

    public string? Approver { get; init; }

    public string? Issuer { get; init; }

    /// <summary>Who of the office saw that the legal representative agreed.</summary>
    public string? ConsentSeenBy { get; init; }

    public string? Reasons { get; init; }

    public string? ReasonsInTheirLanguage { get; init; }

    /// <summary>In the order in which it was added.</summary>
    public required IReadOnlyList<ProofView> Proofs { get; init; }

    /// <summary>The finding that counts for each criterion; what rested only on evidence that was struck counts no more.</summary>
    public required IReadOnlyList<FindingView> Findings { get; init; }

    /// <summary>Newest first.</summary>
    public required IReadOnlyList<VisitView> Visits { get; init; }

    /// <summary>Later looks at the child, the newest first.</summary>
    public required IReadOnlyList<CheckView> Checks { get; init; }

    /// <summary>By when the child is to be looked at again; null where its city asks for none.</summary>
    public DateOnly? NextCheck { get; init; }

    /// <summary>A parent was taken out of the child's file at some time.</summary>
    public required bool WasUnlinked { get; init; }

    /// <summary>Newest first.</summary>
    public required IReadOnlyList<AlarmView> Alarms { get; init; }

    /// <summary>By their numbers: what somebody called a file may name the child.</summary>
    public required IReadOnlyList<ChildFileView> Files { get; init; }

    public required IReadOnlyList<TaskLine> Tasks { get; init; }

    /// <summary>Cases that may be of the same child, as far as this colleague sees both.</summary>
    public required IReadOnlyList<ChildPairView> Pairs { get; init; }

    public required IReadOnlyList<TimelineEntry> Timeline { get; init; }

    /// <summary>From where older entries are read; null when these are all.</summary>
    public DateTimeOffset? Older { get; init; }
}

/// <param name="FileId">The file of the case that shows it.</param>
/// <param name="Struck">That it was recorded by mistake; null where it counts.</param>
public sealed record ProofView(Guid Id, string Kind, DateOnly SeenOn, string SeenBy, Guid? FileId, string? Note, StrikeView? Struck);

public sealed record StrikeView(string By, DateTimeOffset At, string Words);

/// <param name="Kind">Null until it was checked.</param>
public sealed record ChildFileView(Guid Id, int Number, FileKind? Kind, FileState State, DateTimeOffset ReceivedAt)
{
    public string Sort => Kind?.ToString().ToUpperInvariant() ?? "–";
}

public sealed record FindingView(string Criterion, bool IsMet, IReadOnlyList<Guid> Proofs, Guid? VisitId, string FoundBy, DateTimeOffset FoundAt, string? Note);

public sealed record CheckView(DateOnly On, string Finding, string Words, string RecordedBy);

public sealed record VisitView(Guid Id, DateOnly VisitedOn, string People, string Findings, string RecordedBy);

/// <param name="RaisedBy">Null when whoever told of the child said so.</param>
/// <param name="Words">Null when they stand with what was told.</param>
public sealed record AlarmView(Guid Id, DateTimeOffset RaisedAt, string? RaisedBy, IReadOnlyList<string> Told, string? Words, DateTimeOffset? EndedAt, string? Outcome);
