using MigrantServices.Core.Privacy;

namespace MigrantServices.Core.Grievances.Inquiry;

/// <summary>Whether the office may look into a grievance: against whom it is, until when it happened, and whether another body is at it. Never changed; a later check stands beside it.</summary>
public sealed class JurisdictionCheck
{
    public const int WordsMaxLength = 4000;

    public Guid Id { get; init; } = Guid.CreateVersion7();

    public required Guid CaseId { get; init; }

    public required Competence Finding { get; init; }

    /// <summary>A code of the kinds of respondent.</summary>
    public required string RespondentKind { get; init; }

    public required RespondentSector RespondentSector { get; init; }

    /// <summary>The last day on which it happened; null when nobody knows, or when it goes on.</summary>
    public required DateOnly? LastHappenedOn { get; init; }

    /// <summary>The first day of it, where what stood there was mistyped; null where the check left it.</summary>
    public DateOnly? HappenedOn { get; init; }

    /// <summary>What had stood there; null where nothing had, or where the check left it.</summary>
    public DateOnly? HappenedOnBefore { get; init; }

    public required OtherRelief OtherRelief { get; init; }

    /// <summary>Why it was found so.</summary>
    public required SealedText Words { get; init; }

    public required Guid CheckedById { get; init; }

    public required DateTimeOffset CheckedAt { get; init; }
}

/// <summary>Whether the office may look into a grievance.</summary>
public enum Competence
{
    Ours,

    /// <summary>The office advises and gives its opinion; another body decides.</summary>
    Shared,

    NotOurs,
}

/// <summary>Whether a court, the police or another body is already at it.</summary>
public enum OtherRelief
{
    None,
    UnderWay,
    Ended,
}
