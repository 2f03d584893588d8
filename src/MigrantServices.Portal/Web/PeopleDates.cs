using System.Collections.Concurrent;
using System.Globalization;
using MigrantServices.Core.Calendar;
using MigrantServices.Core.Grievances;

namespace MigrantServices.Portal.Web;

/// <summary>Dates as people read them: the Gregorian calendar, the reader's month names, the clock of Korea.</summary>
public static class PeopleDates
{
    // dear to make, and a list asks for one with every line
    private static readonly ConcurrentDictionary<string, CultureInfo> Cultures = new(StringComparer.Ordinal);

    public static string ForPeople(this DateOnly date) => date.ToString(Pattern, Gregorian());

    /// <summary>No more of the date than is known.</summary>
    public static string ForPeople(DateOnly date, DatePrecision precision) => precision switch
    {
        DatePrecision.Day => date.ForPeople(),
        DatePrecision.Month => date.ToString("yyyy-MM", CultureInfo.InvariantCulture),
        _ => date.ToString("yyyy", CultureInfo.InvariantCulture),
    };

    public static string ForPeople(this DateTimeOffset moment) => DateOnly.FromDateTime(InSeoul(moment)).ForPeople();

    public static string ForPeopleWithTime(this DateTimeOffset moment) =>
        InSeoul(moment).ToString(Pattern + " HH:mm", Gregorian());

    /// <summary>In a language that need not be the reader's, for papers in two languages.</summary>
    public static string ForPeople(this DateOnly date, string languageTag) => date.ToString(PatternOf(languageTag), Gregorian(languageTag));

    private static string Pattern => PatternOf(CultureInfo.CurrentUICulture.Name);

    private static DateTime InSeoul(DateTimeOffset moment) => Seoul.WallClock(moment).DateTime;

    private static string PatternOf(string languageTag) => languageTag switch
    {
        "ko" => "yyyy'년' M'월' d'일'",
        "zh-Hans" => "yyyy'年'M'月'd'日'",
        "vi" => "'ngày' d 'tháng' M 'năm' yyyy",
        _ => "d MMMM yyyy",
    };

    private static CultureInfo Gregorian(string? languageTag = null) =>
        Cultures.GetOrAdd(languageTag ?? CultureInfo.CurrentUICulture.Name, static tag =>
        {
            var culture = (CultureInfo)CultureInfo.GetCultureInfo(tag).Clone();
            culture.DateTimeFormat.Calendar = new GregorianCalendar();
            return CultureInfo.ReadOnly(culture);
        });
}
