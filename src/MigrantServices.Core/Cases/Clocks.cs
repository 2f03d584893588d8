using System.Text.Json.Serialization;
using MigrantServices.Core.Calendar;
using MigrantServices.Core.Reference;

namespace MigrantServices.Core.Cases;

/// <summary>Gives each service the clock that the dated reference data lays down for the day.</summary>
public sealed class Clocks(ReferenceBook book, WorkingCalendar calendar)
{
    /// <summary>What the codes of petitions' periods begin with; the service's prefix follows.</summary>
    public const string Petition = "petition.";

    /// <summary>The clock of a service's petitions that began at this moment.</summary>
    public CaseClock For(string service, DateTimeOffset now) => Of(Petition + service, now);

    /// <summary>The clock that runs, or would run, for this case.</summary>
    public CaseClock Of(ServiceCase one) => Of(one.RunningClock.Period, one.RunningClock.LaidDownAt);

    /// <summary>The clock of a period by its code, as it was laid down on the day of this moment.</summary>
    public CaseClock Of(string code, DateTimeOffset now) => new(Details(code, now).ToPeriod(), new(calendar.Current));

    /// <summary>The bare length of a period, in its own unit, for what comes again and again.</summary>
    public int LengthOf(string code, DateTimeOffset now) => Details(code, now).Length;

    /// <summary>The last day that counts as due soon.</summary>
    public DateOnly SoonUntil(DateTimeOffset now) => calendar.Current.WorkingDaysAfter(Seoul.DateOf(now), Deadline.SoonWorkingDays);

    private PeriodDetails Details(string code, DateTimeOffset now) => book.Details<PeriodDetails>(Lists.Periods, code, Seoul.DateOf(now))
        ?? throw new InvalidOperationException($"The reference data holds no period {code} for today.");

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
