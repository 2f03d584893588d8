using System.Globalization;
using System.Text.RegularExpressions;

namespace MigrantServices.Core.RefugeeSupport.Programmes;

/// <summary>Whole numbers as people type them, with or without commas between thousands. Anything else is no number: nothing is rounded.</summary>
public static partial class WholeNumber
{
    private const long MostWon = 1_000_000_000_000;
    private const long MostSmall = 9999;
    private const long Oldest = 150;

    /// <summary>The number; null for nothing and for what is no whole number.</summary>
    public static long? Read(string? typed) =>
        typed?.Trim() is { Length: > 0 and <= 20 } text && Shape().IsMatch(text) ? long.Parse(text.Replace(",", "", StringComparison.Ordinal), CultureInfo.InvariantCulture) : null;

    public static string? Write(long? number) => number?.ToString(CultureInfo.InvariantCulture);

    /// <summary>Nothing, or a sum above zero.</summary>
    public static bool IsWon(string? typed) => IsBetween(typed, 1, MostWon);

    /// <summary>Nothing, or a count above zero.</summary>
    public static bool IsSmall(string? typed) => IsBetween(typed, 1, MostSmall);

    public static bool IsAge(string? typed) => IsBetween(typed, 0, Oldest);

    private static bool IsBetween(string? typed, long least, long most) => string.IsNullOrWhiteSpace(typed) || (Read(typed) is { } number && number >= least && number <= most);

    [GeneratedRegex(@"^([0-9]{1,15}|[0-9]{1,3}(,[0-9]{3}){1,4})$", RegexOptions.NonBacktracking | RegexOptions.ExplicitCapture)]
    private static partial Regex Shape();
}
