using MigrantServices.Core.Cases;
using MigrantServices.Core.People;
using MigrantServices.Core.Privacy;

namespace MigrantServices.Core.Grievances.Fairness;

/// <summary>A colleague's word that they have an interest in a case. It is never taken back by themselves; somebody else may lift it.</summary>
public sealed class InterestDeclaration
{
    public const int WordsMaxLength = 2000;

    public Guid Id { get; init; } = Guid.CreateVersion7();

    public required Guid CaseId { get; init; }

    public required Guid ColleagueId { get; init; }

    /// <summary>A code of the list of interests.</summary>
    public required string Reason { get; init; }

    public required SealedText Words { get; init; }

    public required DateTimeOffset DeclaredAt { get; init; }

    public Guid? LiftedById { get; private set; }

    public DateTimeOffset? LiftedAt { get; private set; }

    /// <summary>Why it was lifted.</summary>
    public SealedText? LiftedWords { get; private set; }

    public Refusal? WhyNotLifted(Actor other) =>
        LiftedAt is not null ? new("fairness.lifted-already")
        : other.UserId == ColleagueId ? new("fairness.not-your-own")
        : null;

    internal void Lift(Actor other, SealedText words, DateTimeOffset now) => (LiftedById, LiftedAt, LiftedWords) = (other.UserId, now, words);
}
