using MigrantServices.Core.Calendar;
using Xunit;

namespace MigrantServices.Core.Tests.Calendar;

public sealed class WorkingCalendarTests
{
    private static readonly DateOnly Thursday = new(2026, 12, 10);

    [Fact]
    public async Task What_was_read_before_a_day_was_added_never_takes_the_place_of_what_was_read_after()
    {
        var calendar = new WorkingCalendar();
        var slow = new TaskCompletionSource<DateOnly[]>(TaskCreationOptions.RunContinuationsAsynchronously);
        var asked = false;

        var before = calendar.ReadAsync(() => slow.Task, CancellationToken.None);
        var after = calendar.ReadAsync(Added, CancellationToken.None);
        Assert.False(asked);
        slow.SetResult([]);
        await Task.WhenAll(before, after);

        Assert.False(calendar.Current.IsWorkingDay(Thursday));

        Task<DateOnly[]> Added()
        {
            asked = true;
            return Task.FromResult<DateOnly[]>([Thursday]);
        }
    }

    [Fact]
    public async Task A_reading_that_fails_leaves_the_calendar_as_it_was_and_the_next_goes_on()
    {
        var calendar = new WorkingCalendar();
        calendar.Fill([Thursday]);

        await Assert.ThrowsAsync<TimeoutException>(() => calendar.ReadAsync(() => Task.FromException<DateOnly[]>(new TimeoutException()), CancellationToken.None));
        Assert.False(calendar.Current.IsWorkingDay(Thursday));
        await calendar.ReadAsync(() => Task.FromResult<DateOnly[]>([]), CancellationToken.None);

        Assert.True(calendar.Current.IsWorkingDay(Thursday));
    }
}
