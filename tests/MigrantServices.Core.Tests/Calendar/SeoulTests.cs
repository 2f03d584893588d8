using MigrantServices.Core.Calendar;
using Xunit;

namespace MigrantServices.Core.Tests.Calendar;

public class SeoulTests
{
    [Theory]
    [InlineData("2026-11-22T14:59:59Z", "2026-11-22")]
    [InlineData("2026-11-22T15:00:00Z", "2026-11-23")]
    [InlineData("2026-11-22T20:00:00-05:00", "2026-11-23")]
    public void The_date_of_an_instant_is_the_date_in_Seoul(string instant, string date) =>
        Assert.Equal(DateOnly.Parse(date), Seoul.DateOf(DateTimeOffset.Parse(instant)));

    [Fact]
    public void An_instant_made_from_the_wall_clock_is_in_universal_time()
    {
        var nine = Seoul.At(new DateOnly(2026, 11, 23), OfficeHours.Opens);

        Assert.Equal(new DateTimeOffset(2026, 11, 23, 0, 0, 0, TimeSpan.Zero), nine);
        Assert.Equal(TimeSpan.Zero, nine.Offset);
    }

    [Fact]
    public void The_end_of_a_day_still_belongs_to_it_and_the_next_microsecond_does_not()
    {
        var day = new DateOnly(2026, 12, 31);

        Assert.Equal(day, Seoul.DateOf(Seoul.EndOf(day)));
        Assert.Equal(Seoul.StartOf(day.AddDays(1)), Seoul.EndOf(day).AddMicroseconds(1));
    }
}
