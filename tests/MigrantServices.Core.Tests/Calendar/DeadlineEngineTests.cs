using MigrantServices.Core.Calendar;
using Xunit;

namespace MigrantServices.Core.Tests.Calendar;

public class DeadlineEngineTests
{
    private static readonly DeadlineEngine Engine = new(new(HolidayRules.Delivered, HolidayRules.DeliveredAdditions));

    [Theory]
    [InlineData("2026-02-09", 7, "2026-02-20")] // Seollal, 16 to 18 February
    [InlineData("2026-09-14", 14, "2026-10-06")] // Chuseok, and the substitute of 5 October
    [InlineData("2026-11-21", 7, "2026-12-01")] // received on a Saturday: Monday is the first day
    public void Working_days_include_the_first_and_leave_out_Saturdays_and_holidays(string received, int days, string due) =>
        Assert.Equal(DateOnly.Parse(due), Engine.DueAt(At(received, "10:00"), Period.WorkingDays(days)).Date);

    [Theory]
    [InlineData("2026-01-10", 3, "2026-04-09")]
    [InlineData("2026-01-31", 1, "2026-03-03")] // 28 February is a Saturday, 2 March a substitute
    [InlineData("2026-11-30", 3, "2027-03-02")] // no 30 February: 28 February, a Sunday, then 1 March
    [InlineData("2026-03-03", 3, "2026-06-02")]
    public void Months_include_the_first_day_and_end_on_a_working_day(string received, int months, string due) =>
        Assert.Equal(DateOnly.Parse(due), Engine.DueAt(At(received, "10:00"), Period.Months(months)).Date);

    [Theory]
    [InlineData("2026-11-02", 30, "2026-12-02")]
    [InlineData("2026-11-05", 30, "2026-12-07")] // 5 December is a Saturday
    [InlineData("2026-02-06", 10, "2026-02-19")] // 16 February begins Seollal
    public void Calendar_days_leave_out_the_first_and_end_on_a_working_day(string received, int days, string due) =>
        Assert.Equal(DateOnly.Parse(due), Engine.DueAt(At(received, "10:00"), Period.CalendarDays(days)).Date);

    [Theory]
    [InlineData("2026-11-23", "10:00", 3, "2026-11-23", "14:00")] // the midday hour is no working hour
    [InlineData("2026-11-23", "10:15", 8, "2026-11-24", "10:15")]
    [InlineData("2026-11-23", "09:00", 8, "2026-11-23", "18:00")]
    [InlineData("2026-11-23", "12:30", 8, "2026-11-24", "12:00")] // five hours today, three tomorrow morning
    [InlineData("2026-11-27", "17:00", 3, "2026-11-30", "11:00")] // over a weekend
    [InlineData("2026-11-27", "23:30", 1, "2026-11-30", "10:00")]
    [InlineData("2026-11-29", "03:00", 8, "2026-11-30", "18:00")] // received at night on a Sunday
    [InlineData("2026-02-13", "16:00", 16, "2026-02-20", "16:00")] // over Seollal
    public void Hours_run_only_while_the_office_works(string received, string time, int hours, string due, string until) =>
        Assert.Equal(At(due, until), Engine.DueAt(At(received, time), Period.WorkingHours(hours)).Instant);

    [Fact]
    public void Five_working_days_end_at_the_hour_of_receipt_a_week_later() =>
        Assert.Equal(At("2026-11-16", "15:20"), Engine.DueAt(At("2026-11-09", "15:20"), Period.WorkingDays(5)).Instant);

    [Fact]
    public void The_day_of_receipt_is_the_day_in_Seoul()
    {
        var lateOnSundayInUniversalTime = new DateTimeOffset(2026, 11, 22, 23, 0, 0, TimeSpan.Zero);

        Assert.Equal(new DateOnly(2026, 12, 1), Engine.DueAt(lateOnSundayInUniversalTime, Period.WorkingDays(7)).Date);
    }

