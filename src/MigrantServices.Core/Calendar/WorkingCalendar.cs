using Microsoft.EntityFrameworkCore;
using MigrantServices.Core.Storage;

namespace MigrantServices.Core.Calendar;

/// <summary>The calendar that holds now: the rules that the portal is delivered with, and the days off that the office has added since.</summary>
public sealed class WorkingCalendar : IDisposable
{
    private readonly SemaphoreSlim _turn = new(1, 1);
    private volatile HolidayCalendar _current = With([]);
    private DateOnly[] _added = [];

    public HolidayCalendar Current => _current;

    /// <summary>Reads the added days again; the calendar changes only when they have.</summary>
    public Task ReadAsync(PortalDb db, CancellationToken cancel) => ReadAsync(
        () => db.Set<AddedDayOff>().AsNoTracking().Where(d => d.WithdrawnAt == null).OrderBy(d => d.Day).Select(d => d.Day).ToArrayAsync(cancel), cancel);

    /// <summary>One reads after the other: what was read before a change must not take the place of what was read after it, or the cases that it moves would be passed over.</summary>
    /// <param name="added">Asks for the days, in order of date.</param>
    public async Task ReadAsync(Func<Task<DateOnly[]>> added, CancellationToken cancel)
    {
        await _turn.WaitAsync(cancel);
        try
        {
            Fill(await added());
        }
        finally
        {
            _turn.Release();
        }
    }

    /// <param name="added">In order of date.</param>
    public void Fill(DateOnly[] added)
    {
        if (!added.AsSpan().SequenceEqual(_added))
        {
            (_added, _current) = (added, With(added));
        }
    }

    /// <summary>The calendar as it was before this day was added, or before it was withdrawn.</summary>
    public HolidayCalendar BeforeChangeOf(DateOnly day) => With(_added.Contains(day) ? _added.Where(added => added != day) : _added.Append(day));

    /// <summary>The calendar with these added days and no others.</summary>
    public static HolidayCalendar With(IEnumerable<DateOnly> added) =>
        new(HolidayRules.Delivered, [.. HolidayRules.DeliveredAdditions, .. added.Select(day => new AddedHoliday(day, AddedHoliday.Designated, "public-holidays:2"))]);

    public void Dispose() => _turn.Dispose();
}
