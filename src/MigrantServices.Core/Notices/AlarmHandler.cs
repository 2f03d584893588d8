using System.Text.Json;
using Microsoft.EntityFrameworkCore;
using MigrantServices.Core.Calendar;
using MigrantServices.Core.ChildConfirmations;
using MigrantServices.Core.People;
using MigrantServices.Core.Storage;
using MigrantServices.Core.Storage.Outbox;

namespace MigrantServices.Core.Notices;

/// <summary>A child may be in danger: everybody who can act in its case hears of it at once, at any hour, and once for each alarm.</summary>
public sealed class AlarmHandler(PortalDb db, TimeProvider time) : IOutboxHandler
{
    public const string JobKind = "mail.alarm";

    public string Kind => JobKind;

    public static OutboxJob Job(ChildAlarm alarm) => new()
    {
        Kind = JobKind,
        Payload = JsonSerializer.Serialize(alarm.Id),
        DueAt = alarm.RaisedAt,
        DedupeKey = $"{JobKind}:{alarm.Id}",
    };

    public async Task HandleAsync(string payload, CancellationToken cancel)
    {
        var id = JsonSerializer.Deserialize<Guid>(payload);
        if (await db.Set<ChildAlarm>().AsNoTracking().SingleOrDefaultAsync(a => a.Id == id && a.EndedAt == null, cancel) is not { } alarm)
        {
            return;
        }

        var (now, one) = (time.GetUtcNow(), await db.ChildConfirmations.AsNoTracking().SingleAsync(c => c.Id == alarm.CaseId, cancel));
        var colleagues = await ColleaguesOf.Case(db, one, Role.AllHandlers, Seoul.DateOf(now)).Select(u => new { u.Id, u.Language }).ToListAsync(cancel);
        foreach (var colleague in colleagues.Where(u => u.Id != alarm.RaisedById))
        {
            var notice = Notice.ForColleague(NoticeKind.Alarm, colleague.Id, colleague.Language, now, now);
            db.Add(notice);
            db.Add(NoticeHandler.Job(notice.Id, now));
        }

        await db.SaveChangesAsync(cancel);
    }
}
