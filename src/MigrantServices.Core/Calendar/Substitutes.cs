namespace MigrantServices.Core.Calendar;

/// <summary>Finds the days off that make up for holidays lost to a weekend or to another holiday.</summary>
internal static class Substitutes
{
    /// <summary>One day that a yearly rule gives.</summary>
    internal sealed record Day(DateOnly Date, HolidayRule Rule);

    /// <summary>The substitutes in order of date; each takes the next day that is neither off already nor a Saturday.</summary>
    public static IEnumerable<Holiday> For(IEnumerable<Day> yearly, IEnumerable<DateOnly> taken)
    {
        var off = taken.ToHashSet();
        foreach (var lost in yearly.GroupBy(day => day.Date).OrderBy(days => days.Key).SelectMany(Lost))
        {
            var date = lost.Date.AddDays(1);
            while (date.DayOfWeek is DayOfWeek.Saturday or DayOfWeek.Sunday || !off.Add(date))
            {
                date = date.AddDays(1);
            }

            yield return new Holiday(date, HolidayCalendar.SubstituteCode, lost.Rule.Code);
        }
    }

    private static IEnumerable<Day> Lost(IGrouping<DateOnly, Day> sameDay) => sameDay.Key.DayOfWeek switch
    {
        DayOfWeek.Saturday => sameDay.Where(day => day.Rule.Substitute == SubstituteRule.Weekend),
        DayOfWeek.Sunday => sameDay.Where(day => day.Rule.Substitute != SubstituteRule.Never),
        // on a weekday the first holiday keeps the day and the others are made up for
        _ => sameDay.Where(day => day.Rule.Substitute != SubstituteRule.Never).Take(sameDay.Count() - 1),
    };
}
