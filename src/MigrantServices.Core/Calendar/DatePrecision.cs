namespace MigrantServices.Core.Calendar;

/// <summary>How exactly the day is known.</summary>
public enum DatePrecision
{
    Unknown,
    Year,
    Month,
    Day,
}
