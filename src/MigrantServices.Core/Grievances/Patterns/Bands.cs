using MigrantServices.Core.Calendar;

namespace MigrantServices.Core.Grievances.Patterns;

/// <summary>About how many cases there are.</summary>
public enum CaseBand
{
    /// <summary>Three or four.</summary>
    Few,

    /// <summary>Five to nine.</summary>
    Several,

    /// <summary>Ten or more.</summary>
    Many,
}

/// <summary>Says numbers no more exactly than is safe.</summary>
public static class Bands
{
    /// <summary>Fewer are told as "1-2".</summary>
    public const int FewestTold = 3;

    private const int FewestSeveral = 5;
    private const int FewestMany = 10;

    public static CaseBand Of(int cases) => cases < FewestSeveral ? CaseBand.Few : cases < FewestMany ? CaseBand.Several : CaseBand.Many;

    /// <summary>A count as it is told; null where it is too small to be told.</summary>
    public static int? Told(int count) => count < FewestTold ? null : count;
}

/// <summary>Quarters of the year, in Seoul.</summary>
public static class Quarters
{
    /// <summary>The first day of the quarter of a moment.</summary>
    public static DateOnly Of(DateTimeOffset moment)
    {
        var day = Seoul.DateOf(moment);
        return new(day.Year, ((day.Month - 1) / 3 * 3) + 1, 1);
    }

    public static int NumberOf(DateOnly day) => ((day.Month - 1) / 3) + 1;
}
