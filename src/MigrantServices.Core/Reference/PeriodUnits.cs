namespace MigrantServices.Core.Reference;

/// <summary>The units in which a period may be laid down, as the portal counts it.</summary>
public static class PeriodUnits
{
    public const string WorkingHours = "working-hours";
    public const string WorkingDays = "working-days";
    public const string CalendarDays = "calendar-days";
    public const string Months = "months";

    /// <summary>No time: how many cases it takes.</summary>
    public const string Cases = "cases";

    /// <summary>More than any law gives.</summary>
    public const int LongestLength = 999;

    public static readonly IReadOnlyList<string> All = [WorkingHours, WorkingDays, CalendarDays, Months, Cases];

    private static readonly string[] Days = [WorkingDays, CalendarDays, Months];

    /// <summary>Periods that only a clock reads, so that it may count them in another way; every other keeps the unit it has.</summary>
    private static readonly string[] ReadByClocksOnly = ["petition", "rights", "measures", "measures-national", "measures-check"];

    /// <param name="now">The unit that the period has.</param>
    public static IReadOnlyList<string> Of(string code, string now) => ReadByClocksOnly.Contains(code.Split('.')[0]) ? Days : [now];
}
