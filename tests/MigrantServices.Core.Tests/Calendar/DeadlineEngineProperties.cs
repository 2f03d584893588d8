using FsCheck;
using FsCheck.Fluent;
using MigrantServices.Core.Calendar;
using Xunit;

namespace MigrantServices.Core.Tests.Calendar;

public class DeadlineEngineProperties
{
    private static readonly HolidayCalendar Calendar = new(HolidayRules.Delivered, HolidayRules.DeliveredAdditions);
    private static readonly DeadlineEngine Engine = new(Calendar);

    private static readonly Gen<DateOnly> Dates = Gen.Choose(0, 6 * 365).Select(new DateOnly(2025, 1, 1).AddDays);

    private static readonly Gen<Period> Periods = Gen.OneOf(
        Gen.Choose(1, 80).Select(Period.WorkingHours),
        Gen.Choose(1, 40).Select(Period.WorkingDays),
        Gen.Choose(1, 12).Select(Period.Months),
        Gen.Choose(1, 120).Select(Period.CalendarDays));

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
    public void One_more_pause_never_makes_it_earlier() =>
        Holds(item => item.Pauses.Length == 0 || Due(item with { Pauses = item.Pauses[1..] }) <= Due(item));

    [Fact]
    public void One_more_day_off_never_makes_it_earlier() =>
        Prop.ForAll(Items, Dates.ToArbitrary(), (item, date) =>
        {
            var fuller = new HolidayCalendar(HolidayRules.Delivered, [.. HolidayRules.DeliveredAdditions, new(date, "designated", "test:1")]);
            var later = new DeadlineEngine(fuller).DueAt(item.Received, item.Period, item.Pauses);
            return Engine.DueAt(item.Received, item.Period, item.Pauses).Instant <= later.Instant;
        }).QuickCheckThrowOnFailure();

    [Fact]
    public void Working_days_from_the_day_of_receipt_to_the_due_date_are_exactly_the_period() =>
        Prop.ForAll(Dates.ToArbitrary(), Gen.Choose(6, 40).ToArbitrary(), (date, days) =>
        {
            var due = Engine.DueAt(Seoul.StartOf(date), Period.WorkingDays(days)).Date!.Value;
            return Enumerable.Range(0, due.DayNumber - date.DayNumber + 1).Count(day => Calendar.IsWorkingDay(date.AddDays(day))) == days;
        }).QuickCheckThrowOnFailure();

    [Fact]
    public void Eight_hours_more_are_one_working_day_more_at_the_same_time() =>
        Prop.ForAll(Items, Gen.Choose(1, 32).ToArbitrary(), (item, hours) =>
        {
            var first = Engine.DueAt(item.Received, Period.WorkingHours(hours)).Instant!.Value;
            var second = Engine.DueAt(item.Received, Period.WorkingHours(hours + OfficeHours.HoursADay)).Instant!.Value;
            var nextDay = Calendar.WorkingDayFrom(Seoul.DateOf(first).AddDays(1));
            return second == Seoul.At(nextDay, TimeOnly.FromDateTime(Seoul.WallClock(first).DateTime));
        }).QuickCheckThrowOnFailure();

    [Fact]
    public void Something_received_later_is_never_due_earlier() =>
        Prop.ForAll(Items, Gen.Choose(1, 5000).ToArbitrary(), (item, minutes) =>
            // months are unequal: eleven of them from 31 December may end before eleven from the day before (Civil Act art. 160)
            item.Period.Unit == PeriodUnit.Months || Due(item) <= Due(item with { Received = item.Received.AddMinutes(minutes) })).QuickCheckThrowOnFailure();

    [Fact]
    public void An_open_pause_within_the_period_stops_the_clock_and_a_later_one_does_not() =>
        Prop.ForAll(Items, Gen.Choose(-10, 10).ToArbitrary(), (item, days) =>
        {
            var due = Due(item);
            var open = new Pause(due.AddDays(days), To: null, "system-failure");
            var deadline = Engine.DueAt(item.Received, item.Period, [.. item.Pauses, open]);
            return days <= 0 ? deadline.PausedSince == open.From && deadline.Date is null : deadline.Date == due;
        }).QuickCheckThrowOnFailure();

    private static DateOnly Due(Item item) => Engine.DueAt(item.Received, item.Period, item.Pauses).Date!.Value;

    private static void Holds(Func<Item, bool> property) => Prop.ForAll(Items, property).QuickCheckThrowOnFailure();

    private static Pause PauseFrom(DateOnly from, int days) => new(from, from.AddDays(days), "supplement");

    private sealed record Item(DateTimeOffset Received, Period Period, Pause[] Pauses);
}
