using MigrantServices.Core.Cases;
using MigrantServices.Core.People;
using MigrantServices.Core.Privacy;

namespace MigrantServices.Core.RefugeeSupport.Goals;

/// <summary>What somebody of a household wants to reach with the office's help, and by when. It counts only once the person agreed; its words never change.</summary>
public sealed class CaseGoal
{
    public const int WordsMaxLength = 500;
    public const int HowMaxLength = 300;

    public Guid Id { get; init; } = Guid.CreateVersion7();

    public required Guid CaseId { get; init; }

    /// <summary>The key of the person.</summary>
    public required Guid Person { get; init; }

    public required SealedText Words { get; init; }

    public SealedText? InTheirLanguage { get; init; }

    public required DateOnly ReachBy { get; init; }

    public required Guid SetById { get; init; }

    public required DateTimeOffset SetAt { get; init; }

    public GoalState State { get; private set; }

    public DateTimeOffset? AgreedAt { get; private set; }

    /// <summary>How they agreed, where a colleague keeps it; null where they agreed on their own page.</summary>
    public SealedText? AgreedHow { get; private set; }

    public Guid? AgreementKeptById { get; private set; }

    public DateTimeOffset? ClosedAt { get; private set; }

    public Guid? ClosedById { get; private set; }

    /// <exception cref="RefusedException"><c>goal.not-to-agree</c>.</exception>
    internal void AgreeBy(Actor person, DateTimeOffset now)
    {
        MustBe(GoalState.Proposed, "goal.not-to-agree");
        (State, AgreedAt) = (GoalState.Agreed, now);
    }

    /// <summary>They agreed by another way, in the colleague's words.</summary>
    /// <exception cref="RefusedException"><c>goal.not-to-agree</c>.</exception>
    internal void KeepAgreementBy(Actor colleague, SealedText how, DateTimeOffset now)
    {
        MustBe(GoalState.Proposed, "goal.not-to-agree");
        (State, AgreedAt, AgreedHow, AgreementKeptById) = (GoalState.Agreed, now, how, colleague.UserId);
    }

    /// <exception cref="RefusedException"><c>goal.not-agreed</c>, <c>goal.closed-already</c>.</exception>
    internal void CloseBy(Actor colleague, bool reached, DateTimeOffset now)
    {
        if (ClosedAt is not null)
        {
            throw new RefusedException(new("goal.closed-already"));
        }

        if (reached)
        {
            MustBe(GoalState.Agreed, "goal.not-agreed");
        }

        (State, ClosedAt, ClosedById) = (reached ? GoalState.Reached : GoalState.Dropped, now, colleague.UserId);
    }

    private void MustBe(GoalState state, string code)
    {
        if (State != state)
        {
            throw new RefusedException(new(code));
        }
    }
}

/// <summary>Where a goal stands.</summary>
public enum GoalState
{
    /// <summary>Written down; the person has not agreed yet.</summary>
    Proposed,
    Agreed,
    Reached,

    /// <summary>No longer wanted.</summary>
    Dropped,
}
