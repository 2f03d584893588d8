using MigrantServices.Core.Calendar;

namespace MigrantServices.Core.Cases;

/// <summary>The clock of one kind of case: from the day of receipt and its pauses it tells the day by which the office answers.</summary>
public sealed class CaseClock(Period period, DeadlineEngine engine, int? longestExtension = null)
{
    /// <summary>The period in working hours; null when it runs by the day.</summary>
    public int? Hours => period.Hours;

    /// <summary>The longest extension: what the reference data lays down, else as long as the period itself was; none for a period in hours.</summary>
    public int LongestExtension => longestExtension ?? (period.Unit == PeriodUnit.WorkingHours ? 0 : period.Length);

    /// <summary>In what an extension is counted: as the period is, one in hours by working days.</summary>
    public PeriodUnit ExtensionUnit => period.Unit == PeriodUnit.WorkingHours ? PeriodUnit.WorkingDays : period.Unit;

    /// <summary>The last day in Seoul; null while a pause is open.</summary>
    /// <param name="extendedBy">What extensions have added, in <see cref="ExtensionUnit"/>.</param>
    public DateOnly? DueOn(DateTimeOffset from, IEnumerable<CasePause> pauses, int extendedBy = 0) => DueAt(from, pauses, extendedBy).Date;

    /// <summary>The last day, and for a period in hours the last moment.</summary>
    /// <param name="extendedBy">What extensions have added, in <see cref="ExtensionUnit"/>.</param>
    public Deadline DueAt(DateTimeOffset from, IEnumerable<CasePause> pauses, int extendedBy = 0) => engine.DueAt(
        from,
        extendedBy == 0 ? period : period.ExtendedBy(new(ExtensionUnit, extendedBy)),
        [.. pauses.Select(p => new Pause(p.From, p.To, p.Reason))]);

    /// <summary>The very moment at which a period in hours ends; null for one that runs by the day, to whose last day all of it belongs.</summary>
    public DateTimeOffset? MomentOf(Deadline due) => Hours is null ? null : due.Instant;
}
