using System.Text.Json;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Diagnostics;
using MigrantServices.Core.Calendar;
using MigrantServices.Core.Cases;
using MigrantServices.Core.ChildConfirmations;
using MigrantServices.Core.People;
using MigrantServices.Core.Storage.Outbox;

namespace MigrantServices.Core.Notices;

/// <summary>Leaves the notices of every deed in the deed's own save, so that no desk can forget them.</summary>
public sealed class NoticeHook(WorkingCalendar calendar) : SaveChangesInterceptor
{
    public override InterceptionResult<int> SavingChanges(DbContextEventData eventData, InterceptionResult<int> result)
    {
        Leave(eventData.Context!);
        return result;
    }

    public override ValueTask<InterceptionResult<int>> SavingChangesAsync(
        DbContextEventData eventData, InterceptionResult<int> result, CancellationToken cancellationToken = default)
    {
        Leave(eventData.Context!);
        return ValueTask.FromResult(result);
    }

    private void Leave(DbContext db)
    {
        foreach (var alarm in Added<ChildAlarm>(db))
        {
            Add(db, AlarmHandler.Job(alarm));
        }

        var deeds = Added<CaseEvent>(db);
        if (deeds.Count == 0)
        {
            return;
        }

        var cases = db.ChangeTracker.Entries<ServiceCase>().ToDictionary(entry => entry.Entity.Id, entry => entry.Entity);
        var messages = Added<CaseMessage>(db);
        // what arrived they know, for they have just sent it; a pack comes with another letter; and of a letter that tells the deed the deed need not tell again
        var letters = messages.Where(m => m.FromOffice && m.Purpose is not (MessagePurpose.Receipt or MessagePurpose.Handover)).Select(m => (m.CaseId, m.Id, At: m.SentAt)).ToList();
        var told = letters.Concat(deeds.Where(e => AnswersThePerson(e) && !letters.Exists(letter => letter.CaseId == e.CaseId)).Select(e => (e.CaseId, e.Id, e.At)));
        foreach (var (caseId, about, at) in told)
        {
            if (cases.TryGetValue(caseId, out var one) && one.NoticeWish is { } wish)
            {
                TellPerson(db, one, wish, about, at);
            }
        }

        var written = messages.Where(m => !m.FromOffice).Select(m => m.CaseId).ToHashSet();
        foreach (var deed in deeds.Where(e => cases.TryGetValue(e.CaseId, out var one) && CaseNews.Concerns(e, one.Kind, written.Contains(e.CaseId), one)))
        {
            Add(db, new OutboxJob
            {
                Kind = CaseNewsHandler.JobKind,
                Payload = JsonSerializer.Serialize(deed.Id),
                DueAt = deed.At,
                DedupeKey = $"{CaseNewsHandler.JobKind}:{deed.Id}",
            });
        }
    }

    // the office has done with it for now; of what is only closed nothing need be said
    private static bool AnswersThePerson(CaseEvent deed) =>
        deed.UserId is not null && CaseKind.IsOpen(deed.From) && !CaseKind.IsOpen(deed.To) && deed.To != CaseStatus.Closed;

    private void TellPerson(DbContext db, ServiceCase one, NoticeWish wish, Guid about, DateTimeOffset at)
    {
        // a save that failed and is tried again leaves it once
        if (db.ChangeTracker.Entries<Notice>().Any(entry => entry.Entity.Id == about))
        {
            return;
        }

        var due = NoticeTimes.Next(wish.Hours, at, calendar.Current.IsWorkingDay);
        db.Add(new Notice { Id = about, Kind = NoticeKind.Message, CaseId = one.Id, Language = one.Language, MadeAt = at, NewsAt = at, DueAt = due });
        Add(db, NoticeHandler.Job(about, due));
    }

    private static void Add(DbContext db, OutboxJob job)
    {
        if (!db.ChangeTracker.Entries<OutboxJob>().Any(entry => entry.Entity.DedupeKey == job.DedupeKey))
        {
            db.Add(job);
        }
    }

    private static List<T> Added<T>(DbContext db)
        where T : class => [.. db.ChangeTracker.Entries<T>().Where(entry => entry.State == EntityState.Added).Select(entry => entry.Entity)];
}
