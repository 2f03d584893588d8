using System.Text.Json.Serialization;
using MigrantServices.Core.Calendar;
using MigrantServices.Core.Reference;

namespace MigrantServices.Core.Cases;

/// <summary>Gives each service the clock that the dated reference data lays down for the day.</summary>
public sealed class Clocks(ReferenceBook book, WorkingCalendar calendar)
{
    /// <summary>What the codes of petitions' periods begin with; the service's prefix follows.</summary>
    public const string Petition = "petition.";

    /// <summary>What the codes of the longest extensions begin with; the period's own code follows.</summary>
    private const string Extension = "extension.";

    /// <summary>The clock of a service's petitions that began at this moment.</summary>
    public CaseClock For(string service, DateTimeOffset now) => Of(Petition + service, now);

    /// <summary>The clock that runs, or would run, for this case.</summary>
    public CaseClock Of(ServiceCase one) => Of(one.RunningClock.Period, one.RunningClock.LaidDownAt);

    /// <summary>The clock of a period by its code, as it was laid down on the day of this moment.</summary>
    public CaseClock Of(string code, DateTimeOffset now)
    {
        var details = book.Details<PeriodDetails>(Lists.Periods, code, Seoul.DateOf(now))
            ?? throw new InvalidOperationException($"The reference data holds no period {code} for today.");
        return new(details.ToPeriod(), new(calendar.Current), book.Details<PeriodDetails>(Lists.Periods, Extension + code, Seoul.DateOf(now))?.Length);
    }

    /// <summary>The length of a period in its own unit, as it was laid down on the day of this moment.</summary>
    public int LengthOf(string code, DateTimeOffset now) => book.Details<PeriodDetails>(Lists.Periods, code, Seoul.DateOf(now))?.Length
        ?? throw new InvalidOperationException($"The reference data holds no period {code} for that day.");

    /// <summary>The last day that counts as due soon.</summary>
    public DateOnly SoonUntil(DateTimeOffset now) => calendar.Current.WorkingDaysAfter(Seoul.DateOf(now), Deadline.SoonWorkingDays);

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
