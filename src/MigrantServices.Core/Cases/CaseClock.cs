using MigrantServices.Core.Calendar;

namespace MigrantServices.Core.Cases;

/// <summary>The clock of one kind of case: from the day of receipt and its pauses it tells the day by which the office answers.</summary>
public sealed class CaseClock(Period period, DeadlineEngine engine, int? longestExtension = null)
{
    /// <summary>The period in working hours; null when it runs by the day.</summary>
    public int? Hours => period.Hours;

    /// <summary>The longest extension: what the reference data lays down, else as long as the period itself was, in working days; none for a period that is not counted in days.</summary>
    public int LongestExtension => longestExtension is { } days ? days : period.Unit == PeriodUnit.WorkingDays ? period.Length : 0;

    /// <summary>The last day in Seoul; null while a pause is open.</summary>
    /// <param name="extendedBy">Working days that extensions have added.</param>
    public DateOnly? DueOn(DateTimeOffset from, IEnumerable<CasePause> pauses, int extendedBy = 0) => engine.DueAt(
        from,
        extendedBy == 0 ? period : period.ExtendedBy(Period.WorkingDays(extendedBy)),
        [.. pauses.Select(p => new Pause(p.From, p.To, p.Reason))]).Date;
}
