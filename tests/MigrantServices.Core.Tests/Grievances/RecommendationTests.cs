using MigrantServices.Core.Cases;
using MigrantServices.Core.Grievances;
using MigrantServices.Core.People;
using Xunit;
using static MigrantServices.Core.Tests.Grievances.Life;

namespace MigrantServices.Core.Tests.Grievances;

/// <summary>What was recommended is followed up, and only where a recommendation was decided.</summary>
public class RecommendationTests
{
    [Fact]
    public void The_centre_gives_two_months_and_the_national_act_ninety_days()
    {
        var answered = In(CaseStatus.Answered, outcome: Recommended);

        // two months with 23 November included end on 22 January; ninety days without it on a Sunday, so on the Monday after
        Assert.Equal(new DateOnly(2027, 1, 22), Recommendation(answered).DueOn);
        Assert.Equal(new DateOnly(2027, 2, 22), Recommendation(answered, period: MeasuresPeriod.National).DueOn);
    }

    [Fact]
    public void Only_a_case_that_ended_with_a_recommendation_has_any()
    {
        var (rejected, without) = (In(CaseStatus.Answered), In(CaseStatus.Answered));

        Refused(rejected, "grievance.no-recommendation", () => Do(rejected, Grievance.WriteRecommendation, Kim));
        Refused(without, "grievance.no-recommendation", () => Do(without, Grievance.Recommend, Lee));
    }

    [Fact]
    public void What_was_recommended_is_followed_up_also_after_an_objection_changed_the_outcome()
    {
        var changed = In(CaseStatus.Answered, outcome: Recommended);
        var sent = Recommendation(changed);
        Change(changed, new("rejected", "rejected.not-proven"));

        changed.RecordMeasuresBy(Choi, sent, Measures(), Noon);
        changed.CorrectMeasuresBy(Choi, sent, Measures(reply: MeasuresReply.InPart), Replaced(), Noon);
        changed.CheckMeasuresBy(Choi, sent, Check(), Noon);

        Assert.Equal(("rejected", MeasuresReply.InPart), (changed.FinalOutcome, sent.Reply));
        Refused(changed, "grievance.no-recommendation", () => Do(changed, Grievance.WriteRecommendation, Choi));
    }

    [Theory]
    [InlineData(CaseStatus.UnderReview)]
    [InlineData(CaseStatus.Investigating)]
    [InlineData(CaseStatus.Mediating)]
    [InlineData(CaseStatus.AwaitingSupplement)]
    [InlineData(CaseStatus.Proposed)]
    [InlineData(CaseStatus.Withdrawn)]
    [InlineData(CaseStatus.Merged)]
    public void What_was_recommended_is_followed_up_also_while_the_case_goes_on_and_however_it_goes_on(CaseStatus status)
    {
        var suspended = In(CaseStatus.Answered, outcome: Recommended);
        var sent = Recommendation(suspended);
        Change(suspended, Suspended);
        Do(suspended, Grievance.Resume, Choi);
        CaseAction[] way = status switch
        {
            CaseStatus.Investigating => [Grievance.ContinueInvestigation],
            CaseStatus.Mediating => [Grievance.OpenMediation],
            CaseStatus.AwaitingSupplement => [Grievance.AskSupplement],
            CaseStatus.Proposed => [Grievance.Propose],
            CaseStatus.Withdrawn => [Grievance.Withdraw],
            CaseStatus.Merged => [Grievance.ProposeMerge, Grievance.Merge],
            _ => [],
        };
        Array.ForEach(way, deed => Do(suspended, deed, deed == Grievance.Merge ? Lee : deed == Grievance.Withdraw ? FilerOf(suspended) : Choi));
        Assert.Equal(status, suspended.Status);

        suspended.PutOffMeasuresBy(Actor.Portal, sent, Today.AddDays(200), Noon);
        suspended.RecordMeasuresBy(Kim, sent, Measures(), Noon);
        suspended.CorrectMeasuresBy(Kim, sent, Measures(reply: MeasuresReply.InPart), Replaced(), Noon);
        suspended.CheckMeasuresBy(Kim, sent, Check(), Noon);
        suspended.RecountCheckBy(Actor.Portal, sent, Today.AddDays(40), Noon);

        Assert.Equal((status, MeasuresReply.InPart, (DateOnly?)Today.AddDays(40)), (suspended.Status, sent.Reply, sent.NextCheckOn));
    }

