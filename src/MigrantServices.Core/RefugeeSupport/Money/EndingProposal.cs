using MigrantServices.Core.Cases;
using MigrantServices.Core.People;
using MigrantServices.Core.Privacy;

namespace MigrantServices.Core.RefugeeSupport.Money;

/// <summary>That an award is to end before its last day: one person proposes it with a reason, another decides, and the people have it by letter.</summary>
public sealed class EndingProposal
{
    public Guid Id { get; init; } = Guid.CreateVersion7();

    public required Guid AwardId { get; init; }

    public required AwardEndingKind Kind { get; init; }

    /// <summary>The last day of help; the day before the first where it never begins.</summary>
    public required DateOnly LastDay { get; init; }

    /// <summary>In Korean, which decides.</summary>
    public required SealedText Reason { get; init; }

    public SealedText? InTheirLanguage { get; init; }

    public required Guid ProposedById { get; init; }

    public required DateTimeOffset ProposedAt { get; init; }

    public DecisionState State { get; private set; }

    public Guid? DecidedById { get; private set; }

    public DateTimeOffset? DecidedAt { get; private set; }

    /// <exception cref="RefusedException"><c>budget.decided-already</c>, <c>budget.needs-a-second-person</c>.</exception>
    public void ApproveBy(Actor another, DateTimeOffset now)
    {
        Decisions.MustBeOpen(State);
        Decisions.MustBeAnother(another, ProposedById);
        (State, DecidedById, DecidedAt) = (DecisionState.Approved, another.UserId, now);
    }

    /// <summary>Whoever proposed it may take it back as well.</summary>
    /// <exception cref="RefusedException"><c>budget.decided-already</c>.</exception>
    public void RefuseBy(Actor actor, DateTimeOffset now)
    {
        Decisions.MustBeOpen(State);
        (State, DecidedById, DecidedAt) = (DecisionState.Refused, actor.UserId, now);
    }
}
