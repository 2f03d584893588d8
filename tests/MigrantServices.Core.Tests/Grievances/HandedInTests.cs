using MigrantServices.Core.Calendar;
using MigrantServices.Core.Cases;
using MigrantServices.Core.Grievances;
using MigrantServices.Core.Grievances.ForThePerson;
using MigrantServices.Core.Grievances.Inquiry;
using MigrantServices.Core.People;
using Xunit;
using static MigrantServices.Core.Tests.Grievances.Life;

namespace MigrantServices.Core.Tests.Grievances;

/// <summary>What people do by post, telephone or at the counter counts from the day on which it came, whoever records it and whenever.</summary>
public class HandedInTests
{
    [Fact]
    public void An_objection_that_came_on_the_last_day_is_in_time_however_late_it_is_recorded()
    {
        var answered = In(CaseStatus.Answered);
        var (last, recorded) = (answered.ObjectionUntil!.Value, Noon.AddDays(35));

        AssertRefused("grievance.objection-too-late", answered, () => Object(answered, last.AddDays(1), recorded));
        AssertRefused("handed-in.before-the-decision", answered, () => Object(answered, Today.AddDays(-1), recorded));
        AssertRefused("handed-in.in-the-future", answered, () => Object(answered, Today.AddDays(36), recorded));
        Object(answered, last, recorded);

        Assert.Equal((CaseStatus.Objected, null, true), (answered.Status, answered.HandlerId, answered.HasUnread));
        Assert.Equal(ObjectionClock.DueOn(Seoul.StartOf(last), []), answered.DueOn);
    }

    [Fact]
    public void Whoever_records_an_objection_may_have_given_the_answer_and_yet_does_not_take_it_on()
    {
        var answered = In(CaseStatus.Answered);
        Do(answered, Grievance.FileObjection, Kim);

        AssertRefused("case.needs-a-newcomer", answered, () => Do(answered, Grievance.TakeOnObjection, Kim));

        Do(answered, Grievance.TakeOnObjection, Choi);
        Assert.Equal(Choi.UserId, answered.HandlerId);
    }

    [Fact]
    public void The_pause_ends_on_the_day_on_which_the_papers_came_and_the_next_request_is_the_first_again()
    {
        var waiting = In(CaseStatus.AwaitingSupplement);
        var came = Today.AddDays(4);
        AssertRefused("handed-in.before-the-asking", waiting, () => Answer(waiting, Today.AddDays(-1)));

        Answer(waiting, came);

        Assert.Equal(came, Assert.Single(waiting.Pauses).To);
        Assert.Equal(Clock.DueOn(Noon, [new() { From = Today, To = came, Reason = "supplement" }]), waiting.DueOn);
        Assert.Equal((null, null, false), (waiting.SupplementAskedOn, waiting.SupplementUntil, waiting.HasUnread));
        Assert.NotNull(waiting.Messages[^1].ReadAt);

        void Answer(Grievance one, DateOnly on) =>
            one.AnswerSupplementBy(Kim, Message(one, FilerOf(one)), Clock, Noon.AddDays(9), ByPost(one, Grievance.AnswerSupplement, Kim, on, Noon.AddDays(9)));
    }

    [Fact]
    public void What_came_before_the_second_asking_does_not_end_the_days_that_stand_still_since()
    {
        var waiting = In(CaseStatus.AwaitingSupplement);
        var (again, recorded) = (Noon.AddDays(10), Noon.AddDays(13));
        waiting.GoOnWithoutBy(Kim, Clock, Noon.AddDays(5));
        waiting.AskSupplementBy(Kim, Message(waiting, Kim), Today.AddDays(20), Today.AddDays(20), again);

        AssertRefused("handed-in.before-the-asking", waiting, () => Answer(Today.AddDays(7)));
        Answer(Today.AddDays(12));

        Assert.Equal([(Today, Today.AddDays(5)), (Today.AddDays(10), Today.AddDays(12))], waiting.Pauses.Select(pause => (pause.From, pause.To!.Value)));

        void Answer(DateOnly on) =>
            waiting.AnswerSupplementBy(Kim, Message(waiting, FilerOf(waiting)), Clock, recorded, ByPost(waiting, Grievance.AnswerSupplement, Kim, on, recorded));
    }

    [Fact]
    public void What_somebody_else_than_the_handler_recorded_is_new_to_the_handler()
    {
        var waiting = In(CaseStatus.AwaitingSupplement);

        Do(waiting, Grievance.AnswerSupplement, Choi);

        Assert.True(waiting.HasUnread);
        Assert.Null(waiting.Messages[^1].ReadAt);
    }

