using MigrantServices.Core.Cases;
using MigrantServices.Core.People;
using MigrantServices.Core.Privacy;

namespace MigrantServices.Core.RefugeeSupport.Households;

/// <summary>Two applications are of one household: one person proposes it, another agrees. It only points: both keep whatever they hold, and what was given counts together. It is parted the same way.</summary>
public sealed class HouseholdJoin
{
    public const int WordsMaxLength = 500;

    public Guid Id { get; init; } = Guid.CreateVersion7();

    /// <summary>The pair that was found.</summary>
    public required Guid PairId { get; init; }

    /// <summary>How it is known.</summary>
    public required SealedText Words { get; init; }

    public required Guid ProposedById { get; init; }

    public required DateTimeOffset ProposedAt { get; init; }

    public JoinState State { get; private set; }

    public Guid? DecidedById { get; private set; }

    public DateTimeOffset? DecidedAt { get; private set; }

    /// <summary>Why it was a mistake.</summary>
    public SealedText? PartWords { get; private set; }

    public Guid? PartProposedById { get; private set; }

    public Guid? PartedById { get; private set; }

    public DateTimeOffset? PartedAt { get; private set; }

    /// <summary>Who is who, by their keys.</summary>
    public List<HouseholdLink> Links { get; init; } = [];

    public bool IsLive => State is JoinState.Joined or JoinState.PartProposed;

    /// <exception cref="RefusedException"><c>household.decided-already</c>, <c>household.needs-a-second-person</c>.</exception>
    public void AgreeBy(Actor another, DateTimeOffset now)
    {
        MustBe(JoinState.Proposed);
        MustBeAnother(another, ProposedById);
        (State, DecidedById, DecidedAt) = (JoinState.Joined, another.UserId, now);
    }

    /// <summary>Whoever proposed it may take it back as well.</summary>
    /// <exception cref="RefusedException"><c>household.decided-already</c>.</exception>
    public void DeclineBy(Actor actor, DateTimeOffset now)
    {
        MustBe(JoinState.Proposed);
        (State, DecidedById, DecidedAt) = (JoinState.Declined, actor.UserId, now);
    }

    /// <exception cref="RefusedException"><c>household.decided-already</c>.</exception>
    public void ProposePartBy(Actor actor, SealedText words)
    {
        MustBe(JoinState.Joined);
        (State, PartWords, PartProposedById) = (JoinState.PartProposed, words, actor.UserId);
    }

    /// <exception cref="RefusedException"><c>household.decided-already</c>, <c>household.needs-a-second-person</c>.</exception>
    public void PartBy(Actor another, DateTimeOffset now)
    {
        MustBe(JoinState.PartProposed);
        MustBeAnother(another, PartProposedById!.Value);
        (State, PartedById, PartedAt) = (JoinState.Parted, another.UserId, now);
    }

    /// <exception cref="RefusedException"><c>household.decided-already</c>.</exception>
    public void KeepTogether()
    {
        MustBe(JoinState.PartProposed);
        (State, PartWords, PartProposedById) = (JoinState.Joined, null, null);
    }

    private void MustBe(JoinState state)
    {
        if (State != state)
        {
            throw new RefusedException(new("household.decided-already"));
        }
    }

    private static void MustBeAnother(Actor actor, Guid first)
    {
        if (actor.UserId is null || actor.UserId == first)
        {
            throw new RefusedException(new("household.needs-a-second-person"));
        }
    }
}

/// <summary>How far it has come that two applications are of one household.</summary>
public enum JoinState
{
    Proposed,
    Declined,
    Joined,

    /// <summary>Still joined, until a second person agrees to part them.</summary>
    PartProposed,
    Parted,
}

/// <summary>One person under the two keys that two applications gave them.</summary>
public sealed class HouseholdLink
{
    public required Guid JoinId { get; init; }

    public required Guid OneKey { get; init; }

    public required Guid OtherKey { get; init; }
}

/// <summary>Another key of the same person, over however many joins; written by the database with them and by nobody else.</summary>
public sealed class SamePerson
{
    public required Guid Key { get; init; }

    public required Guid AsKey { get; init; }
}
