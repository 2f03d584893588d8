using System.Text.Json;
using Microsoft.EntityFrameworkCore;
using MigrantServices.Core.Calendar;
using MigrantServices.Core.Storage;
using MigrantServices.Core.Storage.Outbox;

namespace MigrantServices.Core.Notices;

/// <summary>The round of a working day: one mail for each colleague for whom something is due, overdue or not yet taken.</summary>
public sealed class RoundHandler(PortalDb db, RoundCounts counts, WorkingCalendar calendar, TimeProvider time) : IOutboxHandler
{
    public const string JobKind = "mail.round";

    public string Kind => JobKind;

    /// <summary>The round of a day: there is never a second one for it.</summary>
    public static OutboxJob Job(DateOnly day) => new()
    {
        Kind = JobKind,
        Payload = JsonSerializer.Serialize(day),
        DueAt = Seoul.At(day, OfficeHours.Opens),
        DedupeKey = $"{JobKind}:{day:yyyy-MM-dd}",
    };

    public async Task HandleAsync(string payload, CancellationToken cancel)
    {
        var now = time.GetUtcNow();
        var found = await counts.AllAsync(now, cancel);
        var ids = found.Keys.ToArray();
        var colleagues = await db.Users.Where(u => ids.Contains(u.Id) && u.LeftAt == null).Select(u => new { u.Id, u.Language }).ToListAsync(cancel);
        var due = NoticeTimes.NextForColleagues(now, calendar.Current.IsWorkingDay);
        foreach (var colleague in colleagues)
        {
            var notice = Notice.ForColleague(NoticeKind.Reminder, colleague.Id, colleague.Language, now, due, found[colleague.Id]);
            db.Add(notice);
            db.Add(NoticeHandler.Job(notice.Id, due));
        }

        await db.SaveChangesAsync(cancel);
    }
}
