using MigrantServices.Core.Cases;
using MigrantServices.Core.People;
using MigrantServices.Core.Privacy;

namespace MigrantServices.Core.ChildConfirmations.Destroying;

/// <summary>That who a child is, or one parent who was taken out of its file, shall be destroyed: one says why and by which law, another does it or declines. The row stays and names nobody.</summary>
public sealed class IdentityDestruction
{
    public const int ReasonMaxLength = 500;

    public Guid Id { get; init; } = Guid.CreateVersion7();

    public required Guid CaseId { get; init; }

    /// <summary>The random number of the one parent of whom it speaks; null for the child with all its parents.</summary>
    public Guid? ParentId { get; init; }

    /// <summary>A code of the list of grounds for destroying.</summary>
    public required string Ground { get; init; }

    /// <summary>The first day of the entry that held when it was asked.</summary>
    public required DateOnly GroundSince { get; init; }

    public required SealedText Reason { get; init; }

    public required Guid AskedById { get; init; }

    public required DateTimeOffset AskedAt { get; init; }

    public DestructionState State { get; private set; }

    public Guid? DecidedById { get; private set; }

    public DateTimeOffset? DecidedAt { get; private set; }

    public void DoneBy(Actor second, DateTimeOffset now) => Decide(DestructionState.Done, second, now);

    public void DeclineBy(Actor second, DateTimeOffset now) => Decide(DestructionState.Declined, second, now);

    private void Decide(DestructionState state, Actor second, DateTimeOffset now)
    {
        var refusal = State != DestructionState.Asked ? new("child.destruction-decided") : second.UserId == AskedById ? new Refusal("case.needs-a-second-person") : null;
        if (refusal is not null)
        {
            throw new RefusedException(refusal);
        }

        (State, DecidedById, DecidedAt) = (state, second.UserId, now);
    }
}

/// <summary>How far it is with destroying who a child is.</summary>
public enum DestructionState
{
    Asked,
    Done,
    Declined,
}
