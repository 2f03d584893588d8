namespace MigrantServices.Core.Calendar;

/// <summary>By when something has to be done, or since when and why its clock stands still.</summary>
public sealed record Deadline
{
    /// <summary>A deadline is near from this many working days before its date.</summary>
    public const int SoonWorkingDays = 2;

    private Deadline()
    {
    }

    /// <summary>The last day in Seoul; null while the clock stands still.</summary>
    public DateOnly? Date { get; private init; }

    /// <summary>The last moment, in UTC: the end of the last day, or the very moment when hours are counted.</summary>
    public DateTimeOffset? Instant { get; private init; }

    /// <summary>From this moment, in UTC, the deadline is near.</summary>
    public DateTimeOffset? SoonFrom { get; private init; }

    public DateOnly? PausedSince { get; private init; }

    public string? PauseReason { get; private init; }

    public bool IsOverdue(DateTimeOffset now) => now > Instant;

    public bool IsDueSoon(DateTimeOffset now) => now >= SoonFrom && now <= Instant;

    internal static Deadline At(DateTimeOffset instant, HolidayCalendar calendar)
    {
        var date = Seoul.DateOf(instant);
        return new()
        {
            Date = date,
            Instant = instant,
            SoonFrom = Seoul.StartOf(calendar.WorkingDaysBefore(date, SoonWorkingDays)),
        };
    }

    internal static Deadline StoppedBy(Pause pause) => new() { PausedSince = pause.From, PauseReason = pause.Reason };
}
