using MigrantServices.Core.Cases;
using MigrantServices.Core.ChildConfirmations;
using MigrantServices.Core.ChildConfirmations.Destroying;
using Xunit;
using static MigrantServices.Core.Tests.ChildConfirmations.ChildLife;

namespace MigrantServices.Core.Tests.ChildConfirmations;

/// <summary>Destroying who a child is takes two people, a case that is over, and happens once.</summary>
public sealed class DestructionTests
{
    [Fact]
    public void It_is_decided_once_and_by_another_than_whoever_asked()
    {
        var (own, done) = (Asked(), Asked());
        done.DoneBy(Lee, Noon);

        Assert.Equal("case.needs-a-second-person", Assert.Throws<RefusedException>(() => own.DoneBy(Kim, Noon)).Refusal.Code);
        Assert.Equal("child.destruction-decided", Assert.Throws<RefusedException>(() => done.DeclineBy(Lee, Noon)).Refusal.Code);

        Assert.Equal((DestructionState.Asked, null), (own.State, own.DecidedById));
        Assert.Equal((DestructionState.Done, Lee.UserId), (done.State, done.DecidedById));
    }

    [Theory]
    [InlineData(CaseStatus.Waiting)]
    [InlineData(CaseStatus.UnderReview)]
    [InlineData(CaseStatus.ToIssue)]
    [InlineData(CaseStatus.Confirmed)]
    [InlineData(CaseStatus.ReissueAsked)]
    public void While_a_case_goes_on_it_is_not_even_asked_for(CaseStatus status)
    {
        var one = In(status);

        Assert.Equal("case.wrong-state", Assert.Throws<RefusedException>(() => one.AskDestructionBy(Kim, "retention-over", Noon)).Refusal.Code);
        Assert.Equal("case.wrong-state", Assert.Throws<RefusedException>(() => one.DestroyIdentityBy(Lee, Noon)).Refusal.Code);
        Assert.Equal((status, "S. C.", null), (one.Status, one.Initials, one.IdentityDestroyedAt));
    }

    [Fact]
    public void Afterwards_nothing_tells_of_whom_it_was_and_it_is_not_done_again()
    {
        var one = In(CaseStatus.Refused);
        one.AskDestructionBy(Kim, "retention-over", Noon);
        one.DestroyIdentityBy(Lee, Noon);

        Assert.Equal((CaseStatus.Refused, "?", null, Noon), (one.Status, one.Initials, one.BornYear, one.IdentityDestroyedAt));
        Assert.Equal("child.destroyed", Assert.Throws<RefusedException>(() => one.AskDestructionBy(Kim, "retention-over", Noon)).Refusal.Code);
        Assert.Equal("child.destroyed", Assert.Throws<RefusedException>(() => one.DestroyIdentityBy(Lee, Noon)).Refusal.Code);
        Assert.Equal("child.destroyed", one.WhyNot(ChildConfirmation.TakeParentIn, Kim)?.Code);
    }

    [Theory]
    [InlineData(CaseStatus.UnderReview)]
    [InlineData(CaseStatus.Confirmed)]
    [InlineData(CaseStatus.Refused)]
    public void A_parent_alone_goes_in_any_state_and_changes_nothing_of_the_child(CaseStatus status)
    {
        var one = In(status);
        one.AskParentDestructionBy(Kim, "family-asked", Noon);

        one.DestroyParentBy(Lee, Noon);

        Assert.Equal((status, "S. C.", 2022, null), (one.Status, one.Initials, one.BornYear, one.IdentityDestroyedAt));
        Assert.Equal("case.wrong-role", Assert.Throws<RefusedException>(() => one.DestroyParentBy(Kim, Noon)).Refusal.Code);
    }

    [Fact]
    public void Once_the_child_is_gone_no_parent_is_asked_for()
    {
        var one = In(CaseStatus.Refused);
        one.DestroyIdentityBy(Lee, Noon);
        var lines = one.Events.Count;

        Assert.Equal("child.destroyed", Assert.Throws<RefusedException>(() => one.AskParentDestructionBy(Kim, "family-asked", Noon)).Refusal.Code);
        Assert.Equal("child.destroyed", Assert.Throws<RefusedException>(() => one.DestroyParentBy(Lee, Noon)).Refusal.Code);
        Assert.Equal(lines, one.Events.Count);
    }

    [Fact]
    public void A_hold_ends_on_a_day_that_lies_ahead_and_is_lifted_once()
    {
        var one = In(CaseStatus.Confirmed);

        Assert.Equal("child.hold-day-past", Assert.Throws<RefusedException>(() => one.HoldIdentityBy(Kim, Today, Noon)).Refusal.Code);
        Assert.DoesNotContain(one.Events, e => e.Action == ChildConfirmation.HoldIdentity.Code);
        var hold = new DestructionHold { CaseId = one.Id, Reason = Words, Until = Today.AddDays(9), PlacedById = Kim.UserId!.Value, PlacedAt = Noon };
        hold.LiftBy(Lee, Noon);

        Assert.Equal("child.not-held", Assert.Throws<RefusedException>(() => hold.LiftBy(Kim, Noon.AddDays(1))).Refusal.Code);
        Assert.Equal((Lee.UserId, Noon), (hold.LiftedById, hold.LiftedAt));
    }

    private static IdentityDestruction Asked() => new()
    {
        CaseId = Guid.NewGuid(),
        Ground = "retention-over",
        GroundSince = Today,
        Reason = Words,
        AskedById = Kim.UserId!.Value,
        AskedAt = Noon,
    };
}
