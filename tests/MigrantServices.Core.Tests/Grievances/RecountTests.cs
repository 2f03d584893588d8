using MigrantServices.Core.Calendar;
using MigrantServices.Core.Cases;
using MigrantServices.Core.Grievances;
using MigrantServices.Core.People;
using Xunit;
using static MigrantServices.Core.Tests.Grievances.Life;

namespace MigrantServices.Core.Tests.Grievances;

public class RecountTests
{
    private static readonly DateOnly Due = new(2026, 12, 1);

    [Fact]
    public void An_added_day_off_moves_the_due_day_and_the_case_says_from_where_and_why()
    {
        var grievance = In(CaseStatus.UnderReview);
        var clock = OpenClock(With(new(2026, 11, 27)));

        grievance.RecountBy(Actor.Portal, clock, Noon);

        Assert.Equal((new DateOnly(2026, 12, 2), Due, "recount"), (grievance.DueOn, grievance.DueMovedFrom, grievance.DueMovedBy));
        Assert.Equal([Due, new(2026, 12, 2)], MovedDays.Of(grievance.Events[^1].Detail));
        Assert.Equal((CaseStatus.UnderReview, Role.Portal, (Guid?)null), (grievance.Status, grievance.Events[^1].By, grievance.Events[^1].UserId));
    }

    [Theory]
    [InlineData("2026-12-02")]
    [InlineData("2026-11-20")]
    [InlineData("2026-11-28")]
    public void A_day_off_outside_the_period_or_on_a_rest_day_moves_nothing(string day) =>
        Assert.False(In(CaseStatus.UnderReview).IsMovedBy(OpenClock(With(DateOnly.Parse(day, System.Globalization.CultureInfo.InvariantCulture)))));

    [Theory]
    [InlineData(CaseStatus.AwaitingSupplement)]
    [InlineData(CaseStatus.Answered)]
    [InlineData(CaseStatus.Tip)]
    public void A_case_whose_clock_does_not_run_is_not_moved(CaseStatus status) =>
        Assert.False(In(status).IsMovedBy(OpenClock(With(new(2026, 11, 27)))));

    [Fact]
    public void What_stands_still_is_not_reckoned_even_when_its_day_had_passed_before()
    {
        var grievance = In(CaseStatus.UnderReview);
        grievance.PauseBy(Kim, "consultation", Noon.AddMonths(3));
        var before = Snapshot.Of(grievance);

        var refused = Assert.Throws<RefusedException>(() => grievance.RecountBy(Actor.Portal, Clock, Noon.AddMonths(4)));

        Assert.Equal("case.paused-already", refused.Refusal.Code);
        Snapshot.AssertSame(before, grievance);
        Assert.Equal((new DateOnly(2026, 12, 1), false), (grievance.DueOn, grievance.IsMovedBy(OpenClock(With(new(2026, 11, 27))))));
    }

    [Fact]
    public void Taking_the_day_back_brings_the_due_day_back()
    {
        var grievance = In(CaseStatus.UnderReview);
        var calendar = With(new(2026, 11, 27));
        grievance.RecountBy(Actor.Portal, OpenClock(calendar), Noon);

        calendar.Fill([]);
        grievance.RecountBy(Actor.Portal, OpenClock(calendar), Noon);

        Assert.Equal((Due, (DateOnly?)new DateOnly(2026, 12, 2)), (grievance.DueOn, grievance.DueMovedFrom));
    }

    [Theory]
    [InlineData(null)]
    [InlineData("")]
    [InlineData("2026-12-01")]
    [InlineData("2026-12-01/soon")]
    public void A_line_that_tells_of_something_else_names_no_days(string? detail) => Assert.Empty(MovedDays.Of(detail));

    private static WorkingCalendar With(DateOnly day)
    {
        var calendar = new WorkingCalendar();
        calendar.Fill([day]);
        return calendar;
    }
}
