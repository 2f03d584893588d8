using MigrantServices.Core.Cases;
using MigrantServices.Core.ChildConfirmations;
using MigrantServices.Core.Grievances.Duplicates;
using MigrantServices.Core.People;
using Xunit;
using static MigrantServices.Core.Tests.ChildConfirmations.ChildLife;

namespace MigrantServices.Core.Tests.ChildConfirmations;

/// <summary>What a case keeps in step: no card outlives it, nobody is offered what is over, and whose consent is asked follows what is known.</summary>
public sealed class ChildKeptTests
{
    [Fact]
    public void A_confirmed_case_is_not_withdrawn_while_other_papers_wait_to_be_issued()
    {
        var one = Reissued(IssueReason.Changed);

        Refused("child.confirmed-already", one, () => one.WithdrawBy(ParentOf(one), Noon));
        Assert.False(one.May(ChildConfirmation.Withdraw, ParentOf(one)));

        var first = In(CaseStatus.ToIssue);
        first.WithdrawBy(ParentOf(first), Noon);
        Assert.Equal(CaseStatus.Withdrawn, first.Status);
    }

    [Fact]
    public void A_birth_that_was_put_right_asks_for_the_consent_or_no_longer()
    {
        var one = In(CaseStatus.UnderReview);
        one.CorrectIdentityBy(Kim, "S. C.", 2016, dayMoved: true, needsConsent: true, Noon);
        Found(one);

        Refused("child.consent-missing", one, () => one.ProposeConfirmationBy(Kim, Criteria, isUnderAge: true, hasPhotograph: true, Noon));

        one.CorrectIdentityBy(Kim, "S. C.", 2010, dayMoved: true, needsConsent: false, Noon);
        one.ProposeConfirmationBy(Kim, Criteria, isUnderAge: true, hasPhotograph: true, Noon);
        Assert.Equal(CaseStatus.Proposed, one.Status);
    }

    [Fact]
    public void A_parent_who_was_taken_in_is_asked_for_the_consent_like_one_who_applied()
    {
        var one = New(WayIn.Request, needsConsent: true);
        one.TakeOnBy(Kim, Clock, Noon);
        one.RecordHomeVisitBy(Kim, Today, Noon);
        one.TakeParentInBy(Kim, "vi", Noon);
        Found(one);

        Refused("child.consent-missing", one, () => one.ProposeConfirmationBy(Kim, Criteria, isUnderAge: true, hasPhotograph: true, Noon));

        one.RecordConsentBy(Kim, "phone", Today, Noon);
        one.ProposeConfirmationBy(Kim, Criteria, isUnderAge: true, hasPhotograph: true, Noon);
        Assert.Equal(CaseStatus.Proposed, one.Status);
    }

    [Fact]
    public void No_city_is_offered_a_case_that_is_over()
    {
        var (refused, withdrawn, revoked, aged) = (In(CaseStatus.UnderReview), In(CaseStatus.UnderReview), In(CaseStatus.Confirmed), In(CaseStatus.Confirmed));
        foreach (var one in new[] { refused, withdrawn, revoked, aged })
        {
            one.OfferTransferBy(Kim, Siheung, Noon);
        }

        refused.FindFactBy(Kim, "unregistered", isMet: false, rests: true, Noon);
        refused.ProposeRefusalBy(Kim, "registered", "unregistered", Words, null, Noon);
        refused.ApproveRefusalBy(Lee, Message(refused, Lee), Noon);
        withdrawn.WithdrawBy(ParentOf(withdrawn), Noon);
        revoked.ProposeRevocationBy(Kim, "registered-since", Words, null, Noon);
        revoked.ApproveRevocationBy(Lee, Message(revoked, Lee), Noon);
        aged.AgeOutBy(Actor.Portal, Message(aged, Actor.Portal), null, Noon);

        Assert.All(new[] { refused, withdrawn, revoked, aged }, one => Assert.Equal((null, null, null), (one.TransferTo, one.TransferOfferedAt, one.TransferOfferedById)));
    }

    [Fact]
    public void Whoever_offered_a_case_does_not_accept_it()
    {
        var one = In(CaseStatus.UnderReview);
        one.OfferTransferBy(Kim, Siheung, Noon);

        Refused("child.offered-by-you", one, () => one.AcceptTransferBy(Kim, Noon));
        Assert.Equal((Ansan, Siheung), (one.Municipality, one.TransferTo));

        one.AcceptTransferBy(Lee, Noon);
        Assert.Equal((Siheung, null), (one.Municipality, one.TransferOfferedById));
    }

