using FsCheck;
using FsCheck.Fluent;
using MigrantServices.Core.Calendar;
using Xunit;

namespace MigrantServices.Core.Tests.Calendar;

public class DeadlineEngineProperties
{
    private static readonly HolidayCalendar Calendar = new(HolidayRules.Delivered, HolidayRules.DeliveredAdditions);
    private static readonly DeadlineEngine Engine = new(Calendar);

    /// <summary>From 2025 to 2034, with the leap days of 2028 and 2032.</summary>
    private const int TenYears = 3652;

    private static readonly Config Often = Config.QuickThrowOnFailure.WithMaxTest(1000);

    private static readonly Gen<DateOnly> Dates = Gen.Choose(0, TenYears - 1).Select(new DateOnly(2025, 1, 1).AddDays);

    private static readonly Gen<Period> Periods = Gen.OneOf(
        Gen.Choose(1, 80).Select(Period.WorkingHours),
        Gen.Choose(1, 40).Select(Period.WorkingDays),
        Gen.Choose(1, 12).Select(Period.Months),
        Gen.Choose(1, 120).Select(Period.CalendarDays));

    private static readonly Gen<Period> CalendarPeriods = Gen.OneOf(Gen.Choose(1, 24).Select(Period.Months), Gen.Choose(1, 120).Select(Period.CalendarDays));

    private static readonly Gen<DateTimeOffset> Receipts =
        from date in Dates
        from minute in Gen.Choose(0, (24 * 60) - 1)
        select Seoul.At(date, TimeOnly.MinValue.AddMinutes(minute));

    /// <summary>Begins at the earliest on the day after receipt.</summary>
    private static readonly Gen<(int After, int Days)> SinglePauses = Gen.Zip(Gen.Choose(1, 150), Gen.Choose(1, 40)).Select(pause => (pause.Item1, pause.Item2));

    private static readonly Arbitrary<Item> Items = (
        from date in Dates
        from minute in Gen.Choose(0, (24 * 60) - 1)
        from period in Periods
        from pauses in Gen.Zip(Gen.Choose(-5, 200), Gen.Choose(0, 40)).ListOf()
        select new Item(
            Seoul.At(date, TimeOnly.MinValue.AddMinutes(minute)),
            period,
            [.. pauses.Take(4).Select(pause => PauseFrom(date.AddDays(pause.Item1), pause.Item2))])).ToArbitrary();

    [Fact]
    public void The_due_date_is_a_working_day_outside_every_pause() =>
        Holds(item => Due(item) is var due && Calendar.IsWorkingDay(due) && !item.Pauses.Any(pause => pause.Covers(due)));

    [Fact]
    public void The_last_moment_lies_on_the_due_date_after_receipt_and_is_near_before() =>
        Holds(item => Engine.DueAt(item.Received, item.Period, item.Pauses) is var deadline
            && Seoul.DateOf(deadline.Instant!.Value) == deadline.Date
            && deadline.Instant > item.Received
            && deadline.Instant.Value.Offset == TimeSpan.Zero
            && deadline.IsDueSoon(deadline.Instant.Value)
            && !deadline.IsOverdue(deadline.Instant.Value)
            && deadline.IsOverdue(deadline.Instant.Value.AddMicroseconds(1)));

    [Fact]
    public void On_every_day_of_ten_years_no_period_ends_on_a_rest_day_or_outside_its_days()
    {
        foreach (var date in Enumerable.Range(0, TenYears).Select(new DateOnly(2025, 1, 1).AddDays))
        {
            var received = Seoul.At(date, new(11, 0));
            foreach (var days in new[] { 7, 14 })
            {
                var due = Engine.DueAt(received, Period.WorkingDays(days)).Date!.Value;
                Assert.True(Calendar.IsWorkingDay(due) && DaysBetween(date, due.AddDays(1)).Count(Calendar.IsWorkingDay) == days, $"{days} working days from {date:O}: {due:O}");
            }

            foreach (var (period, end) in new[] { (Period.Months(3), EndByTheCalendar(date, 3)), (Period.CalendarDays(30), date.AddDays(30)) })
            {
                var due = Engine.DueAt(received, period).Date!.Value;
                Assert.True(due >= end && Calendar.IsWorkingDay(due) && !DaysBetween(end, due).Any(Calendar.IsWorkingDay), $"{period} from {date:O}: {due:O}");
            }
        }
    }

