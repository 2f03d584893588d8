using MigrantServices.Core.Cases;
using MigrantServices.Core.People;
using MigrantServices.Core.Privacy;

namespace MigrantServices.Core.ChildConfirmations.Childcare;

/// <summary>A month that was entered by mistake counts no more once a second person agrees. Its line stays.</summary>
public sealed class ChildcareVoid
{
    public const int ReasonMaxLength = 500;

    public Guid Id { get; init; } = Guid.CreateVersion7();

    public required Guid MonthId { get; init; }

    public required Guid CaseId { get; init; }

    public required SealedText Reason { get; init; }

    public required Guid ProposedById { get; init; }

    public required DateTimeOffset ProposedAt { get; init; }

    public VoidState State { get; private set; }

    public Guid? DecidedById { get; private set; }

    public DateTimeOffset? DecidedAt { get; private set; }

    public void ApproveBy(Actor second, DateTimeOffset now) => Decide(VoidState.Approved, second, now);

    public void DeclineBy(Actor second, DateTimeOffset now) => Decide(VoidState.Declined, second, now);

    private void Decide(VoidState state, Actor second, DateTimeOffset now)
    {
        var refusal = State != VoidState.Proposed ? new("childcare.not-proposed") : second.UserId == ProposedById ? new Refusal("case.needs-a-second-person") : null;
        if (refusal is not null)
        {
            throw new RefusedException(refusal);
        }

        (State, DecidedById, DecidedAt) = (state, second.UserId, now);
    }
}

/// <summary>Where it stands that a month is to count no more.</summary>
public enum VoidState
{
    Proposed,
    Approved,
    Declined,
}