    [Fact]
    public void Old_papers_that_are_owed_come_back_or_are_reported_lost_once()
    {
        var one = Reissued(IssueReason.Changed);
        one.IssueBy(Choi, isUnderAge: true, Message(one, Choi), Noon);
        Assert.True(one.OwesReturn);

        one.ReportOldLostBy(ParentOf(one), Noon);

        Assert.Equal((false, false, true), (one.OwesReturn, one.IsLost, one.HasUnread));
        Refused("child.nothing-to-return", one, () => one.ReportOldLostBy(Kim, Noon));
    }

    [Fact]
    public void Papers_that_were_lost_while_others_waited_are_not_asked_for()
    {
        var (lost, ended) = (Reissued(IssueReason.Changed), In(CaseStatus.Confirmed));
        lost.ReportLostBy(ParentOf(lost), Noon);
        lost.IssueBy(Choi, isUnderAge: true, Message(lost, Choi), Noon);
        ended.ReportLostBy(ParentOf(ended), Noon);
        ended.ProposeRevocationBy(Kim, "registered-since", Words, null, Noon);
        ended.ApproveRevocationBy(Lee, Message(ended, Lee), Noon);

        Assert.Equal((false, false), (lost.OwesReturn, ended.OwesReturn));
    }

    [Fact]
    public void What_waits_to_be_issued_is_sent_back_until_papers_were_issued()
    {
        var (first, again) = (In(CaseStatus.ToIssue), Reissued(IssueReason.Changed));
        Assert.False(first.May(ChildConfirmation.SendBack, Kim));

        first.SendBackBy(Lee, Noon);

        Assert.Equal((CaseStatus.UnderReview, null, null, null, null), (first.Status, first.ProposedById, first.ApprovedById, first.IssueBecause, first.DecidedAt));
        Refused("case.wrong-state", again, () => again.SendBackBy(Lee, Noon));
    }

    [Fact]
    public void A_case_of_a_child_who_has_another_ends_without_a_criterion_that_is_not_met()
    {
        var one = In(CaseStatus.UnderReview);

        one.ProposeRefusalBy(Kim, ChildConfirmation.SameChild, null, Words, null, Noon);
        one.ApproveRefusalBy(Lee, Message(one, Lee), Noon);

        Assert.Equal((CaseStatus.Refused, "same-child", 0), (one.Status, one.RefusalReason, one.Refuted.Length));
    }

    [Fact]
    public void Help_with_daycare_waits_for_the_confirmation_where_the_city_issues_cards()
    {
        var one = In(CaseStatus.UnderReview);

        Refused("child.not-confirmed-yet", one, () => one.ProposeChildcareBy(Kim, "a-daycare", beforeCards: false, Noon));

        one.ProposeChildcareBy(Kim, "a-daycare", beforeCards: true, Noon);
        Assert.Equal(CaseStatus.UnderReview, one.Status);
    }

    [Fact]
    public void That_two_were_called_the_same_is_put_right_by_somebody_else()
    {
        var pair = CasePair.Of(Guid.NewGuid(), Guid.NewGuid(), Noon);
        pair.Answer(PairVerdict.TheSame, Kim.UserId!.Value, _ => Words, Noon);

        Assert.Equal("duplicates.judged-by-you", Assert.Throws<RefusedException>(() => pair.Correct(PairVerdict.NotTheSame, Kim.UserId.Value, Kim.UserId.Value, _ => Words, Noon)).Refusal.Code);
        Assert.Equal((PairVerdict.TheSame, 1), (pair.Verdict, pair.Answers));

        Assert.Equal(2, pair.Correct(PairVerdict.NotTheSame, Lee.UserId!.Value, Kim.UserId.Value, _ => Words, Noon).Number);
        Assert.Equal(PairVerdict.NotTheSame, pair.Verdict);
        Assert.Equal("duplicates.told-apart-already", pair.WhyNotCorrect(Kim.UserId.Value, Lee.UserId.Value)?.Code);
    }

    private static ChildConfirmation Reissued(IssueReason because)
    {
        var one = In(CaseStatus.Confirmed);
        one.AskReissueBy(ParentOf(one), because, Clock, Noon);
        one.ProposeReissueBy(Kim, hasPhotograph: true, Noon);
        one.ApproveReissueBy(Lee, Noon);
        return one;
    }

    private static void Found(ChildConfirmation one)
    {
        foreach (var criterion in Criteria)
        {
            one.FindFactBy(Kim, criterion, isMet: true, rests: true, Noon);
        }
    }

    private static void Refused(string code, ChildConfirmation one, Action deed)
    {
        var before = (one.Status, one.Revision, one.Events.Count, one.Messages.Count, one.HandlerId);

        Assert.Equal(code, Assert.Throws<RefusedException>(deed).Refusal.Code);
        Assert.Equal(before, (one.Status, one.Revision, one.Events.Count, one.Messages.Count, one.HandlerId));
    }
}
