using MigrantServices.Core.Matching;
using Xunit;

namespace MigrantServices.Core.Tests.Matching;

public class DateGuessTests
{
    [Theory]
    [InlineData("2024-03-05", GuessPrecision.Day, "2024-03-05", GuessPrecision.Day, MatchBand.Certain)]
    [InlineData("2024-03-05", GuessPrecision.Day, "2024-05-03", GuessPrecision.Day, MatchBand.Likely)]
    [InlineData("2024-03-05", GuessPrecision.Day, "2024-03-01", GuessPrecision.Month, MatchBand.Likely)]
    [InlineData("2024-03-01", GuessPrecision.Month, "2024-03-01", GuessPrecision.Month, MatchBand.Likely)]
    [InlineData("2024-03-05", GuessPrecision.Day, "2024-03-06", GuessPrecision.Day, MatchBand.Possible)]
    [InlineData("2024-03-05", GuessPrecision.Day, "2024-01-01", GuessPrecision.Year, MatchBand.Possible)]
    [InlineData("2024-03-05", GuessPrecision.Day, "2023-01-01", GuessPrecision.Year, MatchBand.Possible)]
    [InlineData("2024-03-05", GuessPrecision.Day, null, GuessPrecision.Unknown, MatchBand.Possible)]
    [InlineData("2024-03-05", GuessPrecision.Day, "2024-04-05", GuessPrecision.Day, MatchBand.None)]
    [InlineData("2024-03-05", GuessPrecision.Month, "2024-04-05", GuessPrecision.Day, MatchBand.None)]
    [InlineData("2024-03-05", GuessPrecision.Day, "2021-01-01", GuessPrecision.Year, MatchBand.None)]
    public void Dates_agree_as_far_as_they_are_known(string? one, GuessPrecision of, string? other, GuessPrecision with, MatchBand expected)
    {
        var (a, b) = (Guess(one, of), Guess(other, with));

        Assert.Equal(expected, DateGuess.Compare(a, b));
        Assert.Equal(expected, DateGuess.Compare(b, a));
    }

    private static DateGuess Guess(string? day, GuessPrecision precision) =>
        new(day is null ? null : DateOnly.Parse(day, System.Globalization.CultureInfo.InvariantCulture), precision);
}