    [Fact]
    public void More_time_that_was_asked_for_by_the_last_day_is_given_although_it_is_recorded_later()
    {
        var waiting = In(CaseStatus.AwaitingSupplement);
        var last = waiting.SupplementUntil!.Value;
        AssertRefused("supplement.day-over", waiting, () => More(last.AddDays(1)));

        More(last);

        Assert.Equal((1, last.AddDays(10)), (waiting.SupplementMoreTime, waiting.SupplementUntil));

        void More(DateOnly on) => waiting.TakeMoreTimeBy(Kim, last.AddDays(10), Noon.AddDays(12), ByPost(waiting, Grievance.TakeMoreTime, Kim, on, Noon.AddDays(12)));
    }

    [Fact]
    public void The_clock_of_a_tip_that_becomes_a_petition_begins_on_the_day_on_which_the_name_came()
    {
        var tip = In(CaseStatus.Tip);

        tip.GiveNameBy(Kim, Person(tip), Clock, Noon.AddDays(3), ByPost(tip, Grievance.GiveName, Kim, Today.AddDays(1), Noon.AddDays(3)));

        Assert.Equal((CaseStatus.Submitted, Clock.DueOn(Noon.AddDays(1), [])), (tip.Status, tip.DueOn));
    }

    [Fact]
    public void Suffering_is_dated_by_the_day_on_which_they_said_so()
    {
        var one = In(CaseStatus.Investigating);

        one.ReportRetaliationBy(Kim, Message(one, FilerOf(one)), Noon.AddDays(3), ByPost(one, Grievance.ReportRetaliation, Kim, Today.AddDays(2), Noon.AddDays(3)));

        Assert.Equal(Today.AddDays(2), one.RetaliationOn);
    }

    [Fact]
    public void An_objection_is_not_taken_back_before_it_came()
    {
        var objected = In(CaseStatus.Objected);

        AssertRefused("handed-in.before-the-objection", objected, () => objected.WithdrawObjectionBy(Kim, Noon, ByPost(objected, Grievance.WithdrawObjection, Kim, Today.AddDays(-1))));

        Do(objected, Grievance.WithdrawObjection, Kim);
        Assert.Equal(CaseStatus.Answered, objected.Status);
    }

    public static TheoryData<string> Deeds() => [.. Grievance.ForThePerson.Select(deed => deed.Code)];

    [Theory]
    [MemberData(nameof(Deeds))]
    public void A_colleague_does_nothing_of_it_without_saying_how_it_came_and_the_person_needs_not(string code)
    {
        var deed = Grievance.ForThePerson.Single(one => one.Code == code);
        var status = Grievance.Service.Lifecycle.First(line => line.Action == deed).From;
        var one = In(status);
        var message = Message(one, Kim);
        Dictionary<CaseAction, Action<HandedIn?>> did = new()
        {
            [Grievance.Reply] = paper => one.ReplyBy(Kim, message, Noon, paper),
            [Grievance.AnswerSupplement] = paper => one.AnswerSupplementBy(Kim, message, Clock, Noon, paper),
            [Grievance.TakeMoreTime] = paper => one.TakeMoreTimeBy(Kim, Today.AddDays(20), Noon, paper),
            [Grievance.GiveName] = paper => one.GiveNameBy(Kim, Person(one), Clock, Noon, paper),
            [Grievance.FileObjection] = paper => one.ObjectBy(Kim, message, ObjectionClock, Noon, paper),
            [Grievance.WithdrawObjection] = paper => one.WithdrawObjectionBy(Kim, Noon, paper),
            [Grievance.Withdraw] = paper => one.WithdrawBy(Kim, Noon, "withdrawn.own-wish", paper),
            [Grievance.ReportRetaliation] = paper => one.ReportRetaliationBy(Kim, message, Noon, paper),
        };

        AssertRefused("handed-in.not-said-how", one, () => did[deed](null));
        AssertRefused("handed-in.not-said-how", one, () => did[deed](ByPost(one, new("something-else"), Kim)));
        if (deed != Grievance.FileObjection && deed != Grievance.WithdrawObjection && deed != Grievance.AnswerSupplement && deed != Grievance.TakeMoreTime)
        {
            AssertRefused("handed-in.before-the-receipt", one, () => did[deed](ByPost(one, deed, Kim, Today.AddDays(-1))));
        }

        AssertRefused("handed-in.in-the-future", one, () => did[deed](ByPost(one, deed, Kim, Today.AddDays(1))));
        did[deed](ByPost(one, deed, Kim));
        Assert.Equal((code, Kim.UserId), (one.Events[^1].Action, one.Events[^1].UserId));
    }

