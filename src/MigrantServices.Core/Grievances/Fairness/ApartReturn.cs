using MigrantServices.Core.Cases;
using MigrantServices.Core.People;
using MigrantServices.Core.Privacy;

namespace MigrantServices.Core.Grievances.Fairness;

/// <summary>Somebody's word that a case was set apart by mistake, and what a second person said to it.</summary>
public sealed class ApartReturn
{
    public const int WordsMaxLength = 500;

    public Guid Id { get; init; } = Guid.CreateVersion7();

    public required Guid CaseId { get; init; }

    /// <summary>Why it is not about the office.</summary>
    public required SealedText Words { get; init; }

    public required Guid ProposedById { get; init; }

    public required DateTimeOffset ProposedAt { get; init; }

    public ReturnState State { get; private set; }

    /// <summary>Who agreed, or kept it apart.</summary>
    public Guid? DecidedById { get; private set; }

    public DateTimeOffset? DecidedAt { get; private set; }

    /// <summary>Why this is not what waits in this case.</summary>
    public Refusal? WhyNot(Grievance grievance) =>
        CaseId != grievance.Id || State != ReturnState.Proposed ? new("fairness.no-return-proposed") : null;

    public void Keep(Actor colleague, DateTimeOffset now) => (State, DecidedById, DecidedAt) = (ReturnState.Kept, colleague.UserId, now);

    public void Agree(Actor second, DateTimeOffset now) => (State, DecidedById, DecidedAt) = (ReturnState.Agreed, second.UserId, now);
}

/// <summary>How far the way back of a case has come.</summary>
public enum ReturnState
{
    Proposed,

    /// <summary>It stays apart.</summary>
    Kept,
    Agreed,
}
