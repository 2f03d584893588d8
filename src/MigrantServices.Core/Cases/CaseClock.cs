namespace MigrantServices.Core.Cases;

/// <summary>The clock of one kind of case: from the day of receipt and its pauses it tells the day by which the office answers.</summary>
/// <param name="dueOn">Counts in Seoul; gives null while a pause is open.</param>
public sealed class CaseClock(Func<DateTimeOffset, IReadOnlyCollection<CasePause>, DateOnly?> dueOn, Func<DateTimeOffset, DateOnly> dayOf)
{
    public DateOnly? DueOn(DateTimeOffset receivedAt, IReadOnlyCollection<CasePause> pauses) => dueOn(receivedAt, pauses);

    public DateOnly DayOf(DateTimeOffset instant) => dayOf(instant);
}