    [Theory]
    [InlineData("2026-11-10", "2026-11-12", "2026-11-20")]
    [InlineData("2026-11-10", "2026-11-10", "2026-11-18")]
    [InlineData("2026-11-13", "2026-11-16", "2026-11-19")] // Friday to Monday takes two working days
    [InlineData("2026-11-17", "2026-11-20", "2026-11-23")] // on the last day
    [InlineData("2026-11-18", "2026-11-20", "2026-11-17")] // too late to matter
    [InlineData("2026-11-01", "2026-11-06", "2026-11-17")] // before receipt
    public void Both_days_of_a_pause_are_left_out(string from, string to, string due) =>
        Assert.Equal(
            DateOnly.Parse(due),
            Engine.DueAt(At("2026-11-09", "10:00"), Period.WorkingDays(7), [Pause(from, to)]).Date);

    [Fact]
    public void Pauses_that_overlap_are_left_out_once()
    {
        Pause[] pauses = [Pause("2026-11-10", "2026-11-12"), Pause("2026-11-11", "2026-11-13")];

        Assert.Equal(new DateOnly(2026, 11, 23), Engine.DueAt(At("2026-11-09", "10:00"), Period.WorkingDays(7), pauses).Date);
    }

    [Fact]
    public void A_pause_lengthens_months_and_calendar_days_by_its_own_days_and_hours_by_whole_days()
    {
        var (received, pause) = (At("2026-03-03", "10:00"), Pause("2026-03-10", "2026-03-12"));

        Assert.Equal(new DateOnly(2026, 6, 5), Engine.DueAt(received, Period.Months(3), [pause]).Date);
        Assert.Equal(new DateOnly(2026, 3, 26), Engine.DueAt(received, Period.CalendarDays(20), [pause]).Date);
        Assert.Equal(At("2026-03-13", "10:00"), Engine.DueAt(received, Period.WorkingDays(5), [pause]).Instant);
    }

    [Fact]
    public void An_open_pause_leaves_no_due_date_but_says_since_when_and_why()
    {
        Pause[] pauses = [Pause("2026-11-10", "2026-11-12"), Pause("2026-11-16", to: null)];

        var deadline = Engine.DueAt(At("2026-11-09", "10:00"), Period.WorkingDays(7), pauses);

        Assert.Null(deadline.Date);
        Assert.Null(deadline.Instant);
        Assert.Equal((new DateOnly(2026, 11, 16), "supplement"), (deadline.PausedSince, deadline.PauseReason));
        Assert.False(deadline.IsOverdue(At("2027-11-09", "10:00")));
        Assert.False(deadline.IsDueSoon(At("2026-11-17", "10:00")));
    }

    [Fact]
    public void Of_two_open_pauses_the_earlier_says_since_when()
    {
        Pause[] pauses = [Pause("2026-11-13", to: null), Pause("2026-11-11", to: null)];

        var deadline = Engine.DueAt(At("2026-11-09", "10:00"), Period.WorkingDays(7), pauses);

        Assert.Equal(new DateOnly(2026, 11, 11), deadline.PausedSince);
    }

    [Fact]
    public void A_pause_that_begins_after_the_due_date_does_not_hide_that_it_was_missed()
    {
        var deadline = Engine.DueAt(At("2026-11-09", "10:00"), Period.WorkingDays(7), [Pause("2026-11-18", to: null)]);

        Assert.Equal(new DateOnly(2026, 11, 17), deadline.Date);
        Assert.Null(deadline.PausedSince);
    }

    [Fact]
    public void A_deadline_is_met_until_the_last_day_ends_in_Seoul()
    {
        var deadline = Engine.DueAt(At("2026-11-09", "10:00"), Period.WorkingDays(7));

        Assert.False(deadline.IsOverdue(At("2026-11-17", "23:59")));
        Assert.True(deadline.IsOverdue(At("2026-11-18", "00:00")));
    }

    [Theory]
    [InlineData("2026-11-12", "23:59", false)]
    [InlineData("2026-11-13", "00:00", true)] // Friday is two working days before Tuesday
    [InlineData("2026-11-17", "23:59", true)]
    [InlineData("2026-11-18", "00:00", false)] // overdue by now
    public void A_deadline_is_near_from_two_working_days_before(string date, string time, bool near) =>
        Assert.Equal(near, Engine.DueAt(At("2026-11-09", "10:00"), Period.WorkingDays(7)).IsDueSoon(At(date, time)));

    private static DateTimeOffset At(string date, string time) => Seoul.At(DateOnly.Parse(date), TimeOnly.Parse(time));

    private static Pause Pause(string from, string? to) =>
        new(DateOnly.Parse(from), to is null ? null : DateOnly.Parse(to), "supplement");
}
