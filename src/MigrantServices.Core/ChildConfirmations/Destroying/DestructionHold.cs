using MigrantServices.Core.Cases;
using MigrantServices.Core.People;
using MigrantServices.Core.Privacy;

namespace MigrantServices.Core.ChildConfirmations.Destroying;

/// <summary>That who a child is must not be destroyed for now: why, who said so, and up to which day it is thought to be needed. It holds until somebody lifts it, also after that day.</summary>
public sealed class DestructionHold
{
    public const int ReasonMaxLength = 500;

    public Guid Id { get; init; } = Guid.CreateVersion7();

    public required Guid CaseId { get; init; }

    public required SealedText Reason { get; init; }

    /// <summary>Inclusive; afterwards somebody looks whether it is still needed.</summary>
    public required DateOnly Until { get; init; }

    public required Guid PlacedById { get; init; }

    public required DateTimeOffset PlacedAt { get; init; }

    public Guid? LiftedById { get; private set; }

    public DateTimeOffset? LiftedAt { get; private set; }

    /// <exception cref="RefusedException"><c>child.not-held</c>.</exception>
    public void LiftBy(Actor supervisor, DateTimeOffset now)
    {
        if (LiftedAt is not null)
        {
            throw new RefusedException(new("child.not-held"));
        }

        (LiftedById, LiftedAt) = (supervisor.UserId, now);
    }
}
