using Microsoft.EntityFrameworkCore;
using MigrantServices.Core.Calendar;
using MigrantServices.Core.Cases;
using MigrantServices.Core.ChildConfirmations;
using MigrantServices.Core.Grievances;
using MigrantServices.Core.People;
using MigrantServices.Core.Privacy;
using MigrantServices.Core.Storage;
using static MigrantServices.Core.Cases.CaseStatus;

namespace MigrantServices.Core.Workday;

/// <summary>Reads how the petitions of a month were processed, and which checks were made.</summary>
public sealed class MonthReader(PortalDb db, Clocks clocks, AccessLog access, TimeProvider time)
{
    /// <summary>What the record of access says of it.</summary>
    public const string Detail = "monthly-check";

    private const string ProgressPeriod = "progress." + Grievance.Prefix;
    private const int MostChecks = 24;

    /// <summary>The first day of the month that ended last.</summary>
    public DateOnly LastMonth => FirstOf(Seoul.DateOf(time.GetUtcNow())).AddMonths(-1);

    public static DateOnly FirstOf(DateOnly day) => new(day.Year, day.Month, 1);

    public async Task<MonthPage> ReadAsync(DateOnly month, Actor supervisor, CancellationToken cancel)
    {
        var figures = await FiguresAsync(month, supervisor, cancel);
        var overdue = await Supervised(supervisor).Overdue(Now()).OrderBy(c => c.DueOn).ThenBy(c => c.Id).Take(MonthPage.RowsAList).Rows(db.Users).ToListAsync(cancel);
        var progress = await ProgressDue(supervisor).OrderBy(c => c.ReceivedAt).ThenBy(c => c.Id).Take(MonthPage.RowsAList).Rows(db.Users).ToListAsync(cancel);
        await access.WriteAsync(supervisor, AccessDeed.List, [.. overdue.Concat(progress).Select(row => row.Id).Distinct()], Detail, cancel);
        var children = await ChildFiguresAsync(month, supervisor, cancel);
        return new(month, figures, [.. overdue.OrderBy(row => row.DueOn).ThenBy(row => row.Id)], [.. progress.OrderBy(row => row.ReceivedAt).ThenBy(row => row.Id)], children);
    }

    /// <summary>All figures in one statement.</summary>
    public async Task<MonthFigures> FiguresAsync(DateOnly month, Actor supervisor, CancellationToken cancel)
    {
        var (from, to) = (Seoul.StartOf(month), Seoul.StartOf(month.AddMonths(1)));
        var cases = Supervised(supervisor);
        var answered = cases.Where(c => c.AnsweredAt >= from && c.AnsweredAt < to);
        IQueryable<Guid>[] asked =
        [
            cases.Where(c => c.ReceivedAt >= from && c.ReceivedAt < to).Select(c => c.Id),
            answered.Where(c => c.AnsweredInTime == true).Select(c => c.Id),
            answered.Where(c => c.AnsweredInTime == false).Select(c => c.Id),
            answered.Where(c => c.AnsweredInTime == null).Select(c => c.Id),
            db.Set<CaseExtension>().Where(e => e.MadeAt >= from && e.MadeAt < to).Join(cases, e => e.CaseId, c => c.Id, (e, c) => e.Id),
            cases.Overdue(Now()).Select(c => c.Id),
            ProgressDue(supervisor).Select(c => c.Id),
            DayQueries.RightsUntil(cases, Seoul.DateOf(time.GetUtcNow()).AddDays(-1)).Select(c => c.Id),
        ];
        var counted = await asked.Select((ids, number) => ids.GroupBy(_ => 1).Select(all => new TabCount { Tab = number, Cases = all.Count() }))
            .Aggregate(Queryable.Concat).ToListAsync(cancel);
        return new(Of(0), Of(1), Of(2), Of(3), Of(4), Of(5), Of(6), Of(7));

        int Of(int number) => counted.Find(count => count.Tab == number)?.Cases ?? 0;
    }