    [Fact]
    public void One_more_pause_never_makes_it_earlier() =>
        Holds(item => item.Pauses.Length == 0 || Due(item with { Pauses = item.Pauses[1..] }) <= Due(item));

    [Fact]
    public void One_more_day_off_never_makes_it_earlier() =>
        Prop.ForAll(Items, Dates.ToArbitrary(), (item, date) =>
        {
            var fuller = new HolidayCalendar(HolidayRules.Delivered, [.. HolidayRules.DeliveredAdditions, new(date, "designated", "test:1")]);
            var later = new DeadlineEngine(fuller).DueAt(item.Received, item.Period, item.Pauses);
            return Engine.DueAt(item.Received, item.Period, item.Pauses).Instant <= later.Instant;
        }).Check(Often);

    [Fact]
    public void Working_days_from_the_day_of_receipt_to_the_due_date_are_exactly_the_period() =>
        Prop.ForAll(Dates.ToArbitrary(), Gen.Choose(6, 40).ToArbitrary(), (date, days) =>
        {
            var due = Engine.DueAt(Seoul.StartOf(date), Period.WorkingDays(days)).Date!.Value;
            return Enumerable.Range(0, due.DayNumber - date.DayNumber + 1).Count(day => Calendar.IsWorkingDay(date.AddDays(day))) == days;
        }).Check(Often);

    [Fact]
    public void Eight_hours_more_are_one_working_day_more_at_the_same_time() =>
        Prop.ForAll(Items, Gen.Choose(1, 32).ToArbitrary(), (item, hours) =>
        {
            var first = Engine.DueAt(item.Received, Period.WorkingHours(hours)).Instant!.Value;
            var second = Engine.DueAt(item.Received, Period.WorkingHours(hours + OfficeHours.HoursADay)).Instant!.Value;
            var nextDay = Calendar.WorkingDayFrom(Seoul.DateOf(first).AddDays(1));
            return second == Seoul.At(nextDay, TimeOnly.FromDateTime(Seoul.WallClock(first).DateTime));
        }).Check(Often);

    [Fact]
    public void What_waits_since_then_has_waited_so_long_and_what_came_later_has_not() =>
        Prop.ForAll(Receipts.ToArbitrary(), Gen.Choose(1, 40).ToArbitrary(), (now, hours) =>
        {
            var since = OfficeHours.Before(now, TimeSpan.FromHours(hours), Calendar.IsWorkingDay);
            return OfficeHours.After(since, TimeSpan.FromHours(hours), Calendar.IsWorkingDay) <= now
                && OfficeHours.After(since.AddMinutes(1), TimeSpan.FromHours(hours), Calendar.IsWorkingDay) > OfficeHours.After(since, TimeSpan.FromHours(hours), Calendar.IsWorkingDay);
        }).Check(Often);

    [Fact]
    public void Something_received_later_is_never_due_earlier() =>
        Prop.ForAll(Items, Gen.Choose(1, 5000).ToArbitrary(), (item, minutes) =>
        {
            var later = item with { Received = item.Received.AddMinutes(minutes) };
            // months are unequal (Civil Act art. 160): of two receipts within one pause, the later one may be the last day of a shorter month
            var within = item.Period.Unit == PeriodUnit.Months && item.Pauses.Any(pause => DaysFrom(item, later).Any(pause.Covers));
            return within || Due(item) <= Due(later);
        }).Check(Often);

    [Fact]
    public void Months_without_a_pause_end_on_the_first_working_day_from_their_end_by_the_calendar_on() =>
        Prop.ForAll(Receipts.ToArbitrary(), Gen.Choose(1, 24).ToArbitrary(), (received, months) =>
        {
            var end = EndByTheCalendar(Seoul.DateOf(received), months);
            var due = Engine.DueAt(received, Period.Months(months)).Date!.Value;
            return due >= end && Calendar.IsWorkingDay(due) && !DaysBetween(end, due).Any(Calendar.IsWorkingDay);
        }).Check(Often);

