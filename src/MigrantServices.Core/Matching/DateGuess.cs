namespace MigrantServices.Core.Matching;

/// <summary>How much of a date is known.</summary>
public enum GuessPrecision
{
    Unknown,
    Year,
    Month,
    Day,
}

/// <summary>A date as far as somebody knows it, such as the month of a birth.</summary>
/// <param name="Date">Any day of the known month or year; null when nothing is known.</param>
public sealed record DateGuess(DateOnly? Date, GuessPrecision Precision)
{
    /// <summary>People remember a year wrongly by one, and calendars differ by as much.</summary>
    private const int YearsApart = 1;

    public static DateGuess Unknown { get; } = new(null, GuessPrecision.Unknown);

    /// <summary>Certain for the same day; likely for the same month where a day is missing, or for day and month changed over; possible for the same year, or years side by side where no more is known.</summary>
    /// <remarks>What is not known says nothing against: two dates of which one is unknown are possible.</remarks>
    public static MatchBand Compare(DateGuess one, DateGuess other)
    {
        if (one.Date is not { } a || other.Date is not { } b || one.Precision == GuessPrecision.Unknown || other.Precision == GuessPrecision.Unknown)
        {
            return MatchBand.Possible;
        }

        var known = (GuessPrecision)Math.Min((int)one.Precision, (int)other.Precision);
        var sameMonth = a.Year == b.Year && a.Month == b.Month;
        return known switch
        {
            GuessPrecision.Day => a == b ? MatchBand.Certain
                : a.Year == b.Year && a.Month == b.Day && a.Day == b.Month ? MatchBand.Likely
                : sameMonth ? MatchBand.Possible
                : MatchBand.None,
            GuessPrecision.Month => sameMonth ? MatchBand.Likely : MatchBand.None,
            _ => Math.Abs(a.Year - b.Year) <= YearsApart ? MatchBand.Possible : MatchBand.None,
        };
    }
}
