using MigrantServices.Core.Cases;
using MigrantServices.Core.People;

namespace MigrantServices.Core.RefugeeSupport.Money;

/// <summary>The end of a budget year, proposed by one person and decided by another. Approved, it carries over what runs on and closes the lines.</summary>
public sealed class BudgetClosing
{
    public Guid Id { get; init; } = Guid.CreateVersion7();

    public required int Year { get; init; }

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

    /// <exception cref="RefusedException"><c>budget.decided-already</c>.</exception>
    public void RefuseBy(Actor actor, DateTimeOffset now)
    {
        Decisions.MustBeOpen(State);
        (State, DecidedById, DecidedAt) = (DecisionState.Refused, actor.UserId, now);
    }
}