    [Fact]
    public void A_pause_within_months_or_calendar_days_puts_their_end_off_by_exactly_its_days() =>
        Prop.ForAll(Receipts.ToArbitrary(), CalendarPeriods.ToArbitrary(), SinglePauses.ToArbitrary(), (received, period, single) =>
        {
            var first = Seoul.DateOf(received);
            var end = period.Unit == PeriodUnit.Months ? EndByTheCalendar(first, period.Length) : first.AddDays(period.Length);
            var pause = PauseFrom(first.AddDays(single.After), single.Days - 1);
            var late = pause.From > end ? end : end.AddDays(single.Days);
            var due = Engine.DueAt(received, period, [pause]).Date!.Value;
            return due >= late && !DaysBetween(late, due).Any(date => Calendar.IsWorkingDay(date) && !pause.Covers(date));
        }).Check(Often);

    [Fact]
    public void A_pause_within_working_days_puts_the_due_date_off_by_exactly_the_working_days_in_it() =>
        Prop.ForAll(Receipts.ToArbitrary(), Gen.Choose(1, 40).Select(Period.WorkingDays).ToArbitrary(), SinglePauses.ToArbitrary(), (received, period, single) =>
        {
            var pause = PauseFrom(Seoul.DateOf(received).AddDays(single.After), single.Days - 1);
            var (without, with) = (Engine.DueAt(received, period), Engine.DueAt(received, period, [pause]));
            var added = pause.From > without.Date ? 0 : DaysBetween(pause.From, pause.To!.Value.AddDays(1)).Count(Calendar.IsWorkingDay);
            return DaysBetween(without.Date!.Value.AddDays(1), with.Date!.Value.AddDays(1)).Count(Calendar.IsWorkingDay) == added
                && Seoul.WallClock(with.Instant!.Value).TimeOfDay == Seoul.WallClock(without.Instant!.Value).TimeOfDay;
        }).Check(Often);

    [Fact]
    public void An_open_pause_within_the_period_stops_the_clock_and_a_later_one_does_not() =>
        Prop.ForAll(Items, Gen.Choose(-10, 10).ToArbitrary(), (item, days) =>
        {
            var due = Due(item);
            var open = new Pause(due.AddDays(days), To: null, "system-failure");
            var deadline = Engine.DueAt(item.Received, item.Period, [.. item.Pauses, open]);
            return days <= 0 ? deadline.PausedSince == open.From && deadline.Date is null : deadline.Date == due;
        }).Check(Often);

    /// <summary>
    /// The day before the one in the last month that bears the first day's number; where it has none such, its last day (Civil Act
    /// arts. 157 and 160, the first day counted).
    /// </summary>
    private static DateOnly EndByTheCalendar(DateOnly first, int months)
    {
        var (year, month) = (first.Year + ((first.Month - 1 + months) / 12), ((first.Month - 1 + months) % 12) + 1);
        return first.Day <= DateTime.DaysInMonth(year, month)
            ? new DateOnly(year, month, first.Day).AddDays(-1)
            : new DateOnly(year, month, DateTime.DaysInMonth(year, month));
    }

    /// <summary>The first included, the last not.</summary>
    private static IEnumerable<DateOnly> DaysBetween(DateOnly first, DateOnly end) => Enumerable.Range(0, Math.Max(0, end.DayNumber - first.DayNumber)).Select(first.AddDays);

    private static IEnumerable<DateOnly> DaysFrom(Item earlier, Item later) => DaysBetween(Seoul.DateOf(earlier.Received), Seoul.DateOf(later.Received));

    private static DateOnly Due(Item item) => Engine.DueAt(item.Received, item.Period, item.Pauses).Date!.Value;

    private static void Holds(Func<Item, bool> property) => Prop.ForAll(Items, property).Check(Often);

    private static Pause PauseFrom(DateOnly from, int days) => new(from, from.AddDays(days), "supplement");

    private sealed record Item(DateTimeOffset Received, Period Period, Pause[] Pauses);
}
