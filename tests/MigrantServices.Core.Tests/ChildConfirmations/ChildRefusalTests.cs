using MigrantServices.Core.Cases;
using MigrantServices.Core.ChildConfirmations;
using MigrantServices.Core.People;
using MigrantServices.Core.Tests.Grievances;
using Xunit;
using static MigrantServices.Core.Tests.ChildConfirmations.ChildLife;

namespace MigrantServices.Core.Tests.ChildConfirmations;

/// <summary>What a child's case says no to by what stands in it, and that it is afterwards as it was.</summary>
public sealed class ChildRefusalTests
{
    [Fact]
    public void A_visit_lies_neither_ahead_nor_before_the_day_on_which_the_office_heard_of_the_child()
    {
        var one = In(CaseStatus.UnderReview, WayIn.Request);

        AssertRefused("child.visit-in-future", one, () => one.RecordHomeVisitBy(Kim, Today.AddDays(1), Noon));
        AssertRefused("child.visit-before-receipt", one, () => one.RecordHomeVisitBy(Kim, Today.AddDays(-1), Noon));
        Assert.Null(one.VisitedOn);
    }

    [Fact]
    public void A_case_is_offered_to_one_city_at_a_time()
    {
        var one = In(CaseStatus.UnderReview);
        one.OfferTransferBy(Kim, Siheung, Noon);

        AssertRefused("child.offered-already", one, () => one.OfferTransferBy(Kim, "41590", Noon));
        Assert.Equal(Siheung, one.TransferTo);
    }

    [Fact]
    public void What_was_offered_to_nobody_is_neither_taken_over_nor_declined_nor_taken_back()
    {
        var one = In(CaseStatus.UnderReview);

        AssertRefused("child.not-offered", one, () => one.AcceptTransferBy(Lee, Noon));
        AssertRefused("child.not-offered", one, () => one.DeclineTransferBy(Lee, Noon));
        AssertRefused("child.not-offered", one, () => one.TakeBackTransferBy(Kim, Noon));
        Assert.Equal(Ansan, one.Municipality);
    }

    [Fact]
    public void Only_what_was_proposed_is_approved()
    {
        var (confirmed, refused) = (In(CaseStatus.Proposed), In(CaseStatus.UnderReview));
        refused.FindFactBy(Kim, "unregistered", isMet: false, rests: true, Noon);
        refused.ProposeRefusalBy(Kim, "registered", "unregistered", Words, null, Noon);

        AssertRefused("child.confirmation-is-proposed", confirmed, () => confirmed.ApproveRefusalBy(Lee, Message(confirmed, Lee), Noon));
        AssertRefused("child.refusal-is-proposed", refused, () => refused.ApproveConfirmationBy(Lee, isUnderAge: true, Noon));
    }

    [Fact]
    public void A_family_is_told_once_that_the_child_comes_of_age()
    {
        var one = In(CaseStatus.Confirmed);
        one.TellComingOfAgeBy(Actor.Portal, Message(one, Actor.Portal), Noon);

        AssertRefused("child.told-already", one, () => one.TellComingOfAgeBy(Actor.Portal, Message(one, Actor.Portal), Noon.AddDays(1)));
        Assert.Equal(Noon, one.ToldOfAgeAt);
    }

    private static void AssertRefused(string code, ChildConfirmation one, Action deed)
    {
        var before = (one.Status, one.Revision, one.HandlerId, one.Events.Count, one.Messages.Count, one.ProposedById, one.ApprovedById);

        var refused = Assert.Throws<RefusedException>(deed);

        Assert.Equal(code, refused.Refusal.Code);
        Assert.Equal(before, (one.Status, one.Revision, one.HandlerId, one.Events.Count, one.Messages.Count, one.ProposedById, one.ApprovedById));
    }
}
