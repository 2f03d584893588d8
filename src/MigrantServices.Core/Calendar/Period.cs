namespace MigrantServices.Core.Calendar;

/// <summary>How the length of a period is counted.</summary>
public enum PeriodUnit
{
    /// <summary>Hours in which the office works, from the moment of receipt.</summary>
    WorkingHours,

    /// <summary>Days on which the office works, the first included; five or fewer are counted in hours.</summary>
    WorkingDays,

    /// <summary>By the calendar, the day of receipt included, ending on a working day.</summary>
    Months,

    /// <summary>Every day counts, the day of receipt does not (Civil Act), ending on a working day.</summary>
    CalendarDays,
}

/// <summary>A length of time the law gives somebody, with the way it is counted.</summary>
public sealed record Period(PeriodUnit Unit, int Length)
{
    /// <summary>Up to so many working days are counted in hours (Civil Petitions Treatment Act, art. 19).</summary>
    public const int LongestCountedInHours = 5;

    public int Length { get; } = Length > 0 ? Length : throw new ArgumentOutOfRangeException(nameof(Length));

    public static Period WorkingHours(int hours) => new(PeriodUnit.WorkingHours, hours);

    public static Period WorkingDays(int days) => new(PeriodUnit.WorkingDays, days);

    public static Period Months(int months) => new(PeriodUnit.Months, months);

    public static Period CalendarDays(int days) => new(PeriodUnit.CalendarDays, days);

    /// <summary>The length in working hours when the period runs by the hour; null when it runs by the day.</summary>
    public int? Hours => this switch
    {
        { Unit: PeriodUnit.WorkingHours } => Length,
        { Unit: PeriodUnit.WorkingDays, Length: <= LongestCountedInHours } => Length * OfficeHours.HoursADay,
        _ => null,
    };

    /// <summary>The whole period after an extension. It goes on being counted the way it began: by the hour, or by the day.</summary>
    public Period ExtendedBy(Period more) => (Hours, more.Hours) switch
    {
        ({ } hours, { } added) => WorkingHours(hours + added),
        ({ } hours, null) when more.Unit == PeriodUnit.WorkingDays => WorkingHours(hours + (more.Length * OfficeHours.HoursADay)),
        _ when Unit == more.Unit => new Period(Unit, Length + more.Length),
        _ => throw new ArgumentException($"A period in {Unit} cannot be extended by {more.Unit}.", nameof(more)),
    };
}

/// <summary>Days on which a clock stands still, the first and the last included; it still stands while there is no last day.</summary>
/// <param name="Reason">Why it stands, as a code.</param>
public sealed record Pause(DateOnly From, DateOnly? To, string Reason)
{
    public DateOnly? To { get; } = To is null || To >= From ? To : throw new ArgumentOutOfRangeException(nameof(To));

    public bool Covers(DateOnly date) => date >= From && (To is null || date <= To);
}
