using System.Text.Json.Serialization;
using MigrantServices.Core.Calendar;
using MigrantServices.Core.Reference;

namespace MigrantServices.Core.Cases;

/// <summary>Gives each service the clock that the dated reference data lays down for the day.</summary>
public sealed class Clocks(ReferenceBook book, HolidayCalendar calendar)
{
    private readonly DeadlineEngine _engine = new(calendar);

    public CaseClock For(string service, DateTimeOffset now)
    {
        var code = "petition." + service;
        var details = book.Details<PeriodDetails>(Lists.Periods, code, Seoul.DateOf(now))
            ?? throw new InvalidOperationException($"The reference data holds no period {code} for today.");
        return new(details.ToPeriod(), _engine);
    }

    /// <summary>The last day that counts as due soon.</summary>
    public DateOnly SoonUntil(DateTimeOffset now) => calendar.WorkingDaysAfter(Seoul.DateOf(now), Deadline.SoonWorkingDays);

    private sealed record PeriodDetails(int Length, [property: JsonPropertyName("unit")] string Unit)
    {
        public Period ToPeriod() => Unit switch
        {
            "working-hours" => Period.WorkingHours(Length),
            "working-days" => Period.WorkingDays(Length),
            "calendar-days" => Period.CalendarDays(Length),
            "months" => Period.Months(Length),
            _ => throw new InvalidOperationException($"No clock counts in {Unit}."),
        };
    }
}
