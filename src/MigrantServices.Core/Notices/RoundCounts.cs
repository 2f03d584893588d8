using Microsoft.EntityFrameworkCore;
using MigrantServices.Core.Calendar;
using MigrantServices.Core.Cases;
using MigrantServices.Core.Grievances;
using MigrantServices.Core.Grievances.Inquiry;
using MigrantServices.Core.People;
using MigrantServices.Core.Storage;
using MigrantServices.Core.Workday;

namespace MigrantServices.Core.Notices;

/// <summary>What waits for whom today, in numbers: a statement for each sort of thing, however many colleagues there are.</summary>
public sealed class RoundCounts(PortalDb db, Clocks clocks, GrievanceRound grievances, ChildRound children, SupportRound support)
{
    /// <summary>The period, in working hours, in which somebody takes what came; the prefix of the service follows.</summary>
    public const string Receipt = "receipt.";

    private readonly Dictionary<Guid, int[]> _all = [];

    /// <summary>By colleague: how many of each <see cref="RoundThing"/>, in their order. Who has nothing is not among them.</summary>
    public async Task<IReadOnlyDictionary<Guid, int[]>> AllAsync(DateTimeOffset now, CancellationToken cancel)
    {
        _all.Clear();
        var (today, soon) = (Seoul.DateOf(now), clocks.SoonUntil(now));
        var due = await db.Set<ServiceCase>().Where(c => c.DueOn <= soon && c.HandlerId != null).GroupBy(c => c.HandlerId)
            .Select(g => new { Id = g.Key, Overdue = g.Count(c => c.DueOn < today || c.DueAt < now), Soon = g.Count(c => c.DueOn >= today && (c.DueAt == null || c.DueAt >= now)) }).ToListAsync(cancel);
        due.ForEach(line => Add(line.Id, RoundThing.Overdue, line.Overdue));
        due.ForEach(line => Add(line.Id, RoundThing.DueSoon, line.Soon));

        var unanswered = await db.Recommendations.Where(r => r.Reply == null && r.DueOn < today)
            .Join(db.Set<ServiceCase>(), r => r.CaseId, c => c.Id, (r, c) => c.HandlerId)
            .GroupBy(handler => handler).Select(g => new { Id = g.Key, Count = g.Count() }).ToListAsync(cancel);
        unanswered.ForEach(line => Add(line.Id, RoundThing.Unanswered, line.Count));

        // a case that is closed to a colleague waits for them with nothing
        var apart = OpenRights.On(db, today).Where(g => g.ForSetApart);
        var tasks = await db.Set<CaseTask>().Where(t => t.DoneAt == null && t.DueOn <= today)
            .Where(t => db.Set<ServiceCase>().Any(c => c.Id == t.CaseId && !c.ClosedTo.Contains(t.ForId) && (!c.IsSetApart || apart.Any(g => g.UserId == t.ForId))))
            .GroupBy(t => t.ForId).Select(g => new { Id = (Guid?)g.Key, Count = g.Count() }).ToListAsync(cancel);
        tasks.ForEach(line => Add(line.Id, RoundThing.Tasks, line.Count));

        var questions = await DayQueries.Waiting(db.InquiryRecords, Grievance.AskRespondent).Where(r => r.DueOn <= soon)
            .Join(db.Grievances.Where(c => c.Status == CaseStatus.Investigating || c.Status == CaseStatus.SiteInvestigation), r => r.CaseId, c => c.Id, (r, c) => c.HandlerId)
            .GroupBy(handler => handler).Select(g => new { Id = g.Key, Count = g.Count() }).ToListAsync(cancel);
        questions.ForEach(line => Add(line.Id, RoundThing.RespondentDue, line.Count));

        var settlements = await DayQueries.Waiting(db.InquiryRecords, Grievance.ProposeSettlement).Where(r => r.DueOn <= soon)
            .Join(db.Grievances.Where(c => c.Status == CaseStatus.Mediating), r => r.CaseId, c => c.Id, (r, c) => c.HandlerId)
            .GroupBy(handler => handler).Select(g => new { Id = g.Key, Count = g.Count() }).ToListAsync(cancel);
        settlements.ForEach(line => Add(line.Id, RoundThing.SettlementDue, line.Count));

        var elsewhere = await db.Grievances.Where(c => c.Jurisdiction == Competence.NotOurs && c.ReferredAt == null && c.HandlerId != null && !c.IsAnonymous)
            .Where(c => c.Status == CaseStatus.UnderReview || c.Status == CaseStatus.Investigating || c.Status == CaseStatus.SiteInvestigation || c.Status == CaseStatus.Mediating)
            .GroupBy(c => c.HandlerId).Select(g => new { Id = g.Key, Count = g.Count() }).ToListAsync(cancel);
        elsewhere.ForEach(line => Add(line.Id, RoundThing.NotReferred, line.Count));

        var asking = new Asking(null, today, soon, now, now);
        foreach (var bars in GrievanceClocks.BarsOf(clocks, now))
        {
            var barred = await DayQueries.NearABar(db.Grievances, asking, bars).Where(b => b.Case.HandlerId != null)
                .GroupBy(b => b.Case.HandlerId).Select(g => new { Id = g.Key, Count = g.Count() }).ToListAsync(cancel);
            barred.ForEach(line => Add(line.Id, RoundThing.BarNear, line.Count));
        }

        foreach (var wait in GrievanceClocks.WaitsOf(clocks, now))
        {
            var silent = await DayQueries.Silent(wait.Of(db.Grievances), db.Referrals, asking with { Silent = wait.Silent }).Where(s => s.Case.HandlerId != null)
                .GroupBy(s => s.Case.HandlerId).Select(g => new { Id = g.Key, Count = g.Count() }).ToListAsync(cancel);
            silent.ForEach(line => Add(line.Id, RoundThing.ReferralSilent, line.Count));
        }

        foreach (var (colleague, thing, count) in await grievances.WaitingAsync(now, cancel))
        {
            Add(colleague, thing, count);
        }

        foreach (var (colleague, thing, count) in await children.WaitingAsync(now, cancel))
        {
            Add(colleague, thing, count);
        }

        foreach (var (colleague, thing, count) in await support.WaitingAsync(now, cancel))
        {
            Add(colleague, thing, count);
        }

        await CountNotTakenAsync(now, today, cancel);
        return _all;
    }