    /// <summary>The figures of the cases of children in one statement; null for a supervisor who leads none.</summary>
    public async Task<ChildMonthFigures?> ChildFiguresAsync(DateOnly month, Actor supervisor, CancellationToken cancel)
    {
        if (supervisor.MunicipalitiesAs(Role.Supervisor, ChildConfirmation.Prefix) is [])
        {
            return null;
        }

        var (from, to, today) = (Seoul.StartOf(month), Seoul.StartOf(month.AddMonths(1)), Seoul.DateOf(time.GetUtcNow()));
        var cases = db.ChildConfirmations.AsNoTracking().SupervisedBy(supervisor, ChildConfirmation.Service);
        // a refusal has its moment, and papers have theirs
        var decided = cases.Where(c => (c.ConfirmedAt >= from && c.ConfirmedAt < to) || (c.ConfirmedAt == null && c.DecidedAt >= from && c.DecidedAt < to));
        IQueryable<Guid>[] asked =
        [
            cases.Where(c => c.ReceivedAt >= from && c.ReceivedAt < to).Select(c => c.Id),
            decided.Where(c => c.DecidedInTime == true).Select(c => c.Id),
            decided.Where(c => c.DecidedInTime == false).Select(c => c.Id),
            db.Set<CaseExtension>().Where(e => e.MadeAt >= from && e.MadeAt < to).Join(cases, e => e.CaseId, c => c.Id, (e, c) => e.Id),
            cases.Where(c => c.DueOn < today).Select(c => c.Id),
        ];
        var counted = await asked.Select((ids, number) => ids.GroupBy(_ => 1).Select(all => new TabCount { Tab = number, Cases = all.Count() }))
            .Aggregate(Queryable.Concat).ToListAsync(cancel);
        return new(Of(0), Of(1), Of(2), Of(3), Of(4));

        int Of(int number) => counted.Find(count => count.Tab == number)?.Cases ?? 0;
    }

    /// <summary>The newest checks whose places this supervisor shares.</summary>
    public async Task<IReadOnlyList<MonthCheckLine>> ChecksAsync(Actor supervisor, CancellationToken cancel)
    {
        var (places, apart) = (PlacesOf(supervisor), supervisor.HandlesSetApart(Grievance.Prefix));
        return await db.Set<MonthCheck>().AsNoTracking()
            .Where(check => check.IsOfSetApart == apart)
            .Where(check => places == null || check.Places == null || check.Places.Any(place => places.Contains(place)))
            .OrderByDescending(check => check.Month).ThenByDescending(check => check.Id).Take(MostChecks)
            .Select(check => new MonthCheckLine(check, db.Users.Where(user => user.Id == check.CheckedById).Select(user => user.DisplayName).FirstOrDefault()))
            .ToListAsync(cancel);
    }

    /// <summary>The month that ended last, while nobody has checked it for all the places of this supervisor; null when somebody has.</summary>
    public async Task<DateOnly?> UncheckedAsync(Actor supervisor, CancellationToken cancel)
    {
        var (month, places, apart) = (LastMonth, PlacesOf(supervisor), supervisor.HandlesSetApart(Grievance.Prefix));
        var checks = db.Set<MonthCheck>().Where(check => check.Month == month && check.IsOfSetApart == apart);
        var isDone = await (places is null
            ? checks.AnyAsync(check => check.Places == null, cancel)
            : checks.AnyAsync(check => check.Places == null || places.All(place => check.Places.Contains(place)), cancel));
        return isDone ? null : month;
    }

    internal static string[]? PlacesOf(Actor supervisor) => supervisor.MunicipalitiesAs(Role.Supervisor, Grievance.Prefix);

    private IQueryable<Grievance> ProgressDue(Actor supervisor)
    {
        var now = time.GetUtcNow();
        var open = Supervised(supervisor).Open().Where(c => c.Status != Tip && c.Status != Objected && c.Status != ObjectionReview && c.Status != ObjectionProposed);
        return clocks.LaidDownBy(now, ProgressPeriod).Select(OfTime).Aggregate(Queryable.Concat);

        IQueryable<Grievance> OfTime(LaidDown it)
        {
            var (since, from, before) = (now.AddDays(-it.Lengths[0]), it.From, it.Before);
            return open.Where(c => c.ReceivedAt >= from && c.ReceivedAt < before && c.ClockFrom < since)
                .Where(c => !db.Messages.Any(m => m.CaseId == c.Id && m.FromOffice && m.Purpose != MessagePurpose.Receipt && m.SentAt >= since));
        }
    }

    private Asking Now()
    {
        var now = time.GetUtcNow();
        return new(null, Seoul.DateOf(now), default, default, now);
    }

    private IQueryable<Grievance> Supervised(Actor supervisor) => db.Grievances.AsNoTracking().SupervisedBy(supervisor, Grievance.Service);
}
