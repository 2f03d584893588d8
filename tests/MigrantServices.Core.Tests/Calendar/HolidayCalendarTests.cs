using FsCheck;
using FsCheck.Fluent;
using MigrantServices.Core.Calendar;
using Xunit;

namespace MigrantServices.Core.Tests.Calendar;

public class HolidayCalendarTests
{
    private static readonly HolidayCalendar Delivered = new(HolidayRules.Delivered, HolidayRules.DeliveredAdditions);

    private static readonly string[] Year2025 =
    [
        "01-01 new-year", "01-27 designated", "01-28 seollal-eve", "01-29 seollal", "01-30 seollal-after",
        "03-01 independence-movement", "03-03 substitute", "05-05 children", "05-05 buddha", "05-06 substitute",
        "06-03 presidential-election", "06-06 memorial", "08-15 liberation", "10-03 foundation", "10-05 chuseok-eve",
        "10-06 chuseok", "10-07 chuseok-after", "10-08 substitute", "10-09 hangul", "12-25 christmas",
    ];

    private static readonly string[] Year2026 =
    [
        "01-01 new-year", "02-16 seollal-eve", "02-17 seollal", "02-18 seollal-after", "03-01 independence-movement",
        "03-02 substitute", "05-01 labour", "05-05 children", "05-24 buddha", "05-25 substitute", "06-03 local-elections",
        "06-06 memorial", "07-17 constitution", "08-15 liberation", "08-17 substitute", "09-24 chuseok-eve", "09-25 chuseok",
        "09-26 chuseok-after", "10-03 foundation", "10-05 substitute", "10-09 hangul", "12-25 christmas",
    ];

    private static readonly string[] Year2027 =
    [
        "01-01 new-year", "02-06 seollal-eve", "02-07 seollal", "02-08 seollal-after", "02-09 substitute",
        "03-01 independence-movement", "05-01 labour", "05-03 substitute", "05-05 children", "05-13 buddha", "06-06 memorial",
        "07-17 constitution", "07-19 substitute", "08-15 liberation", "08-16 substitute", "09-14 chuseok-eve", "09-15 chuseok",
        "09-16 chuseok-after", "10-03 foundation", "10-04 substitute", "10-09 hangul", "10-11 substitute", "12-25 christmas",
        "12-27 substitute",
    ];

    public static TheoryData<int, string[], int, int> Published => new()
    {
        { 2025, Year2025, 17, 244 },
        { 2026, Year2026, 16, 245 },
        { 2027, Year2027, 15, 246 },
    };

    [Theory]
    [MemberData(nameof(Published))]
    public void The_rules_give_the_published_year(int year, string[] holidays, int onWeekdays, int workingDays)
    {
        var reckoned = Delivered.HolidaysOf(year);

        Assert.Equal(holidays.Order(), reckoned.Select(holiday => $"{holiday.Date:MM-dd} {holiday.Code}").Order());
        Assert.Equal(reckoned.Select(holiday => holiday.Date).Order(), reckoned.Select(holiday => holiday.Date));
        Assert.Equal(onWeekdays, DaysOf(year).Count(date => IsWeekday(date) && Delivered.IsHoliday(date)));
        Assert.Equal(workingDays, DaysOf(year).Count(Delivered.IsWorkingDay));
    }

    [Theory]
    [InlineData("2027-02-07", "seollal")] // 6 February in China
    [InlineData("2028-01-27", "seollal")] // 26 January in China
    [InlineData("2028-10-03", "chuseok")] // the leap month of the year lies before it
    public void Lunar_days_follow_the_Korean_meridian(string date, string code) =>
        Assert.Contains(Delivered.HolidaysOf(DateOnly.Parse(date).Year), day => day.Date == DateOnly.Parse(date) && day.Code == code);

    [Theory]
    [InlineData("2025-05-01", false)]
    [InlineData("2026-05-01", true)]
    [InlineData("2025-07-17", false)]
    [InlineData("2026-07-17", true)]
    public void A_new_holiday_is_off_only_since_its_rule_is_law(string date, bool off) =>
        Assert.Equal(off, Delivered.IsHoliday(DateOnly.Parse(date)));

