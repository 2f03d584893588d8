using MigrantServices.Core.Calendar;

namespace MigrantServices.Core.Cases;

/// <summary>The clock of one kind of case: from the day of receipt and its pauses it tells the day by which the office answers.</summary>
public sealed class CaseClock(Period period, DeadlineEngine engine)
{
    /// <summary>The last day in Seoul; null while a pause is open.</summary>
    public DateOnly? DueOn(DateTimeOffset from, IEnumerable<CasePause> pauses) =>
        engine.DueAt(from, period, [.. pauses.Select(p => new Pause(p.From, p.To, p.Reason))]).Date;
}
