using System.Globalization;

namespace MigrantServices.Core.Calendar;

/// <summary>A date as somebody typed it, with the digits of any script and as much of it as they know; a day without its month counts as nothing.</summary>
public readonly record struct DateParts(string? Year, string? Month, string? Day)
{
    public const int YearMaxLength = 4;
    public const int MonthOrDayMaxLength = 2;

    public bool IsBlank => string.IsNullOrWhiteSpace(Year) && string.IsNullOrWhiteSpace(Month) && string.IsNullOrWhiteSpace(Day);

    /// <summary>A day was given and its month was not.</summary>
    public bool LacksMonth => !string.IsNullOrWhiteSpace(Day) && string.IsNullOrWhiteSpace(Month);

    public DatePrecision Precision => (Number(Year), Number(Month), Number(Day)) switch
    {
        (null, _, _) => DatePrecision.Unknown,
        (_, null, _) => DatePrecision.Year,
        (_, _, null) => DatePrecision.Month,
        _ => DatePrecision.Day,
    };

    /// <summary>The first day that fits; null when no date was given or it is impossible.</summary>
    public DateOnly? Date()
    {
        if (Number(Year) is not ({ } year and >= 1 and <= 9999))
        {
            return null;
        }

        var (month, day) = (Number(Month) ?? 1, Number(Day) ?? 1);
        return month is >= 1 and <= 12 && day >= 1 && day <= DateTime.DaysInMonth(year, month) ? new DateOnly(year, month, day) : null;
    }

    private static int? Number(string? text) =>
        string.IsNullOrWhiteSpace(text) ? null
        : int.TryParse(Digits(text.Trim()), NumberStyles.None, CultureInfo.InvariantCulture, out var number) ? number
        : -1;

    private static string Digits(string text) =>
        string.Concat(text.Select(c => char.IsDigit(c) ? char.GetNumericValue(c).ToString(CultureInfo.InvariantCulture) : c.ToString()));
}
