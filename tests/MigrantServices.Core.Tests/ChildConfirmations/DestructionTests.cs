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