    /// <summary>What nobody has taken within the hours for receipt waits for the supervisors of its place.</summary>
    private async Task CountNotTakenAsync(DateTimeOffset now, DateOnly today, CancellationToken cancel)
    {
        var supervisors = await OpenRights.On(db, today).Where(g => g.Role == Role.Supervisor)
            .Select(g => new { g.UserId, Grant = new { g.Services, g.Municipalities, g.ForSetApart } }).ToListAsync(cancel);
        foreach (var (kind, hours) in ServiceCatalog.All.SelectMany(kind => clocks.LaidDownBy(now, Receipt + kind.Prefix), (kind, hours) => (kind, hours)))
        {
            // few cases are closed to anybody: those have a line each
            var places = await NotTaken(kind, hours, clocks.WaitingSince(hours.Lengths[0], now)).GroupBy(c => new { c.Municipality, c.IsSetApart, c.ClosedTo })
                .Select(g => new { Place = g.Key.Municipality, g.Key.IsSetApart, g.Key.ClosedTo, Count = g.Count() }).ToListAsync(cancel);
            foreach (var somebody in supervisors.GroupBy(s => s.UserId))
            {
                var grants = somebody.Select(s => new Grant(Role.Supervisor, s.Grant.Services, s.Grant.Municipalities) { ForSetApart = s.Grant.ForSetApart }).ToList();
                Add(somebody.Key, RoundThing.NotTaken, places.Where(p => !p.ClosedTo.Contains(somebody.Key) && grants.Exists(g => g.ForSetApart == p.IsSetApart && g.Covers(kind.Prefix, p.Place))).Sum(p => p.Count));
            }
        }
    }

    // an objection counts from when it came, as its clock does; and what was given to somebody is not taken on by that
    private IQueryable<ServiceCase> NotTaken(CaseKind kind, LaidDown it, DateTimeOffset since) => db.Set<ServiceCase>()
        .VisibleTo(Actor.Portal, kind)
        .Where(c => c.ReceivedAt >= it.From && c.ReceivedAt < it.Before)
        .Where(c => EF.Property<string>(c, "service") == kind.Prefix)
        .Where(c => c.HandlerId == null || c.Status == CaseStatus.Submitted || c.Status == CaseStatus.Objected)
        .Where(c => ((c.Status == CaseStatus.Tip || c.Status == CaseStatus.Submitted) && c.ClockFrom <= since)
            || (c.Status == CaseStatus.Objected && ((Grievance)c).ObjectedAt <= since));

    private void Add(Guid? colleague, RoundThing thing, int count)
    {
        if (colleague is not { } id || count == 0)
        {
            return;
        }

        if (!_all.TryGetValue(id, out var counts))
        {
            _all[id] = counts = new int[Enum.GetValues<RoundThing>().Length];
        }

        counts[(int)thing] += count;
    }
}
