using System.Globalization;

namespace MigrantServices.Core.Calendar;

/// <summary>On which days of the week a holiday is made up for. One that meets another holiday on a weekday is, unless Never.</summary>
public enum SubstituteRule
{
    Never,
    Sunday,
    Weekend,
}

/// <summary>A public holiday that returns every year, by the solar or the Korean lunar calendar.</summary>
/// <param name="Offset">Days after (or, negative, before) the month and day: the eve of a lunar New Year has no fixed number.</param>
/// <param name="From">The first date on which the rule is law; null when it has been since before the portal.</param>
/// <param name="Until">The last date on which the rule is law; null while it lasts.</param>
public sealed record HolidayRule(
    string Code,
    int Month,
    int Day,
    string Article,
    bool IsLunar = false,
    int Offset = 0,
    SubstituteRule Substitute = SubstituteRule.Never,
    DateOnly? From = null,
    DateOnly? Until = null)
{
    // Korea reckons new moons by its own meridian: in 2027 and 2028 its New Year is a day after the Chinese one.
    private static readonly KoreanLunisolarCalendar Lunar = new();

    internal static int FirstLunarYear => Lunar.MinSupportedDateTime.Year + 1;

    internal static int LastLunarYear => Lunar.MaxSupportedDateTime.Year - 1;

    /// <summary>The day of this holiday in a year; null when the rule is not law on that day.</summary>
    public DateOnly? In(int year)
    {
        var date = (IsLunar ? LunarDay(year) : new DateOnly(year, Month, Day)).AddDays(Offset);
        return date < From || date > Until ? null : date;
    }

    private DateOnly LunarDay(int year)
    {
        // the calendar numbers a leap month on its own, which moves every month after it by one
        var leap = Lunar.GetLeapMonth(year);
        var month = leap > 0 && Month >= leap ? Month + 1 : Month;
        return DateOnly.FromDateTime(Lunar.ToDateTime(year, month, Day, 0, 0, 0, 0));
    }
}

/// <summary>A single day off that no yearly rule gives: designated by the Cabinet, or an election.</summary>
public sealed record AddedHoliday(DateOnly Date, string Code, string Article)
{
    public const string Designated = "designated";
}

/// <summary>A day off and its name as a code.</summary>
/// <param name="InsteadOf">The code of the holiday that this day makes up for; null when it is the holiday itself.</param>
public sealed record Holiday(DateOnly Date, string Code, string? InsteadOf = null);
