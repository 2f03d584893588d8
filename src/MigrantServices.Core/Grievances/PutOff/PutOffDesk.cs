using Microsoft.EntityFrameworkCore;
using MigrantServices.Core.Calendar;
using MigrantServices.Core.Cases;
using MigrantServices.Core.People;
using MigrantServices.Core.Privacy;
using MigrantServices.Core.Storage;

namespace MigrantServices.Core.Grievances.PutOff;

/// <summary>Puts off the last days of those outside the office that have become rest days, and says on each case which day moved.</summary>
/// <remarks>
/// A day that somebody was told is never brought forward when the added day is withdrawn: who planned for it must not come too late.
/// The office's own days, which are the next check and the end of the whole procedure, move both ways.
/// </remarks>
public sealed class PutOffDesk(PortalDb db, Clocks clocks, WorkingCalendar calendar, Procedure procedure, AccessLog access)
{
    public const int AtOnce = 200;

    /// <summary>More rest days than these never follow one another.</summary>
    private const int LongestRest = 14;

    /// <summary>Does the next cases of one sort. Whatever was moved lies on that day no more, so that doing it again changes nothing.</summary>
    /// <returns>From where to go on; null when all are done.</returns>
    public async Task<PutOffFrom?> NextAsync(PutOffFrom piece, DateTimeOffset now, CancellationToken cancel)
    {
        var to = calendar.Current.WorkingDayFrom(piece.Day);
        var rest = piece.Step switch
        {
            PutOffStep.Checks => await ChecksAsync(piece, now, cancel),
            PutOffStep.Rights => await RightsAsync(piece, now, cancel),
            _ when to == piece.Day => null,
            PutOffStep.Supplements => Again(piece, await SupplementsAsync(piece.Day, to, now, cancel)),
            PutOffStep.Objections => Again(piece, await ObjectionsAsync(piece.Day, to, now, cancel)),
            PutOffStep.Replies => Again(piece, await RepliesAsync(piece.Day, to, now, cancel)),
            _ => Again(piece, await MeasuresAsync(piece.Day, to, now, cancel)),
        };
        await db.SaveChangesAsync(cancel);
        db.ChangeTracker.Clear();
        return rest ?? (piece.Step == PutOffStep.Rights ? null : new(piece.Day, piece.Step + 1, null));
    }

    private static PutOffFrom? Again(PutOffFrom piece, int moved) => moved < AtOnce ? null : piece;

    private async Task<int> SupplementsAsync(DateOnly day, DateOnly to, DateTimeOffset now, CancellationToken cancel)
    {
        var cases = await db.Set<ServiceCase>().Where(c => c.Status == CaseStatus.AwaitingSupplement && c.SupplementUntil == day)
            .OrderBy(c => c.Id).Take(AtOnce).ToListAsync(cancel);
        foreach (var one in cases)
        {
            one.PutOffSupplementBy(Actor.Portal, to, now);
            access.AddChange(Actor.Portal, one.Id, ServiceCase.PutOffSupplement);
        }

        return cases.Count;
    }

    private async Task<int> ObjectionsAsync(DateOnly day, DateOnly to, DateTimeOffset now, CancellationToken cancel)
    {
        var statuses = In(Grievance.PutOffObjection);
        var cases = await db.Grievances.Where(c => c.ObjectionUntil == day && statuses.Contains(c.Status) && c.ObjectionApprovedById == null && c.OwnMotionAt == null)
            .OrderBy(c => c.Id).Take(AtOnce).ToListAsync(cancel);
        foreach (var one in cases)
        {
            one.PutOffObjectionBy(Actor.Portal, to, now);
            access.AddChange(Actor.Portal, one.Id, Grievance.PutOffObjection);
        }

        return cases.Count;
    }

    private async Task<int> RepliesAsync(DateOnly day, DateOnly to, DateTimeOffset now, CancellationToken cancel)
    {
        var statuses = In(Grievance.PutOffReply);
        var questions = await db.InquiryRecords.Where(r => r.RepliedOn == null && r.EndedOn == null && r.DueOn == day)
            .Join(db.Grievances.Where(c => statuses.Contains(c.Status)), r => r.CaseId, c => c.Id, (r, c) => new { Question = r, Case = c })
            .OrderBy(q => q.Question.Id).Take(AtOnce).ToListAsync(cancel);
        foreach (var one in questions)
        {
            one.Case.PutOffReplyBy(Actor.Portal, one.Question, to, now);
            access.AddChange(Actor.Portal, one.Case.Id, Grievance.PutOffReply);
        }

        return questions.Count;
    }

