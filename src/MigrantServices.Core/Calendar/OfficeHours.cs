namespace MigrantServices.Core.Calendar;

/// <summary>The hours in which the office works and short periods run: 09:00 to 18:00, eight hours without the midday hour.</summary>
public static class OfficeHours
{
    public const int HoursADay = 8;

    public static readonly TimeOnly Opens = new(9, 0);
    public static readonly TimeOnly BreakStarts = new(12, 0);
    public static readonly TimeOnly BreakEnds = new(13, 0);
    public static readonly TimeOnly Closes = new(18, 0);

    private static readonly (TimeOnly From, TimeOnly To)[] Stretches = [(Opens, BreakStarts), (BreakEnds, Closes)];

    /// <summary>The instant since which so much working time has passed, counting only on days the office is open.</summary>
    public static DateTimeOffset Before(DateTimeOffset end, TimeSpan workingTime, Func<DateOnly, bool> isOpen)
    {
        var wall = Seoul.WallClock(end).DateTime;
        var until = TimeOnly.FromDateTime(wall);
        for (var date = DateOnly.FromDateTime(wall); ; date = date.AddDays(-1), until = TimeOnly.MaxValue)
        {
            if (!isOpen(date))
            {
                continue;
            }

            foreach (var (from, to) in Stretches.Reverse())
            {
                var ends = until < to ? until : to;
                var worked = ends > from ? ends - from : TimeSpan.Zero;
                if (worked >= workingTime)
                {
                    return Seoul.At(date, ends.Add(-workingTime));
                }

                workingTime -= worked;
            }
        }
    }

    /// <summary>The instant at which so much working time has passed, counting only on days the office is open.</summary>
    public static DateTimeOffset After(DateTimeOffset start, TimeSpan workingTime, Func<DateOnly, bool> isOpen)
    {
        var wall = Seoul.WallClock(start).DateTime;
        var since = TimeOnly.FromDateTime(wall);
        for (var date = DateOnly.FromDateTime(wall); ; date = date.AddDays(1), since = TimeOnly.MinValue)
        {
            if (!isOpen(date))
            {
                continue;
            }

            foreach (var (from, to) in Stretches)
            {
                var begins = since > from ? since : from;
                var worked = begins < to ? to - begins : TimeSpan.Zero;
                if (worked >= workingTime)
                {
                    return Seoul.At(date, begins.Add(workingTime));
                }

                workingTime -= worked;
            }
        }
    }
}
