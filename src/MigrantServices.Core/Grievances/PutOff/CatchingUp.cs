using Microsoft.EntityFrameworkCore;
using MigrantServices.Core.Calendar;
using MigrantServices.Core.Cases;
using MigrantServices.Core.People;
using MigrantServices.Core.Privacy;
using MigrantServices.Core.Storage;

namespace MigrantServices.Core.Grievances.PutOff;

/// <summary>Does to a case what happened to all open ones while it was handled with another: failed days are left out, its due day and the day of the whole procedure are reckoned anew, and last days that have become rest days are put off.</summary>
public sealed class CatchingUp(PortalDb db, Clocks clocks, WorkingCalendar calendar, AccessLog access)
{
    /// <param name="since">When it was merged.</param>
    public async Task CatchUpAsync(Grievance grievance, DateTimeOffset since, DateTimeOffset now, CancellationToken cancel)
    {
        // another node may have changed the calendar a moment ago
        await calendar.ReadAsync(db, cancel);
        var failures = await db.Set<SystemFailure>().AsNoTracking().Where(f => f.RecordedAt >= since).OrderBy(f => f.From).ToListAsync(cancel);
        foreach (var days in failures.Select(f => new FailedDays(f.From, f.To, null)).Where(days => Concerns(grievance, days)))
        {
            grievance.LeaveOutBy(Actor.Portal, days, clocks.Of(grievance), now);
            access.AddChange(Actor.Portal, grievance.Id, ServiceCase.LeaveOut);
        }

        if (grievance.IsMovedBy(clocks.Of(grievance)))
        {
            grievance.RecountBy(Actor.Portal, clocks.Of(grievance), now);
            access.AddChange(Actor.Portal, grievance.Id, ServiceCase.Recount);
        }

        await RecountRightsAsync(grievance, since, now, cancel);
        var added = await db.Set<AddedDayOff>().AsNoTracking().Where(d => d.AddedAt >= since && d.WithdrawnAt == null).Select(d => d.Day).ToListAsync(cancel);
        if (added.Count > 0)
        {
            await PutOffAsync(grievance, added, now, cancel);
        }
    }

    // what the office took up itself has this clock for its due day, whose move is told as that
    private async Task RecountRightsAsync(Grievance grievance, DateTimeOffset since, DateTimeOffset now, CancellationToken cancel)
    {
        if (!grievance.May(Grievance.RecountRights, Actor.Portal) || (grievance.OwnMotionAt is not null && grievance.Status != CaseStatus.SiteInvestigation))
        {
            return;
        }

        var then = await db.Set<AddedDayOff>().AsNoTracking().Where(d => d.AddedAt < since && (d.WithdrawnAt == null || d.WithdrawnAt >= since)).Select(d => d.Day).ToListAsync(cancel);
        var (was, current) = (clocks.Of(Grievance.RightsPeriod, grievance.ReceivedAt, WorkingCalendar.With(then)), clocks.Of(Grievance.RightsPeriod, grievance.ReceivedAt));
        if (grievance.IsRightsMoved(was, current))
        {
            grievance.RecountRightsBy(Actor.Portal, was, current, now);
            access.AddChange(Actor.Portal, grievance.Id, Grievance.RecountRights);
        }
    }

    private async Task PutOffAsync(Grievance grievance, List<DateOnly> added, DateTimeOffset now, CancellationToken cancel)
    {
        if (grievance.May(ServiceCase.PutOffSupplement, Actor.Portal) && Later(grievance.SupplementUntil) is { } until)
        {
            grievance.PutOffSupplementBy(Actor.Portal, until, now);
            access.AddChange(Actor.Portal, grievance.Id, ServiceCase.PutOffSupplement);
        }

        if (!grievance.May(Grievance.PutOffReply, Actor.Portal))
        {
            return;
        }

        foreach (var question in await db.InquiryRecords.Where(r => r.CaseId == grievance.Id && r.RepliedOn == null && r.EndedOn == null && r.DueOn != null).ToListAsync(cancel))
        {
            if (Later(question.DueOn) is { } day)
            {
                grievance.PutOffReplyBy(Actor.Portal, question, day, now);
                access.AddChange(Actor.Portal, grievance.Id, Grievance.PutOffReply);
            }
        }

        DateOnly? Later(DateOnly? told) => told is { } last && added.Contains(last) ? calendar.Current.WorkingDayFrom(last) : null;
    }

    // as it is said of every open case
    private bool Concerns(Grievance grievance, FailedDays days) =>
        grievance.May(ServiceCase.LeaveOut, Actor.Portal) && !grievance.HasFailure(days) && grievance.ReceivedAt < Seoul.StartOf(days.To.AddDays(1))
        && (grievance.DueOn >= days.From || grievance.PausedOn is not null || grievance.Status == CaseStatus.SiteInvestigation || RightsDayOf(grievance) >= days.From);

    // the day that is kept with it was given up when it was merged
    private DateOnly? RightsDayOf(Grievance grievance) =>
        grievance.HasRightsDay ? grievance.RightsDueOn(clocks.Of(Grievance.RightsPeriod, grievance.ReceivedAt)) : null;
}
