using MigrantServices.Core.Calendar;

namespace MigrantServices.Core.Notices;

/// <summary>When a mail may go out: inside the hours that a person chose, or those of the office.</summary>
public static class NoticeTimes
{
    /// <summary>A mail takes a while to arrive: none begins its way so short before the hours end.</summary>
    public static readonly TimeSpan OnItsWay = TimeSpan.FromMinutes(10);

    private static readonly TimeOnly Morning = new(9, 0);
    private static readonly TimeOnly Evening = new(18, 0);
    private static readonly TimeOnly Night = new(22, 0);

    /// <summary>This moment when a mail may go now, else the next at which one may.</summary>
    public static DateTimeOffset Next(NoticeHours hours, DateTimeOffset from, Func<DateOnly, bool> isWorkingDay)
    {
        if (hours == NoticeHours.AnyTime)
        {
            return from;
        }

        var wall = Seoul.WallClock(from).DateTime;
        var since = TimeOnly.FromDateTime(wall);
        for (var date = DateOnly.FromDateTime(wall); ; date = date.AddDays(1), since = TimeOnly.MinValue)
        {
            var (opens, closes) = StretchOf(hours, date, isWorkingDay);
            var last = closes.Add(-OnItsWay);
            if (opens < closes && since < last)
            {
                return since > opens ? from : Seoul.At(date, opens);
            }
        }
    }

    /// <summary>The same for colleagues: while the office works.</summary>
    public static DateTimeOffset NextForColleagues(DateTimeOffset from, Func<DateOnly, bool> isWorkingDay) => Next(NoticeHours.Workdays, from, isWorkingDay);

    // an empty stretch, from a time to itself, on a day without any
    private static (TimeOnly Opens, TimeOnly Closes) StretchOf(NoticeHours hours, DateOnly date, Func<DateOnly, bool> isWorkingDay) => hours switch
    {
        NoticeHours.Workdays => (Morning, isWorkingDay(date) ? Evening : Morning),
        NoticeHours.Evenings => (Evening, Night),
        NoticeHours.Weekends => (Morning, date.DayOfWeek is DayOfWeek.Saturday or DayOfWeek.Sunday ? Night : Morning),
        _ => throw new ArgumentOutOfRangeException(nameof(hours), hours, "Nobody is told at these hours."),
    };
}
