using System.Globalization;

namespace MigrantServices.Core.Cases;

/// <summary>The days between which a due day moved, as a line of history keeps them.</summary>
public static class MovedDays
{
    private const string Format = "yyyy-MM-dd";

    public static string Detail(DateOnly? from, DateOnly? to) => string.Create(CultureInfo.InvariantCulture, $"{from:yyyy-MM-dd}/{to:yyyy-MM-dd}");

    /// <summary>Two days, the earlier due day first; none when the line tells of something else.</summary>
    public static IReadOnlyList<DateOnly> Of(string? detail)
    {
        var parts = detail?.Split('/') ?? [];
        return parts.Length == 2
            && DateOnly.TryParseExact(parts[0], Format, CultureInfo.InvariantCulture, DateTimeStyles.None, out var from)
            && DateOnly.TryParseExact(parts[1], Format, CultureInfo.InvariantCulture, DateTimeStyles.None, out var to)
            ? [from, to]
            : [];
    }
}