    [Fact]
    public void A_withdrawal_keeps_its_reason_which_only_who_records_it_must_say()
    {
        var (theirs, silent, recorded) = (In(CaseStatus.UnderReview), In(CaseStatus.UnderReview), In(CaseStatus.UnderReview));
        AssertRefused("grievance.withdrawn-without-reason", recorded, () => recorded.WithdrawBy(Kim, Noon, null, ByPost(recorded, Grievance.Withdraw, Kim)));
        AssertRefused("grievance.no-such-outcome", theirs, () => theirs.WithdrawBy(FilerOf(theirs), Noon, "rejected.not-proven"));
        AssertRefused("grievance.no-such-outcome", theirs, () => theirs.WithdrawBy(FilerOf(theirs), Noon, Grievance.Unanswered));

        theirs.WithdrawBy(FilerOf(theirs), Noon, "withdrawn.fear");
        silent.WithdrawBy(FilerOf(silent), Noon);
        recorded.WithdrawBy(Kim, Noon, "withdrawn.settled-between-them", ByPost(recorded, Grievance.Withdraw, Kim));

        Assert.Equal([("withdrawn", "withdrawn.fear"), ("withdrawn", null), ("withdrawn", "withdrawn.settled-between-them")], new[] { theirs, silent, recorded }.Select(one => (one.Outcome, one.OutcomeReason)));
        Assert.Equal(["withdrawn.fear", null, "withdrawn.settled-between-them"], new[] { theirs, silent, recorded }.Select(one => one.Events[^1].Detail));
    }

    [Fact]
    public void Nobody_decides_that_somebody_withdrew()
    {
        var one = In(CaseStatus.UnderReview);
        var objected = In(CaseStatus.ObjectionReview);

        AssertRefused("grievance.no-such-outcome", one, () => one.ProposeBy(Kim, new("withdrawn", "withdrawn.own-wish"), new([1]), null, Noon));
        AssertRefused("grievance.no-such-outcome", objected, () => objected.ProposeObjectionBy(Choi, new("withdrawn", "withdrawn.own-wish"), new([1]), null, Noon));
    }

    [Fact]
    public void Consent_to_a_referral_is_not_older_than_the_case()
    {
        var one = In(CaseStatus.UnderReview);

        AssertRefused("referral.consent-before-the-receipt", one, () => one.ReferBy(Kim, Referred(one, Today.AddDays(-1)), Noon));

        one.ReferBy(Kim, Referred(one, Today), Noon);
        Assert.NotNull(one.ReferredAt);
    }

    [Fact]
    public void A_withdrawal_that_came_before_the_answer_and_is_recorded_after_it_is_refused_with_the_day_of_the_answer()
    {
        var answered = In(CaseStatus.UnderReview);
        Do(answered, Grievance.Propose, Kim, Noon.AddDays(1));
        Do(answered, Grievance.Approve, Lee, Noon.AddDays(1));

        AssertRefused("handed-in.answered-meanwhile", answered, () => Withdraw(answered, Today));
        AssertRefused("case.wrong-state", answered, () => Withdraw(answered, Today.AddDays(1)));

        void Withdraw(Grievance one, DateOnly on) => one.WithdrawBy(Kim, Noon.AddDays(2), "withdrawn.own-wish", ByPost(one, Grievance.Withdraw, Kim, on, Noon.AddDays(2)));
    }

    [Theory]
    [InlineData("withdrawn.fear", true)]
    [InlineData("withdrawn.own-wish", false)]
    public void Whoever_gives_up_out_of_fear_is_looked_after_all_the_same(string reason, bool isHeard)
    {
        var grievance = In(CaseStatus.UnderReview);

        grievance.WithdrawBy(FilerOf(grievance), Noon, reason);
        Assert.Equal((DateTimeOffset?)(isHeard ? Noon : null), grievance.FearSince);

        Do(grievance, Grievance.Protect, Choi);
        Assert.Null(grievance.FearSince);
        Do(grievance, Grievance.ReportRetaliation, FilerOf(grievance));
        Assert.Equal((CaseStatus.Withdrawn, Noon), (grievance.Status, grievance.FearSince));
    }

    private static void Object(Grievance one, DateOnly on, DateTimeOffset recorded) =>
        one.ObjectBy(Kim, Message(one, FilerOf(one)), ObjectionClock, recorded, ByPost(one, Grievance.FileObjection, Kim, on, recorded));

    private static void AssertRefused(string code, Grievance one, Action deed)
    {
        var (before, history) = (Snapshot.Of(one), one.Events.Count);

        Assert.Equal(code, Assert.Throws<RefusedException>(deed).Refusal.Code);

        Snapshot.AssertSame(before, one);
        Assert.Equal(history, one.Events.Count);
    }
}
