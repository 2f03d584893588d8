using System.Collections.Concurrent;

namespace MigrantServices.Core.Calendar;

/// <summary>Tells on which days the office works. It never changes: when a day off is added, a new calendar is made.</summary>
public sealed class HolidayCalendar
{
    public const string SubstituteCode = "substitute";

    // a year is worked out with its neighbours, because a substitute may move over New Year
    public static readonly int FirstYear = HolidayRule.FirstLunarYear + 1;
    public static readonly int LastYear = HolidayRule.LastLunarYear - 1;

    private readonly HolidayRule[] _rules;
    private readonly AddedHoliday[] _additions;
    private readonly ConcurrentDictionary<int, Year> _years = new();

    public HolidayCalendar(IEnumerable<HolidayRule> rules, IEnumerable<AddedHoliday> additions)
    {
        _rules = [.. rules];
        _additions = [.. additions];
    }

    /// <summary>Saturdays are no public holidays, though no office works on them; Sundays are.</summary>
    public bool IsHoliday(DateOnly date) => date.DayOfWeek == DayOfWeek.Sunday || YearOf(date.Year).DaysOff[date.DayOfYear];

    public bool IsWorkingDay(DateOnly date) => date.DayOfWeek != DayOfWeek.Saturday && !IsHoliday(date);

    /// <summary>The named days off in order of date, substitutes included, ordinary Sundays not. Two may share a day.</summary>
    public IReadOnlyList<Holiday> HolidaysOf(int year) => YearOf(year).Holidays;

    /// <summary>The same day if the office works on it, otherwise the next one on which it does.</summary>
    public DateOnly WorkingDayFrom(DateOnly date)
    {
        while (!IsWorkingDay(date))
        {
            date = date.AddDays(1);
        }

        return date;
    }

    /// <summary>The working day that lies so many working days before this date.</summary>
    public DateOnly WorkingDaysBefore(DateOnly date, int workingDays)
    {
        for (var left = workingDays; left > 0;)
        {
            date = date.AddDays(-1);
            left -= IsWorkingDay(date) ? 1 : 0;
        }

        return date;
    }

    /// <summary>The working day that lies so many working days after this date.</summary>
    public DateOnly WorkingDaysAfter(DateOnly date, int workingDays)
    {
        for (var left = workingDays; left > 0;)
        {
            date = date.AddDays(1);
            left -= IsWorkingDay(date) ? 1 : 0;
        }

        return date;
    }

    private Year YearOf(int year) => _years.GetOrAdd(year, static (key, calendar) => calendar.Reckon(key), this);

    private Year Reckon(int year)
    {
        ArgumentOutOfRangeException.ThrowIfLessThan(year, FirstYear);
        ArgumentOutOfRangeException.ThrowIfGreaterThan(year, LastYear);

        var yearly = (
            from y in new[] { year - 1, year, year + 1 }
            from rule in _rules
            let date = rule.In(y)
            where date is not null
            select new Substitutes.Day(date.Value, rule)).ToList();
        var holidays = yearly.Select(day => new Holiday(day.Date, day.Rule.Code))
            .Concat(_additions.Select(added => new Holiday(added.Date, added.Code)))
            .ToList();
        holidays.AddRange(Substitutes.For(yearly, taken: holidays.Select(holiday => holiday.Date)));
        return new Year([.. holidays.Where(holiday => holiday.Date.Year == year).OrderBy(holiday => holiday.Date)]);
    }

    private sealed class Year
    {
        public Year(Holiday[] holidays)
        {
            Holidays = holidays;
            foreach (var holiday in holidays)
            {
                DaysOff[holiday.Date.DayOfYear] = true;
            }
        }

        public IReadOnlyList<Holiday> Holidays { get; }

        public bool[] DaysOff { get; } = new bool[367];
    }
}
