using MigrantServices.Core.Cases;
using MigrantServices.Core.Grievances;
using MigrantServices.Core.People;
using Xunit;
using static MigrantServices.Core.Tests.Grievances.Life;

namespace MigrantServices.Core.Tests.Grievances;

/// <summary>Asking for what is missing: twice at most, with more time twice at most, and what follows when nothing comes.</summary>
public class SupplementTests
{
    private static readonly Outcome NotSupplemented = new("dismissed", Grievance.NotSupplemented);

    private static DateOnly First => Today.AddDays(10);

    [Theory]
    [InlineData(0)]
    [InlineData(-1)]
    public void Nobody_is_asked_for_an_answer_by_a_day_that_has_come(int days)
    {
        var grievance = In(CaseStatus.UnderReview);

        AssertRefused("supplement.day-past", grievance, () => Ask(grievance, Today.AddDays(days)));
        Ask(grievance, Today.AddDays(1));
        Assert.Equal((CaseStatus.AwaitingSupplement, Today.AddDays(1)), (grievance.Status, grievance.SupplementUntil));
    }

    [Fact]
    public void The_office_asks_again_only_after_the_day_and_for_ten_days_at_most()
    {
        var grievance = In(CaseStatus.AwaitingSupplement);

        AssertRefused("supplement.not-over", grievance, () => AskAgain(grievance, 10, 20));
        AssertRefused("supplement.again-too-long", grievance, () => AskAgain(grievance, 11, 22));
        AssertRefused("supplement.day-past", grievance, () => AskAgain(grievance, 11, 11));
        AskAgain(grievance, 11, 21);

        Assert.Equal((Today.AddDays(11), Today.AddDays(21)), (grievance.SupplementAskedAgainOn, grievance.SupplementUntil));
    }

    [Fact]
    public void Nobody_is_asked_a_third_time()
    {
        var waiting = In(CaseStatus.AwaitingSupplement);
        AskAgain(waiting, 11, 21);
        AssertRefused("supplement.asked-twice", waiting, () => AskAgain(waiting, 22, 30));

        waiting.GoOnWithoutBy(Kim, Clock, Noon.AddDays(22));
        AssertRefused("supplement.asked-twice", waiting, () => Ask(waiting, Today.AddDays(40)));
    }

    [Fact]
    public void What_is_asked_after_going_on_without_an_answer_is_the_second_request()
    {
        var grievance = In(CaseStatus.AwaitingSupplement);
        grievance.GoOnWithoutBy(Kim, Clock, Noon.AddDays(11));

        AssertRefused("supplement.again-too-long", grievance, () => Ask(grievance, Today.AddDays(11)));
        Ask(grievance, First);

        Assert.Equal((Today, Today), (grievance.SupplementAskedOn, grievance.SupplementAskedAgainOn));
    }

    [Fact]
    public void An_answer_ends_it_and_another_matter_may_be_asked_anew()
    {
        var grievance = In(CaseStatus.AwaitingSupplement);
        More(grievance);
        grievance.AnswerSupplementBy(FilerOf(grievance), Message(grievance, FilerOf(grievance)), Clock, Noon.AddDays(3));
        Assert.Equal((null, null, 0), (grievance.SupplementAskedOn, grievance.SupplementUntil, grievance.SupplementMoreTime));

        Ask(grievance, Today.AddDays(40));

        Assert.Equal((Today, null), (grievance.SupplementAskedOn, grievance.SupplementAskedAgainOn));
    }

    [Fact]
    public void The_person_takes_more_time_twice_over_both_requests_and_not_a_third_time()
    {
        var grievance = In(CaseStatus.AwaitingSupplement);

        More(grievance);
        Assert.Equal(First.AddDays(10), grievance.SupplementUntil);
        AskAgain(grievance, 21, 31);
        More(grievance, 25);

        Assert.Equal(Today.AddDays(41), grievance.SupplementUntil);
        AssertRefused("supplement.more-time-twice", grievance, () => More(grievance, 25));
    }

    [Fact]
    public void More_time_is_taken_on_the_last_day_and_not_after_it()
    {
        var late = In(CaseStatus.AwaitingSupplement);
        AssertRefused("supplement.day-over", late, () => More(late, 11));

        More(late, 10);

        Assert.Equal((1, MovedDays.Detail(First, First.AddDays(10))), (late.SupplementMoreTime, late.Events[^1].Detail));
    }

