namespace MigrantServices.Core.Calendar;

/// <summary>The office's own time: instants are kept in UTC, days and hours are read in Seoul.</summary>
public static class Seoul
{
    public static TimeZoneInfo Zone { get; } = TimeZoneInfo.FindSystemTimeZoneById("Asia/Seoul");

    /// <summary>What a clock on the office wall shows at this instant.</summary>
    public static DateTimeOffset WallClock(DateTimeOffset instant) => TimeZoneInfo.ConvertTime(instant, Zone);

    public static DateOnly DateOf(DateTimeOffset instant) => DateOnly.FromDateTime(WallClock(instant).DateTime);

    /// <summary>The instant, in UTC, at which the wall clock shows this day and time.</summary>
    public static DateTimeOffset At(DateOnly date, TimeOnly time)
    {
        var wall = date.ToDateTime(time);
        return new DateTimeOffset(wall, Zone.GetUtcOffset(wall)).ToUniversalTime();
    }

    public static DateTimeOffset StartOf(DateOnly date) => At(date, TimeOnly.MinValue);

    /// <summary>The last microsecond of the day: the finest the database keeps, so that the day survives storing.</summary>
    public static DateTimeOffset EndOf(DateOnly date) => StartOf(date.AddDays(1)).AddMicroseconds(-1);
}