    [Fact]
    public void What_still_waits_when_an_objection_changes_the_outcome_is_given_back_and_not_sent()
    {
        var changed = In(CaseStatus.Answered, outcome: Recommended);
        Do(changed, Grievance.WriteRecommendation, Kim);
        Change(changed, Suspended);

        Refused(changed, "grievance.no-recommendation", () => Do(changed, Grievance.Recommend, Park));
        Refused(changed, "recommendation.one-waits", () => Do(changed, Grievance.Resume, Choi));
        Assert.Equal(Kim.UserId, changed.RecommendationById);
        Do(changed, Grievance.SendBackRecommendation, Park);

        Assert.Null(changed.RecommendationById);
        Do(changed, Grievance.Resume, Choi);
    }

    [Fact]
    public void It_is_not_sent_before_the_answer_nor_in_the_future()
    {
        var answered = In(CaseStatus.Answered, outcome: Recommended);
        Do(answered, Grievance.WriteRecommendation, Kim);

        Refused(answered, "recommendation.before-the-answer", () => answered.RecommendBy(Lee, Recommendation(answered, Today.AddDays(-1)), Noon));
        Refused(answered, "recommendation.in-the-future", () => answered.RecommendBy(Lee, Recommendation(answered, Today.AddDays(1)), Noon));
        answered.RecommendBy(Lee, Recommendation(answered), Noon);

        Assert.Equal((CaseStatus.Answered, "2026-11-23/2027-01-22"), (answered.Status, answered.Events[^1].Detail));
    }

    [Fact]
    public void Whoever_wrote_it_neither_sends_it_nor_gives_it_back_and_another_does_once()
    {
        var both = Colleague(Role.Caseworker | Role.Supervisor);
        var answered = In(CaseStatus.Answered, outcome: Recommended);
        answered.HandOverBy(Kim, both.UserId!.Value, Noon);
        Refused(answered, "recommendation.nothing-waits", () => Do(answered, Grievance.Recommend, Lee));
        Do(answered, Grievance.WriteRecommendation, both);

        Refused(answered, "recommendation.one-waits", () => Do(answered, Grievance.WriteRecommendation, both));
        Refused(answered, "case.needs-a-second-person", () => Do(answered, Grievance.Recommend, both));
        Refused(answered, "case.needs-a-second-person", () => Do(answered, Grievance.SendBackRecommendation, both));
        Do(answered, Grievance.SendBackRecommendation, Lee);
        Assert.Equal((null, Noon), (answered.RecommendationById, answered.RecommendationBackSince));
        Do(answered, Grievance.WriteRecommendation, both);
        Assert.Null(answered.RecommendationBackSince);
        Do(answered, Grievance.Recommend, Lee);

        Refused(answered, "recommendation.nothing-waits", () => Do(answered, Grievance.Recommend, Lee));
    }

    [Fact]
    public void What_came_back_waits_for_its_handler_until_the_case_is_laid_aside_or_nothing_is_recommended_any_more()
    {
        Assert.Null(After(CaseStatus.Answered, Grievance.Close).RecommendationBackSince);
        Assert.NotNull(After(CaseStatus.Answered).RecommendationBackSince);

        var changed = In(CaseStatus.ObjectionReview, outcome: Recommended);
        Do(changed, Grievance.WriteRecommendation, Choi);
        Do(changed, Grievance.SendBackRecommendation, Park);
        changed.ProposeObjectionBy(Choi, new("rejected", "rejected.not-proven"), new([1]), null, Noon);
        Assert.NotNull(changed.RecommendationBackSince);
        Do(changed, Grievance.ApproveObjection, Park);
        Assert.Null(changed.RecommendationBackSince);

        static Grievance After(CaseStatus status, params CaseAction[] deeds)
        {
            var one = In(status, outcome: Recommended);
            Do(one, Grievance.WriteRecommendation, Kim);
            Do(one, Grievance.SendBackRecommendation, Lee);
            Array.ForEach(deeds, deed => Do(one, deed, Kim));
            return one;
        }
    }

    [Fact]
    public void The_other_side_is_told_each_result_once_and_only_where_there_is_one()
    {
        var unnamed = In(CaseStatus.Answered);
        Refused(unnamed, "grievance.no-respondent", () => Do(unnamed, Grievance.TellRespondent, Kim));

        var heard = In(CaseStatus.Answered, outcome: Recommended);
        Do(heard, Grievance.TellRespondent, Kim);

        Refused(heard, "grievance.respondent-told", () => Do(heard, Grievance.TellRespondent, Kim));
        Assert.Equal(("tell-respondent", "recommendation.practice"), (heard.Events[^1].Action, heard.Events[^1].Detail));
    }

