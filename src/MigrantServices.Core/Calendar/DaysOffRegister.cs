using Microsoft.EntityFrameworkCore;
using MigrantServices.Core.Storage;

namespace MigrantServices.Core.Calendar;

/// <summary>What the page of public holidays shows.</summary>
public sealed class DaysOffRegister(PortalDb db, WorkingCalendar calendar, TimeProvider time)
{
    /// <summary>The named days off of this year and the next that lie ahead or were this year, in order.</summary>
    public IReadOnlyList<Holiday> Named()
    {
        var year = Seoul.DateOf(time.GetUtcNow()).Year;
        return [.. calendar.Current.HolidaysOf(year), .. calendar.Current.HolidaysOf(year + 1)];
    }

    /// <summary>The days that were added, the latest first; those taken back among them.</summary>
    public async Task<IReadOnlyList<AddedDayLine>> AddedAsync(CancellationToken cancel)
    {
        var today = Seoul.DateOf(time.GetUtcNow());
        return await db.Set<AddedDayOff>().AsNoTracking().OrderByDescending(d => d.Day).ThenBy(d => d.Id).Take(100)
            .Select(d => new AddedDayLine(
                d.Id,
                d.Day,
                d.Name,
                d.Source,
                db.Users.Where(u => u.Id == d.AddedById).Select(u => u.DisplayName).FirstOrDefault(),
                d.AddedAt,
                d.WithdrawnAt,
                d.WithdrawnAt == null && d.Day >= today))
            .ToListAsync(cancel);
    }
}

/// <summary>A day off that was added, and by whom.</summary>
/// <param name="MayGo">It lies ahead and can still be taken back.</param>
public sealed record AddedDayLine(
    Guid Id, DateOnly Day, string Name, string Source, string? AddedBy, DateTimeOffset AddedAt, DateTimeOffset? WithdrawnAt, bool MayGo);