    [Fact]
    public void The_clock_stands_from_the_first_request_to_the_arrival_both_days_left_out()
    {
        var grievance = In(CaseStatus.AwaitingSupplement);
        More(grievance);
        AskAgain(grievance, 21, 31);

        var pause = Assert.Single(grievance.Pauses);
        grievance.AnswerSupplementBy(FilerOf(grievance), Message(grievance, FilerOf(grievance)), Clock, Noon.AddDays(28));

        Assert.Equal((Today, Today.AddDays(28)), (pause.From, pause.To!.Value));
        Assert.Equal(Clock.DueOn(Noon, [new() { From = Today, To = Today.AddDays(28), Reason = "supplement" }]), grievance.DueOn);
    }

    [Theory]
    [InlineData(0, 30, false)] // asked once
    [InlineData(21, 21, false)] // asked twice, on the last day
    [InlineData(21, 22, true)]
    public void What_did_not_come_is_a_reason_only_when_both_requests_ran_out(int again, int proposed, bool may)
    {
        var grievance = In(CaseStatus.AwaitingSupplement);
        if (again > 0)
        {
            AskAgain(grievance, 11, again);
        }

        grievance.GoOnWithoutBy(Kim, Clock, Noon.AddDays(proposed));
        void Propose() => grievance.ProposeBy(Kim, NotSupplemented, new([1]), null, Noon.AddDays(proposed));

        if (!may)
        {
            AssertRefused("supplement.not-both-over", grievance, Propose);
            return;
        }

        Propose();
        AssertRefused("case.needs-a-second-person", grievance, () => grievance.ApproveBy(Kim with { Grants = Lee.Grants }, Message(grievance, Kim), Window, Noon.AddDays(proposed)));
        grievance.ApproveBy(Lee, Message(grievance, Lee), Window, Noon.AddDays(proposed));
        Assert.Equal(("dismissed", CaseStatus.Answered), (grievance.Outcome, grievance.Status));
    }

    [Fact]
    public void Two_requests_that_came_back_are_a_withdrawal_and_one_is_not()
    {
        var grievance = In(CaseStatus.AwaitingSupplement);
        AssertRefused("supplement.not-asked-twice", grievance, () => Return(grievance, 5, 6, 12));
        AskAgain(grievance, 11, 21);
        AssertRefused("supplement.returned-in-the-future", grievance, () => Return(grievance, 5, 16, 15));
        AssertRefused("supplement.returned-before-sent", grievance, () => Return(grievance, 5, 10, 15));
        AssertRefused("supplement.returned-before-sent", grievance, () => Return(grievance, -1, 13, 15));
        AssertRefused("supplement.returned-before-sent", grievance, () => Return(grievance, 14, 13, 15));

        Return(grievance, 5, 14, 15);

        Assert.Equal((CaseStatus.Withdrawn, MovedDays.Detail(Today.AddDays(5), Today.AddDays(14))), (grievance.Status, grievance.Events[^1].Detail));
        Assert.DoesNotContain(grievance.Pauses, pause => pause.To is null);
    }

    [Fact]
    public void Both_sides_read_the_same_day_among_the_clocks()
    {
        var grievance = In(CaseStatus.AwaitingSupplement);

        Assert.Contains(new(Grievance.SupplementPeriod, First, ClockState.Running), AllClocks.Of(grievance));
        grievance.GoOnWithoutBy(Kim, Clock, Noon);
        Assert.DoesNotContain(AllClocks.Of(grievance), clock => clock.Code == Grievance.SupplementPeriod);
    }

    private static void Ask(Grievance grievance, DateOnly until) =>
        grievance.AskSupplementBy(Kim, Message(grievance, Kim), until, First, Noon);

    /// <summary>Asks again so many days later, for an answer by the other day.</summary>
    private static void AskAgain(Grievance grievance, int on, int until) =>
        grievance.AskSupplementAgainBy(Kim, Message(grievance, Kim), Today.AddDays(until), Today.AddDays(on + 10), Noon.AddDays(on));

    private static void More(Grievance grievance, int on = 0) =>
        grievance.TakeMoreTimeBy(FilerOf(grievance), grievance.SupplementUntil!.Value.AddDays(10), Noon.AddDays(on));

    private static void Return(Grievance grievance, int first, int second, int on) =>
        grievance.TreatAsWithdrawnBy(Kim, Today.AddDays(first), Today.AddDays(second), Noon.AddDays(on));

    private static void AssertRefused(string code, Grievance grievance, Action deed)
    {
        var before = State(grievance);

        Assert.Equal(code, Assert.Throws<RefusedException>(deed).Refusal.Code);
        Assert.Equal(before, State(grievance));
    }

    private static object State(Grievance it) => (it.Status, it.Revision, it.DueOn, it.SupplementAskedOn, it.SupplementAskedAgainOn, it.SupplementUntil, it.SupplementMoreTime,
        (it.SupplementReturnedOn, it.Events.Count, it.Messages.Count, it.Pauses.Count));
}
