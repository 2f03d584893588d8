namespace MigrantServices.Core.Calendar;

/// <summary>Counts periods the way the law counts them (Civil Petitions Treatment Act, art. 19; Civil Act, arts. 157 to 161).</summary>
public sealed class DeadlineEngine(HolidayCalendar calendar)
{
    /// <summary>The deadline of a period that began with this receipt. Days of a pause are not counted.</summary>
    public Deadline DueAt(DateTimeOffset received, Period period, IReadOnlyCollection<Pause>? pauses = null)
    {
        var ended = pauses?.Where(pause => pause.To is not null).ToArray() ?? [];
        var due = Deadline.At(LastMoment(received, period, ended), calendar);

        // a clock that had already run out when a pause began cannot be stopped any more
        var stopped = pauses?.Where(pause => pause.To is null && pause.From <= due.Date).MinBy(pause => pause.From);
        return stopped is null ? due : Deadline.StoppedBy(stopped);
    }

    private DateTimeOffset LastMoment(DateTimeOffset received, Period period, Pause[] pauses)
    {
        if (period.Hours is { } hours)
        {
            return OfficeHours.After(received, TimeSpan.FromHours(hours), IsCountedWorkingDay);
        }

        var first = Seoul.DateOf(received);
        var last = period.Unit switch
        {
            PeriodUnit.WorkingDays => Nth(first, period.Length, IsCountedWorkingDay),
            PeriodUnit.Months => Nth(first, DaysInMonths(first, period.Length), IsCounted),
            _ => Nth(first.AddDays(1), period.Length, IsCounted),
        };
        return Seoul.EndOf(Nth(last, 1, IsCountedWorkingDay));

        bool IsCounted(DateOnly date) => !Array.Exists(pauses, pause => pause.Covers(date));
        bool IsCountedWorkingDay(DateOnly date) => calendar.IsWorkingDay(date) && IsCounted(date);
    }

    /// <summary>The day, from the first one on, that is the n-th to count.</summary>
    private static DateOnly Nth(DateOnly first, int n, Func<DateOnly, bool> counts)
    {
        for (var date = first; ; date = date.AddDays(1))
        {
            if (counts(date) && --n == 0)
            {
                return date;
            }
        }
    }

    private static int DaysInMonths(DateOnly first, int months)
    {
        var sameDay = first.AddMonths(months);
        // where the last month has no such day, the period takes the whole month (Civil Act, art. 160)
        var last = sameDay.Day == first.Day ? sameDay.AddDays(-1) : sameDay;
        return last.DayNumber - first.DayNumber + 1;
    }
}