    [Fact]
    public void A_rule_that_has_ended_gives_no_holiday_any_more()
    {
        var calendar = new HolidayCalendar([new("market", 4, 1, "test:1", Until: new(2026, 4, 1))], []);

        Assert.False(calendar.IsWorkingDay(new(2026, 4, 1)));
        Assert.True(calendar.IsWorkingDay(new(2027, 4, 1)));
    }

    [Fact]
    public void A_holiday_lost_to_another_on_a_weekday_is_made_up_for_once()
    {
        var substitutes = Delivered.HolidaysOf(2028).Where(day => day.Date.Month == 10 && day.InsteadOf is not null);

        Assert.Equal(new Holiday(new(2028, 10, 5), HolidayCalendar.SubstituteCode, "foundation"), Assert.Single(substitutes), SameDay);
    }

    [Fact]
    public void Two_substitutes_never_share_a_day()
    {
        HolidayRule sunday = new("first", 3, 1, "test:1", Substitute: SubstituteRule.Weekend);
        var calendar = new HolidayCalendar([sunday, sunday with { Code = "second" }], []);

        Assert.Equal(
            [new DateOnly(2026, 3, 2), new DateOnly(2026, 3, 3)],
            calendar.HolidaysOf(2026).Where(day => day.InsteadOf is not null).Select(day => day.Date));
    }

    [Fact]
    public void A_substitute_gives_way_to_an_added_day_even_over_New_Year()
    {
        AddedHoliday[] lastWeek = [.. Enumerable.Range(27, 5).Select(day => new AddedHoliday(new(2027, 12, day), "designated", "test:1"))];
        var calendar = new HolidayCalendar(HolidayRules.Delivered, lastWeek);

        Assert.Contains(new Holiday(new(2028, 1, 3), HolidayCalendar.SubstituteCode, "christmas"), calendar.HolidaysOf(2028));
        Assert.DoesNotContain(calendar.HolidaysOf(2027), day => day.InsteadOf == "christmas");
    }

    [Fact]
    public void Sundays_are_holidays_and_Saturdays_only_days_without_work()
    {
        var (saturday, sunday) = (new DateOnly(2026, 11, 21), new DateOnly(2026, 11, 22));

        Assert.Equal((false, true), (Delivered.IsHoliday(saturday), Delivered.IsHoliday(sunday)));
        Assert.Equal((false, false), (Delivered.IsWorkingDay(saturday), Delivered.IsWorkingDay(sunday)));
        Assert.Equal(sunday.AddDays(1), Delivered.WorkingDayFrom(saturday));
        Assert.Equal(new DateOnly(2026, 11, 19), Delivered.WorkingDaysBefore(sunday, 2));
    }

    [Fact]
    public void Every_year_the_calendar_covers_can_be_reckoned_and_makes_up_for_no_holiday_on_a_weekend() =>
        Prop.ForAll(Gen.Choose(2025, HolidayCalendar.LastYear).ToArbitrary(), year =>
        {
            var holidays = Delivered.HolidaysOf(year);
            return holidays.Where(day => day.InsteadOf is not null).All(day => IsWeekday(day.Date))
                && DaysOf(year).Count(Delivered.IsWorkingDay) is > 235 and < 255;
        }).QuickCheckThrowOnFailure();

    [Fact]
    public void A_year_outside_the_lunar_tables_is_refused_rather_than_reckoned_wrongly()
    {
        Assert.True(HolidayCalendar.LastYear >= 2040);
        Assert.Throws<ArgumentOutOfRangeException>(() => Delivered.HolidaysOf(HolidayCalendar.LastYear + 1));
        Assert.Throws<ArgumentOutOfRangeException>(() => Delivered.HolidaysOf(HolidayCalendar.FirstYear - 1));
        Assert.NotEmpty(Delivered.HolidaysOf(HolidayCalendar.LastYear));
        Assert.NotEmpty(Delivered.HolidaysOf(HolidayCalendar.FirstYear));
    }

    private static bool SameDay(Holiday expected, Holiday actual) => expected.Date == actual.Date && expected.Code == actual.Code;

    private static bool IsWeekday(DateOnly date) => date.DayOfWeek is not (DayOfWeek.Saturday or DayOfWeek.Sunday);

    private static IEnumerable<DateOnly> DaysOf(int year) =>
        Enumerable.Range(0, DateTime.IsLeapYear(year) ? 366 : 365).Select(new DateOnly(year, 1, 1).AddDays);
}
