using MigrantServices.Core.Calendar;
using MigrantServices.Core.Cases;

namespace MigrantServices.Portal.Web;

/// <summary>How long a period is, as people say it: by the dated reference data of the day, in the unit in which it is laid down.</summary>
public sealed class PeriodWords(Clocks clocks, TextCatalog texts)
{
    private const int MonthsAYear = 12;

    /// <param name="code">A code of the list of periods.</param>
    /// <param name="laidDownAt">Whose law holds: of a case the moment of receipt.</param>
    public string Of(string code, DateTimeOffset laidDownAt)
    {
        var period = clocks.PeriodOf(code, laidDownAt);
        return period is { Unit: PeriodUnit.Months, Length: var months } && months % MonthsAYear == 0
            ? texts["period.Years", months / MonthsAYear]
            : texts[$"period.{period.Unit}", period.Length];
    }
}
