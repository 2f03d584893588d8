using FsCheck;
using FsCheck.Fluent;
using MigrantServices.Core.Calendar;
using MigrantServices.Core.Notices;
using Xunit;

namespace MigrantServices.Core.Tests.Notices;

/// <summary>A mail at the wrong hour can be read by the wrong person.</summary>
public sealed class NoticeTimesTests
{
    private static readonly HolidayCalendar Calendar = new(HolidayRules.Delivered, HolidayRules.DeliveredAdditions);

    private static readonly Arbitrary<(DateTimeOffset From, NoticeHours Hours)> Wishes = (
        from day in Gen.Choose(0, 6 * 365)
        from second in Gen.Choose(0, (24 * 60 * 60) - 1)
        from hours in Gen.Elements(NoticeHours.AnyTime, NoticeHours.Workdays, NoticeHours.Evenings, NoticeHours.Weekends)
        select (Seoul.StartOf(new DateOnly(2025, 1, 1).AddDays(day)).AddSeconds(second), hours)).ToArbitrary();

    [Fact]
    public void No_mail_ever_begins_its_way_outside_the_chosen_hours() => Prop.ForAll(Wishes, wish =>
    {
        var at = NoticeTimes.Next(wish.Hours, wish.From, Calendar.IsWorkingDay);
        return at >= wish.From && IsSafe(wish.Hours, at);
    }).QuickCheckThrowOnFailure();

    [Fact]
    public void Nobody_waits_longer_than_until_the_next_safe_moment() => Prop.ForAll(Wishes, wish =>
    {
        var at = NoticeTimes.Next(wish.Hours, wish.From, Calendar.IsWorkingDay);
        for (var earlier = wish.From; earlier < at; earlier = earlier.AddMinutes(7))
        {
            if (IsSafe(wish.Hours, earlier))
            {
                return false;
            }
        }

        return NoticeTimes.Next(wish.Hours, at, Calendar.IsWorkingDay) == at;
    }).QuickCheckThrowOnFailure();

    [Fact]
    public void A_public_holiday_is_no_time_at_work() => Assert.Equal(
        Seoul.At(new(2026, 12, 28), new(9, 0)),
        NoticeTimes.Next(NoticeHours.Workdays, Seoul.At(new(2026, 12, 25), new(10, 0)), Calendar.IsWorkingDay));

    [Fact]
    public void The_last_minutes_of_the_hours_are_left_to_the_way() => Assert.Equal(
        Seoul.At(new(2026, 11, 24), new(18, 0)),
        NoticeTimes.Next(NoticeHours.Evenings, Seoul.At(new(2026, 11, 23), new(21, 55)), Calendar.IsWorkingDay));

    [Fact]
    public void Whoever_wants_no_mail_has_no_time_for_it() =>
        Assert.Throws<ArgumentOutOfRangeException>(() => NoticeTimes.Next(NoticeHours.Never, Seoul.StartOf(new(2026, 11, 23)), Calendar.IsWorkingDay));

    [Fact]
    public void Hours_that_have_passed_are_found_again_backwards()
    {
        var anything = (
            from day in Gen.Choose(30, 5 * 365)
            from minute in Gen.Choose(0, (24 * 60) - 1)
            from hours in Gen.Choose(1, 24)
            select (Now: Seoul.StartOf(new DateOnly(2025, 1, 1).AddDays(day)).AddMinutes(minute), Time: TimeSpan.FromHours(hours))).ToArbitrary();
        Prop.ForAll(anything, one =>
        {
            var since = OfficeHours.Before(one.Now, one.Time, Calendar.IsWorkingDay);
            return OfficeHours.After(since, one.Time, Calendar.IsWorkingDay) <= one.Now
                && OfficeHours.After(since.AddMinutes(1), one.Time, Calendar.IsWorkingDay) > one.Now;
        }).QuickCheckThrowOnFailure();
    }

    // written down a second time, as the choices say it
    private static bool IsSafe(NoticeHours hours, DateTimeOffset at)
    {
        var wall = Seoul.WallClock(at);
        var date = DateOnly.FromDateTime(wall.DateTime);
        return hours switch
        {
            NoticeHours.AnyTime => true,
            NoticeHours.Workdays => Calendar.IsWorkingDay(date) && wall.TimeOfDay >= TimeSpan.FromHours(9) && wall.TimeOfDay < TimeSpan.FromHours(18) - NoticeTimes.OnItsWay,
            NoticeHours.Evenings => wall.TimeOfDay >= TimeSpan.FromHours(18) && wall.TimeOfDay < TimeSpan.FromHours(22) - NoticeTimes.OnItsWay,
            _ => wall.DayOfWeek is DayOfWeek.Saturday or DayOfWeek.Sunday && wall.TimeOfDay >= TimeSpan.FromHours(9) && wall.TimeOfDay < TimeSpan.FromHours(22) - NoticeTimes.OnItsWay,
        };
    }
}
