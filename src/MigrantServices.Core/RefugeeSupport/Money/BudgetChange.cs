using MigrantServices.Core.Cases;
using MigrantServices.Core.People;

namespace MigrantServices.Core.RefugeeSupport.Money;

/// <summary>More or less money for a budget line: one person proposes it with a reason, another decides. Rows are kept.</summary>
public sealed class BudgetChange
{
    public const int ReasonMaxLength = 300;

    /// <summary>A reason is a sentence, not a word.</summary>
    public const int ReasonMinLength = 10;

    public Guid Id { get; init; } = Guid.CreateVersion7();

    public required Guid LineId { get; init; }

    public required BudgetChangeKind Kind { get; init; }

    /// <summary>What the line gains; below zero what it loses.</summary>
    public required long Won { get; init; }

    /// <summary>About the budget, not about persons.</summary>
    public required string Reason { get; init; }

    public required Guid ProposedById { get; init; }

    public required DateTimeOffset ProposedAt { get; init; }

    public DecisionState State { get; private set; }

    public Guid? DecidedById { get; private set; }

    public DateTimeOffset? DecidedAt { get; private set; }

    /// <summary>The closing of the year that carried the money over; null for what people proposed.</summary>
    public Guid? ClosingId { get; init; }

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

/// <summary>Why the money of a line changes.</summary>
public enum BudgetChangeKind
{
    Increase,
    Decrease,

    /// <summary>What runs over the end of the year leaves the line.</summary>
    CarryOut,

    /// <summary>What runs over from the year before comes in.</summary>
    CarryIn,
}

/// <summary>Where something stands that one person proposes and another decides.</summary>
public enum DecisionState
{
    Proposed,
    Approved,

    /// <summary>Refused, or taken back by whoever proposed it.</summary>
    Refused,
}

/// <summary>What every decision by two people asks.</summary>
internal static class Decisions
{
    public static void MustBeOpen(DecisionState state)
    {
        if (state != DecisionState.Proposed)
        {
            throw new RefusedException(new("budget.decided-already"));
        }
    }

    public static void MustBeAnother(Actor actor, Guid first)
    {
        if (actor.UserId is null || actor.UserId == first)
        {
            throw new RefusedException(new("budget.needs-a-second-person"));
        }
    }
}
