using MigrantServices.Core.Calendar;
using MigrantServices.Core.Cases;
using MigrantServices.Core.Grievances;
using MigrantServices.Core.Grievances.Inquiry;
using MigrantServices.Core.People;
using Xunit;
using static MigrantServices.Core.Tests.Grievances.Life;

namespace MigrantServices.Core.Tests.Grievances;

/// <summary>What lies between taking a case and answering it.</summary>
public partial class InquiryTests
{
    private static readonly Outcome Settled = new("settled", "settled.mediation");
    private static readonly Outcome Referral = new("referred", "referred.other-body");

    [Fact]
    public void Nothing_is_answered_investigated_or_mediated_before_competence_is_checked()
    {
        var taken = New(named: true);
        taken.TakeOnBy(Kim, affirms: true, Noon);

        AssertRefused("grievance.jurisdiction-unchecked", taken, () => Do(taken, Grievance.Propose, Kim));
        AssertRefused("grievance.jurisdiction-unchecked", taken, () => Do(taken, Grievance.OpenInvestigation, Kim));
        AssertRefused("grievance.jurisdiction-unchecked", taken, () => Do(taken, Grievance.OpenMediation, Kim));
    }

    [Fact]
    public void What_is_not_ours_is_answered_and_sent_on_but_not_investigated()
    {
        var taken = New(named: true);
        taken.TakeOnBy(Kim, affirms: true, Noon);
        taken.CheckJurisdictionBy(Kim, Checked(taken, Competence.NotOurs), Noon);

        AssertRefused("grievance.not-ours", taken, () => Do(taken, Grievance.OpenInvestigation, Kim));
        AssertRefused("grievance.not-ours", taken, () => Do(taken, Grievance.OpenMediation, Kim));
        Do(taken, Grievance.Refer, Kim);
        taken.ProposeBy(Kim, Referral, new([1]), null, Noon);
        Assert.Equal(CaseStatus.Proposed, taken.Status);
    }

    [Fact]
    public void The_last_day_of_it_lies_neither_in_the_future_nor_before_the_first()
    {
        var taken = In(CaseStatus.UnderReview);

        AssertRefused("jurisdiction.in-the-future", taken, () => taken.CheckJurisdictionBy(Kim, Checked(taken, last: Today.AddDays(1)), Noon));
        var dated = Dated(Today.AddDays(-10));
        AssertRefused("jurisdiction.before-the-incident", dated, () => dated.CheckJurisdictionBy(Kim, Checked(dated, last: Today.AddDays(-11)), Noon));
        dated.CheckJurisdictionBy(Kim, Checked(dated, last: Today.AddDays(-10)), Noon);
    }

    [Fact]
    public void A_first_day_that_was_mistyped_is_put_right_by_the_check_and_lies_neither_after_the_last_nor_after_the_receipt()
    {
        var dated = Dated(Today.AddDays(-10));

        AssertRefused("jurisdiction.before-the-incident", dated, () => dated.CheckJurisdictionBy(Kim, Checked(dated, last: Today.AddDays(-10), first: Today.AddDays(-9)), Noon));
        AssertRefused("grievance.received-before-it-happened", dated, () => dated.CheckJurisdictionBy(Kim, Checked(dated, first: Today.AddDays(1)), Noon.AddDays(2)));
        Assert.Equal(Today.AddDays(-10), dated.HappenedOn);
        dated.CheckJurisdictionBy(Kim, Checked(dated, last: Today.AddDays(-30), first: Today.AddDays(-40)), Noon);

        Assert.Equal((Today.AddDays(-40), DatePrecision.Day), (dated.HappenedOn, dated.HappenedPrecision));
        dated.CheckJurisdictionBy(Kim, Checked(dated), Noon);
        Assert.Equal(Today.AddDays(-40), dated.HappenedOn);
    }

    [Fact]
    public void Nothing_is_recommended_before_the_other_side_was_heard_or_let_its_days_pass()
    {
        var grievance = In(CaseStatus.Investigating);
        void Propose(DateTimeOffset now) => grievance.ProposeBy(Kim, Recommended, new([1]), null, now);

        AssertRefused("grievance.respondent-not-heard", grievance, () => Propose(Noon));
        Do(grievance, Grievance.AskRespondent, Kim);
        AssertRefused("grievance.respondent-not-heard", grievance, () => Propose(Noon.AddDays(7)));
        Propose(Noon.AddDays(8));

        var heard = In(CaseStatus.Investigating);
        heard.KeepBy(Kim, Kept(heard, Grievance.RecordStatement, code: "filer"), null, Noon);
        AssertRefused("grievance.respondent-not-heard", heard, () => heard.ProposeBy(Kim, Recommended, new([1]), null, Noon));
        heard.KeepBy(Kim, Kept(heard, Grievance.RecordStatement), null, Noon);
        heard.ProposeBy(Kim, Recommended, new([1]), null, Noon);
    }