    [Fact]
    public void The_answer_is_kept_once_and_lies_between_the_sending_and_today()
    {
        var answered = In(CaseStatus.Answered, outcome: Recommended);
        var sent = Recommendation(answered);
        var later = Noon.AddDays(10);

        Refused(answered, "recommendation.before-the-sending", () => answered.RecordMeasuresBy(Choi, sent, Measures(Today.AddDays(-1)), later));
        Refused(answered, "recommendation.in-the-future", () => answered.RecordMeasuresBy(Choi, sent, Measures(Today.AddDays(11)), later));
        Assert.Equal((null, null, null, null), (sent.Reply, sent.RepliedOn, sent.Reasons, sent.ReplyRecordedById));

        answered.RecordMeasuresBy(Choi, sent, Measures(Today.AddDays(9), MeasuresReply.InPart), later);
        Assert.Equal((MeasuresReply.InPart, Today.AddDays(9), Choi.UserId), (sent.Reply, sent.RepliedOn, sent.ReplyRecordedById));
        Assert.Equal("InPart", answered.Events[^1].Detail);

        Refused(answered, "recommendation.replied-already", () => answered.RecordMeasuresBy(Choi, sent, Measures(Today.AddDays(10)), later));
        Assert.Equal(MeasuresReply.InPart, sent.Reply);
    }

    [Fact]
    public void What_was_mistyped_is_put_right_by_a_new_line_and_only_where_an_answer_was_kept()
    {
        var closed = In(CaseStatus.Closed, outcome: Recommended);
        var (sent, empty) = (Answered(closed), Recommendation(closed));

        Refused(closed, "recommendation.no-reply", () => closed.CorrectMeasuresBy(Choi, empty, Measures(), Replaced(), Noon));
        Refused(closed, "recommendation.before-the-sending", () => closed.CorrectMeasuresBy(Choi, sent, Measures(Today.AddDays(-1)), Replaced(), Noon));
        Refused(closed, "recommendation.in-the-future", () => closed.CorrectMeasuresBy(Choi, sent, Measures(Today.AddDays(1)), Replaced(), Noon));
        Assert.Equal((null, MeasuresReply.Accepted, Kim.UserId, 0), (empty.Reply, sent.Reply, sent.ReplyRecordedById, sent.Corrections.Count));

        closed.CorrectMeasuresBy(Choi, sent, Measures(reply: MeasuresReply.Refused), Replaced(), Noon);

        Assert.Equal((MeasuresReply.Refused, Choi.UserId, 1), (sent.Reply, sent.ReplyRecordedById, sent.Corrections.Count));
        Assert.Equal(("correct-measures", "Refused"), (closed.Events[^1].Action, closed.Events[^1].Detail));
    }

    [Fact]
    public void It_is_checked_as_often_as_needed_but_not_before_it_was_sent()
    {
        var closed = In(CaseStatus.Closed, outcome: Recommended);
        var sent = Recommendation(closed);

        Refused(closed, "recommendation.before-the-sending", () => closed.CheckMeasuresBy(Choi, sent, Check(Today.AddDays(-1)), Noon));
        Refused(closed, "recommendation.in-the-future", () => closed.CheckMeasuresBy(Choi, sent, Check(Today.AddDays(1)), Noon));
        closed.CheckMeasuresBy(Choi, sent, Check(found: MeasuresFound.NotDone), Noon);
        closed.CheckMeasuresBy(Choi, sent, Check(), Noon);

        Assert.Equal(["NotDone", "Done"], closed.Events[^2..].Select(e => e.Detail));
        Assert.Equal(CaseStatus.Closed, closed.Status);
    }

    [Fact]
    public void An_objection_taken_back_gives_the_case_back_to_whoever_answered_it()
    {
        var objected = In(CaseStatus.Objected, outcome: Recommended);

        objected.WithdrawObjectionBy(FilerOf(objected), Noon);

        Assert.Null(objected.WhyNot(Grievance.WriteRecommendation, Kim));
        Assert.Equal("case.not-yours", objected.WhyNot(Grievance.WriteRecommendation, Choi)?.Code);
    }

    private static void Change(Grievance grievance, Outcome to)
    {
        Do(grievance, Grievance.FileObjection, FilerOf(grievance));
        Do(grievance, Grievance.TakeOnObjection, Choi);
        grievance.ProposeObjectionBy(Choi, to, new([1]), null, Noon);
        Do(grievance, Grievance.ApproveObjection, Park);
    }

    private static void Refused(Grievance grievance, string code, Action deed)
    {
        var before = (grievance.Status, grievance.Revision, grievance.HandlerId, grievance.ChangedAt, grievance.Events.Count);
        Assert.Equal(code, Assert.Throws<RefusedException>(deed).Refusal.Code);
        Assert.Equal(before, (grievance.Status, grievance.Revision, grievance.HandlerId, grievance.ChangedAt, grievance.Events.Count));
    }
}
