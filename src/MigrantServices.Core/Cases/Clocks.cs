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

    /// <summary>The code of the longest extension of a period.</summary>
    public static string LongestExtensionOf(string code) => Extension + code;

    /// <summary>The clock of a service's petitions that began at this moment.</summary>
    public CaseClock For(string service, DateTimeOffset now) => Of(Petition + service, now);

    /// <summary>The clock that runs, or would run, for this case.</summary>
    public CaseClock Of(ServiceCase one) => Of(one.RunningClock.Period, one.RunningClock.LaidDownAt);

    /// <summary>The clock of a period by its code, as it was laid down on the day of this moment.</summary>
    public CaseClock Of(string code, DateTimeOffset now) => Of(code, now, calendar.Current);

    /// <summary>The same clock by another calendar.</summary>
    public CaseClock Of(string code, DateTimeOffset now, HolidayCalendar days) =>
        new(PeriodOf(code, now), new(days), book.Details<PeriodDetails>(Lists.Periods, Extension + code, Seoul.DateOf(now))?.Length);

    /// <summary>A period as it is laid down on the day of this moment.</summary>
    public Period PeriodOf(string code, DateTimeOffset now) =>
        (book.Details<PeriodDetails>(Lists.Periods, code, Seoul.DateOf(now))
            ?? throw new InvalidOperationException($"The reference data holds no period {code} for today.")).ToPeriod();

    /// <summary>The day by which the running clock of this case would end if its days were counted in this unit, so that both ways of counting can be shown.</summary>
    public DateOnly? DueCountedIn(PeriodUnit unit, ServiceCase one)
    {
        var (code, laidDownAt) = one.RunningClock;
        var length = LengthOf(code, laidDownAt);
        return one.DueIfExtendedBy(0, new(unit == PeriodUnit.WorkingDays ? Period.WorkingDays(length) : Period.CalendarDays(length), new(calendar.Current)));
    }

    /// <summary>The length of a period in its own unit, as it was laid down on the day of this moment.</summary>
    public int LengthOf(string code, DateTimeOffset now) => book.Details<PeriodDetails>(Lists.Periods, code, Seoul.DateOf(now))?.Length
        ?? throw new InvalidOperationException($"The reference data holds no period {code} for that day.");

    /// <summary>How long these periods are for the cases that were received from when to when, as far as they differ: a case keeps the lengths that it began under.</summary>
    public IReadOnlyList<LaidDown> LaidDownBy(DateTimeOffset now, params string[] codes)
    {
        var items = book.All(Lists.Periods).Where(item => codes.Contains(item.Code) && item.ValidFrom <= Seoul.DateOf(now)).ToList();
        var first = items.GroupBy(item => item.Code).Max(versions => versions.Min(item => item.ValidFrom));
        var versions = new List<(DateOnly From, int[] Lengths)>();
        foreach (var day in items.Select(item => item.ValidFrom).Where(day => day >= first).Distinct().Order())
        {
            int[] lengths = [.. codes.Select(code => LengthOf(code, Seoul.StartOf(day)))];
            if (versions.Count == 0 || !versions[^1].Lengths.SequenceEqual(lengths))
            {
                versions.Add((day, lengths));
            }
        }

        return [.. versions.Select((version, at) => new LaidDown(
            version.Lengths,
            at == 0 ? DateTimeOffset.MinValue : Seoul.StartOf(version.From),
            at == versions.Count - 1 ? DateTimeOffset.MaxValue : Seoul.StartOf(versions[at + 1].From)))];
    }

    /// <summary>The last day that counts as due soon.</summary>
    public DateOnly SoonUntil(DateTimeOffset now) => calendar.Current.WorkingDaysAfter(Seoul.DateOf(now), Deadline.SoonWorkingDays);

    /// <summary>What came before this moment has waited by now as many working hours as the period has, which must be counted in hours.</summary>
    public DateTimeOffset WaitingSince(string code, DateTimeOffset now) =>
        OfficeHours.Before(now, TimeSpan.FromHours(PeriodOf(code, now).Hours!.Value), calendar.Current.IsWorkingDay);

    /// <summary>What was sent before this moment has gone unanswered for longer than the working days of the period.</summary>
    public DateTimeOffset SilentSince(string code, DateTimeOffset now) => Seoul.StartOf(calendar.Current.WorkingDaysBefore(Seoul.DateOf(now), LengthOf(code, now)));

    /// <summary>The last day of so many working days from today on.</summary>
    public DateOnly WithinWorkingDays(DateTimeOffset now, int days) => calendar.Current.WorkingDaysAfter(Seoul.DateOf(now), days);

    /// <summary>How many working days lie after today until that day, the day itself included; 0 today.</summary>
    public int WorkingDaysUntil(DateTimeOffset now, DateOnly day)
    {
        var today = Seoul.DateOf(now);
        return Enumerable.Range(1, Math.Max(day.DayNumber - today.DayNumber, 0)).Count(days => calendar.Current.IsWorkingDay(today.AddDays(days)));
    }

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

/// <summary>How long some periods are for the cases of one time.</summary>
/// <param name="Lengths">Each in its own unit, in the order in which they were asked for.</param>
/// <param name="From">Received then or later.</param>
/// <param name="Before">And before this moment.</param>
public sealed record LaidDown(IReadOnlyList<int> Lengths, DateTimeOffset From, DateTimeOffset Before);
