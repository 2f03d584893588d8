using System.Text.Json;
using Microsoft.EntityFrameworkCore;
using MigrantServices.Core.Calendar;
using MigrantServices.Core.Cases;
using MigrantServices.Core.Privacy;
using MigrantServices.Core.Storage;
using MigrantServices.Core.Storage.Outbox;

namespace MigrantServices.Core.Notices;

/// <summary>Tells colleagues that something new waits: one mail for all of it, and no second within the hour to who has not looked since the first.</summary>
public sealed class CaseNewsHandler(PortalDb db, WorkingCalendar calendar, TimeProvider time) : IOutboxHandler
{
    public const string JobKind = "mail.news";

    public static readonly TimeSpan Quiet = TimeSpan.FromHours(1);

    public string Kind => JobKind;

    public async Task HandleAsync(string payload, CancellationToken cancel)
    {
        var id = JsonSerializer.Deserialize<Guid>(payload);
        if (await db.Events.AsNoTracking().SingleOrDefaultAsync(e => e.Id == id, cancel) is not { } deed
            || await db.Set<ServiceCase>().AsNoTracking().SingleOrDefaultAsync(c => c.Id == deed.CaseId, cancel) is not { } one)
        {
            return;
        }

        var now = time.GetUtcNow();
        var concerned = await CaseNews.ConcernedAsync(db, deed, one, Seoul.DateOf(now), cancel);
        if (concerned.Count > 0)
        {
            await TellAsync(concerned, now, cancel);
        }
    }

    private async Task TellAsync(List<Guid> concerned, DateTimeOffset now, CancellationToken cancel)
    {
        var waiting = await db.Set<Notice>()
            .Where(n => n.Kind == NoticeKind.Work && n.State == NoticeState.Waiting && n.TryingSince == null && n.ColleagueId != null && concerned.Contains(n.ColleagueId.Value))
            .ToListAsync(cancel);
        foreach (var notice in waiting)
        {
            notice.TellAlso(now);
        }

        var fresh = concerned.Except(waiting.Select(n => n.ColleagueId!.Value)).ToList();
        var since = now - Quiet;
        var colleagues = await db.Users.Where(u => fresh.Contains(u.Id) && u.LeftAt == null).Select(u => new
        {
            u.Id,
            u.Language,
            LastTold = db.Set<Notice>().Where(n => n.ColleagueId == u.Id && n.Kind == NoticeKind.Work && n.SentAt > since).Max(n => n.SentAt),
            LastLook = db.AccessRecords.Where(r => r.UserId == u.Id && r.At > since && r.Deed == AccessDeed.List).Max(r => (DateTimeOffset?)r.At),
        }).ToListAsync(cancel);
        foreach (var colleague in colleagues)
        {
            var earliest = colleague.LastTold is { } told && !(colleague.LastLook > told) ? told + Quiet : now;
            var due = NoticeTimes.NextForColleagues(earliest, calendar.Current.IsWorkingDay);
            var notice = Notice.ForColleague(NoticeKind.Work, colleague.Id, colleague.Language, now, due);
            db.Add(notice);
            db.Add(NoticeHandler.Job(notice.Id, due));
        }

        await db.SaveChangesAsync(cancel);
    }
}