    [Fact]
    public void A_case_is_settled_by_mediation_only_with_a_settlement_and_referred_only_when_it_was_sent_on()
    {
        var grievance = In(CaseStatus.UnderReview);
        AssertRefused("grievance.no-settlement", grievance, () => grievance.ProposeBy(Kim, Settled, new([1]), null, Noon));
        AssertRefused("grievance.not-referred", grievance, () => grievance.ProposeBy(Kim, Referral, new([1]), null, Noon));

        Do(grievance, Grievance.OpenMediation, Kim);
        Do(grievance, Grievance.Settle, Kim);
        grievance.ProposeBy(Kim, Settled, new([1]), null, Noon);
        Assert.Equal("settled", grievance.Outcome);
    }

    [Fact]
    public void When_mediation_fails_the_investigation_goes_on()
    {
        var grievance = In(CaseStatus.Mediating);

        Do(grievance, Grievance.FailMediation, Kim);

        Assert.Equal(CaseStatus.Investigating, grievance.Status);
    }

    [Fact]
    public void Nothing_is_sent_on_with_a_consent_that_has_not_been_given_yet()
    {
        var grievance = In(CaseStatus.UnderReview);

        AssertRefused("referral.consent-in-the-future", grievance, () => grievance.ReferBy(Kim, Referred(grievance, Today.AddDays(1)), Noon));
        Assert.Null(grievance.ReferredAt);
    }

    [Fact]
    public void A_body_answers_once_and_not_before_it_was_asked()
    {
        var grievance = In(CaseStatus.UnderReview, before: Grievance.Refer);
        var referral = Referred(grievance);

        AssertRefused("referral.before-the-sending", grievance, () => grievance.RecordReferralReplyBy(Lee, referral, TheirAnswer(Today.AddDays(-1)), Noon));
        AssertRefused("referral.in-the-future", grievance, () => grievance.RecordReferralReplyBy(Lee, referral, TheirAnswer(Today.AddDays(1)), Noon));
        grievance.RecordReferralReplyBy(Lee, referral, TheirAnswer(), Noon);
        AssertRefused("referral.replied-already", grievance, () => grievance.RecordReferralReplyBy(Lee, referral, TheirAnswer(), Noon));
    }

    [Fact]
    public void The_office_takes_up_a_tip_of_its_own_motion_and_nobody_can_take_that_back()
    {
        var waiting = New(named: false);
        AssertRefused("grievance.take-on-first", waiting, () => Do(waiting, Grievance.OpenOwnMotion, Lee));

        var tip = In(CaseStatus.Tip);
        tip.KeepBy(Lee, Kept(tip, Grievance.OpenOwnMotion), RightsClock, Noon);

        Assert.Equal((CaseStatus.UnderReview, new DateOnly(2027, 2, 22)), (tip.Status, tip.DueOn));
        AssertRefused("grievance.own-motion-goes-on", tip, () => tip.WithdrawBy(FilerOf(tip), Noon));
        Do(tip, Grievance.CheckJurisdiction, Kim);
        AssertRefused("grievance.tip-cannot-consent", tip, () => Do(tip, Grievance.Refer, Kim));
        AssertRefused("grievance.own-motion-has-no-extension", tip, () => Extend(tip, 1));
        Do(tip, Grievance.Propose, Kim);
        Do(tip, Grievance.Approve, Lee);
        AssertRefused("grievance.own-motion-has-no-objection", tip, () => Do(tip, Grievance.FileObjection, FilerOf(tip)));
    }

    [Fact]
    public void Anybody_who_handles_cases_protects_at_once_and_the_sign_stays_until_it_is_ended()
    {
        var grievance = In(CaseStatus.Proposed);
        AssertRefused("grievance.not-protected", grievance, () => Do(grievance, Grievance.EndProtection, Choi));

        Do(grievance, Grievance.Protect, Choi);
        Do(grievance, Grievance.ReportRetaliation, FilerOf(grievance));
        Assert.Equal((Today, Today, true), (grievance.ProtectedSince, grievance.RetaliationOn, grievance.HasUnread));

        Do(grievance, Grievance.EndProtection, Choi);
        Assert.Equal((null, null), (grievance.ProtectedSince, grievance.RetaliationOn));
    }

    [Theory]
    [InlineData("write")]
    [InlineData("protect")]
    [InlineData("end-protection")]
    public void Whoever_suffers_waits_until_the_office_answers_or_protects(string deed)
    {
        var grievance = In(CaseStatus.UnderReview);
        Do(grievance, Grievance.ReportRetaliation, FilerOf(grievance));
        Do(grievance, Grievance.ReportRetaliation, FilerOf(grievance), Noon.AddHours(1));
        Do(grievance, Grievance.Note, Kim);
        Assert.Equal(Noon, grievance.FearSince);

        Do(grievance, new(deed), Kim);

        Assert.Null(grievance.FearSince);
    }