    private async Task<int> MeasuresAsync(DateOnly day, DateOnly to, DateTimeOffset now, CancellationToken cancel)
    {
        var statuses = In(Grievance.PutOffMeasures);
        var made = await db.Recommendations.Where(r => r.Reply == null && r.DueOn == day)
            .Join(db.Grievances.Where(c => statuses.Contains(c.Status)), r => r.CaseId, c => c.Id, (r, c) => new { Made = r, Case = c })
            .OrderBy(r => r.Made.Id).Take(AtOnce).ToListAsync(cancel);
        foreach (var one in made)
        {
            one.Case.PutOffMeasuresBy(Actor.Portal, one.Made, to, now);
            access.AddChange(Actor.Portal, one.Case.Id, Grievance.PutOffMeasures);
        }

        return made.Count;
    }

    // reckoned anew from the answer or the last look, as it was planned
    private async Task<PutOffFrom?> ChecksAsync(PutOffFrom piece, DateTimeOffset now, CancellationToken cancel)
    {
        var (day, last, after, statuses) = (piece.Day, piece.Day.AddDays(LongestRest), piece.After, In(Grievance.RecountCheck));
        var planned = await db.Recommendations.Where(r => r.NextCheckOn >= day && r.NextCheckOn <= last && (after == null || r.Id > after))
            .Join(db.Grievances.Where(c => statuses.Contains(c.Status)), r => r.CaseId, c => c.Id, (r, c) => new { Made = r, Case = c })
            .OrderBy(r => r.Made.Id).Take(AtOnce)
            .Select(r => new { r.Made, r.Case, CheckedOn = db.Set<MeasuresCheck>().Where(c => c.RecommendationId == r.Made.Id).Max(c => (DateOnly?)c.CheckedOn) })
            .ToListAsync(cancel);
        foreach (var one in planned)
        {
            var due = procedure.CheckClock(one.Case).DueOn(Seoul.StartOf((one.CheckedOn ?? one.Made.RepliedOn)!.Value), [])!.Value;
            if (due != one.Made.NextCheckOn)
            {
                one.Case.RecountCheckBy(Actor.Portal, one.Made, due, now);
                access.AddChange(Actor.Portal, one.Case.Id, Grievance.RecountCheck);
            }
        }

        return planned.Count < AtOnce ? null : piece with { After = planned[^1].Made.Id };
    }

    // what the office took up itself has this clock for its due day, whose move is told as that
    private async Task<PutOffFrom?> RightsAsync(PutOffFrom piece, DateTimeOffset now, CancellationToken cancel)
    {
        var (before, after, statuses) = (calendar.BeforeChangeOf(piece.Day), piece.After, In(Grievance.RecountRights));
        var open = await db.Grievances.Where(c => statuses.Contains(c.Status) && (c.OwnMotionAt == null || c.Status == CaseStatus.SiteInvestigation))
            .Where(c => after == null || c.Id > after)
            .OrderBy(c => c.Id).Take(AtOnce).Include(c => c.Pauses).ToListAsync(cancel);
        foreach (var one in open)
        {
            var (was, current) = (clocks.Of(Grievance.RightsPeriod, one.ReceivedAt, before), clocks.Of(Grievance.RightsPeriod, one.ReceivedAt));
            if (one.IsRightsMoved(was, current))
            {
                one.RecountRightsBy(Actor.Portal, was, current, now);
                access.AddChange(Actor.Portal, one.Id, Grievance.RecountRights);
            }
        }

        return open.Count < AtOnce ? null : piece with { After = open[^1].Id };
    }

    private static CaseStatus[] In(CaseAction deed) => [.. Grievance.Service.Lifecycle.Where(line => line.Action == deed).Select(line => line.From)];
}

/// <summary>What is put off, one sort after the other.</summary>
public enum PutOffStep
{
    Supplements,
    Objections,
    Replies,
    Measures,
    Checks,
    Rights,
}

/// <summary>Because of which changed day, which sort, and after which case or recommendation.</summary>
public sealed record PutOffFrom(DateOnly Day, PutOffStep Step, Guid? After);
