using MigrantServices.Core.Privacy;

namespace MigrantServices.Core.ChildConfirmations;

/// <summary>A piece of evidence of a child's birth or life, seen by a colleague. Its kind decides its weight.</summary>
public sealed class ChildProof
{
    public const int NoteMaxLength = 1000;

    public Guid Id { get; init; } = Guid.CreateVersion7();

    public required Guid CaseId { get; init; }

    /// <summary>A code of the rules for evidence.</summary>
    public required string Kind { get; init; }

    public required DateOnly SeenOn { get; init; }

    public required Guid SeenById { get; init; }

    /// <summary>The file of the case that shows it; null when it was only seen.</summary>
    public Guid? FileId { get; init; }

    public SealedText? Note { get; init; }

    public required DateTimeOffset AddedAt { get; init; }
}

/// <summary>That a piece of evidence was recorded by mistake, and why. The evidence stays to be read and counts no more.</summary>
public sealed class ProofStrike
{
    public const int WordsMaxLength = 1000;

    public Guid Id { get; init; } = Guid.CreateVersion7();

    public required Guid CaseId { get; init; }

    public required Guid ProofId { get; init; }

    public required SealedText Words { get; init; }

    public required Guid StruckById { get; init; }

    public required DateTimeOffset StruckAt { get; init; }
}

/// <summary>Whether one criterion of the ordinance is met, on what that rests, and who found it. A later finding counts instead of an earlier one.</summary>
public sealed class CriterionFinding
{
    public const int NoteMaxLength = 1000;

    public Guid Id { get; init; } = Guid.CreateVersion7();

    public required Guid CaseId { get; init; }

    public required string Criterion { get; init; }

    public required bool IsMet { get; init; }

    /// <summary>The evidence on which it rests.</summary>
    public required Guid[] Proofs { get; init; }

    /// <summary>The visit on which it rests; null for none.</summary>
    public Guid? VisitId { get; init; }

    public SealedText? Note { get; init; }

    public required Guid FoundById { get; init; }

    public required DateTimeOffset FoundAt { get; init; }
}

/// <summary>A visit where the child lives, with a check of the facts (child ordinance, art. 6(2)).</summary>
public sealed class HomeVisit
{
    public const int PeopleMaxLength = 500;
    public const int FindingsMaxLength = 8000;

    public Guid Id { get; init; } = Guid.CreateVersion7();

    public required Guid CaseId { get; init; }

    public required DateOnly VisitedOn { get; init; }

    /// <summary>Who went and who was met.</summary>
    public required SealedText People { get; init; }

    public required SealedText Findings { get; init; }

    public required Guid RecordedById { get; init; }

    public required DateTimeOffset RecordedAt { get; init; }
}

/// <summary>An alarm for a child's protection: who was told at once, and how it ended. It is independent of the confirmation.</summary>
public sealed class ChildAlarm
{
    public const int WordsMaxLength = 4000;

    public Guid Id { get; init; } = Guid.CreateVersion7();

    public required Guid CaseId { get; init; }

    /// <summary>Null for danger that was told with the case itself: those words stand there.</summary>
    public SealedText? Words { get; init; }

    /// <summary>The bodies that were told, as codes; none when it came with the case.</summary>
    public required string[] Told { get; init; }

    /// <summary>Null when whoever told of the child said so.</summary>
    public Guid? RaisedById { get; init; }

    public required DateTimeOffset RaisedAt { get; init; }

    public SealedText? Outcome { get; private set; }

    public Guid? EndedById { get; private set; }

    public DateTimeOffset? EndedAt { get; private set; }

    public void End(SealedText outcome, Guid by, DateTimeOffset now) => (Outcome, EndedById, EndedAt) = (outcome, by, now);
}

/// <summary>That somebody opened who a child is: for what, and what they saw. The family reads it on its own page.</summary>
public sealed class IdentityOpening
{
    public Guid Id { get; init; } = Guid.CreateVersion7();

    public required Guid CaseId { get; init; }

    /// <summary>A code of the list of purposes.</summary>
    public required string Purpose { get; init; }

    public required Guid OpenedById { get; init; }

    public required DateTimeOffset OpenedAt { get; init; }
}
