using MigrantServices.Core.Calendar;
using Xunit;

namespace MigrantServices.Core.Tests.Calendar;

public class PeriodTests
{
    [Fact]
    public void Five_working_days_are_counted_in_hours_and_six_are_not()
    {
        Assert.Equal(40, Period.WorkingDays(5).Hours);
        Assert.Null(Period.WorkingDays(6).Hours);
        Assert.Equal(3, Period.WorkingHours(3).Hours);
        Assert.Null(Period.CalendarDays(3).Hours);
    }

    [Fact]
    public void An_extended_period_is_counted_the_way_it_began()
    {
        Assert.Equal(Period.WorkingDays(21), Period.WorkingDays(14).ExtendedBy(Period.WorkingDays(7)));
        Assert.Equal(Period.WorkingDays(10), Period.WorkingDays(7).ExtendedBy(Period.WorkingDays(3)));
        Assert.Equal(Period.WorkingHours(80), Period.WorkingDays(5).ExtendedBy(Period.WorkingDays(5)));
        Assert.Equal(Period.WorkingHours(88), Period.WorkingDays(5).ExtendedBy(Period.WorkingDays(6)));
        Assert.Equal(Period.Months(4), Period.Months(3).ExtendedBy(Period.Months(1)));
    }

    [Fact]
    public void A_period_cannot_be_extended_by_something_counted_otherwise()
    {
        Assert.Throws<ArgumentException>(() => Period.Months(3).ExtendedBy(Period.WorkingDays(7)));
        Assert.Throws<ArgumentException>(() => Period.WorkingDays(5).ExtendedBy(Period.Months(1)));
    }

    [Theory]
    [InlineData(0)]
    [InlineData(-7)]
    public void A_period_has_a_length(int length) => Assert.Throws<ArgumentOutOfRangeException>(() => Period.WorkingDays(length));

    [Fact]
    public void A_pause_does_not_end_before_it_begins() =>
        Assert.Throws<ArgumentOutOfRangeException>(() => new Pause(new(2026, 11, 23), new(2026, 11, 22), "supplement"));
}