    [Fact]
    public void After_the_end_and_after_a_withdrawal_somebody_can_still_suffer_and_be_protected()
    {
        var (closed, withdrawn) = (In(CaseStatus.Closed), In(CaseStatus.Withdrawn));

        Do(closed, Grievance.ReportRetaliation, FilerOf(closed));
        Do(closed, Grievance.Protect, Choi);
        Do(withdrawn, Grievance.ReportRetaliation, FilerOf(withdrawn));
        Do(withdrawn, Grievance.Protect, Choi);

        Assert.Equal((Today, Today), (closed.RetaliationOn, closed.ProtectedSince));
        Assert.Equal((Today, Today), (withdrawn.RetaliationOn, withdrawn.ProtectedSince));
    }

    [Fact]
    public void An_objection_that_changes_the_answer_changes_the_outcome_once_it_is_approved()
    {
        var rejected = In(CaseStatus.ObjectionReview);
        Assert.Throws<RefusedException>(() => rejected.ProposeObjectionBy(Choi, Recommended, new([1]), null, Noon));

        var heard = In(CaseStatus.Investigating);
        Do(heard, Grievance.RecordStatement, Kim);
        Do(heard, Grievance.Propose, Kim);
        Do(heard, Grievance.Approve, Lee);
        Do(heard, Grievance.FileObjection, FilerOf(heard));
        Do(heard, Grievance.TakeOnObjection, Choi);
        heard.ProposeObjectionBy(Choi, Recommended, new([1]), null, Noon);
        Assert.Equal("rejected", heard.FinalOutcome);

        Do(heard, Grievance.ApproveObjection, Park);

        Assert.Equal("recommendation", heard.FinalOutcome);
        Do(heard, Grievance.WriteRecommendation, Choi);
    }

    [Theory]
    [InlineData(1, null, "inquiry.in-the-future")]
    [InlineData(-1, null, "inquiry.before-the-receipt")]
    [InlineData(0, 0, "inquiry.due-in-the-past")]
    public void A_record_lies_between_receipt_and_today_and_asks_for_an_answer_later(int on, int? due, string code)
    {
        var grievance = In(CaseStatus.Investigating);
        var record = Kept(grievance, Grievance.AskRespondent, Today.AddDays(on), due is { } days ? Today.AddDays(days) : null);

        AssertRefused(code, grievance, () => grievance.KeepBy(Kim, record, null, Noon));
    }

    [Fact]
    public void A_question_is_answered_once_and_not_before_it_was_asked()
    {
        var grievance = In(CaseStatus.Investigating);
        var question = Kept(grievance, Grievance.AskRespondent);
        AssertRefused("grievance.respondent-not-asked", grievance, () => grievance.RecordRespondentReplyBy(Kim, question, Replied(), Noon));
        grievance.KeepBy(Kim, question, null, Noon);

        AssertRefused("inquiry.before-the-asking", grievance, () => grievance.RecordRespondentReplyBy(Kim, question, Replied(Today.AddDays(-1)), Noon));
        AssertRefused("inquiry.in-the-future", grievance, () => grievance.RecordRespondentReplyBy(Kim, question, Replied(Today.AddDays(1)), Noon));
        grievance.RecordRespondentReplyBy(Kim, question, Replied(), Noon);
        AssertRefused("inquiry.replied-already", grievance, () => grievance.RecordRespondentReplyBy(Kim, question, Replied(), Noon));
        Assert.Equal(Today, grievance.RespondentHeardOn);
    }

    private static CaseExtension Extend(Grievance grievance, int days) =>
        grievance.ExtendBy(Kim, new() { Reason = "fact-check", Days = days }, Message(grievance, Kim), grievance.Status == CaseStatus.SiteInvestigation ? SiteClock : Clock, Noon);

    private static Grievance Dated(DateOnly happenedOn)
    {
        var grievance = Unbegun(named: true, happenedOn: happenedOn);
        grievance.FileBy(FilerOf(grievance), Clock, Noon);
        grievance.TakeOnBy(Kim, affirms: true, Noon);
        return grievance;
    }

    private static void AssertRefused(string code, Grievance grievance, Action deed)
    {
        var before = (grievance.Status, grievance.Revision, grievance.DueOn, grievance.PausedOn, grievance.Events.Count, grievance.Messages.Count, grievance.Pauses.Count, grievance.Outcome);

        var refused = Assert.Throws<RefusedException>(deed);

        Assert.Equal(code, refused.Refusal.Code);
        Assert.Equal(before, (grievance.Status, grievance.Revision, grievance.DueOn, grievance.PausedOn, grievance.Events.Count, grievance.Messages.Count, grievance.Pauses.Count, grievance.Outcome));
    }
}
