using Microsoft.EntityFrameworkCore;
using MigrantServices.Core.Calendar;
using MigrantServices.Core.Cases;
using MigrantServices.Core.Grievances;
using MigrantServices.Core.People;
using MigrantServices.Core.Privacy;
using MigrantServices.Core.Storage;

namespace MigrantServices.Core.Workday;

/// <summary>Lets a supervisor choose cases, and shows what giving them to colleagues would do. What it shows is put on record.</summary>
public sealed class AssignmentPlanner(PortalDb db, HandlerList handlers, LoadReader loads, Clocks clocks, AssignmentReads reads)
{
    public Task<IReadOnlyList<CaseHandler>> HandlersAsync(Actor supervisor, CancellationToken cancel) => handlers.OfAsync(supervisor, cancel);

    /// <summary>The chosen cases as far as this supervisor sees them; a reference that is foreign and one that does not exist leave no trace.</summary>
    public async Task<IReadOnlyList<WorklistRow>> ChosenAsync(IReadOnlyCollection<string> references, Actor supervisor, CancellationToken cancel)
    {
        var wanted = references.Take(BulkAssignment.Most).ToArray();
        return await reads.RowsAsync(Supervised(supervisor).Where(c => wanted.Contains(c.Reference)), supervisor, cancel);
    }

    /// <summary>All open cases that a list shows, up to as many as can go at once.</summary>
    public Task<IReadOnlyList<WorklistRow>> AllOfAsync(WorklistQuery query, Actor supervisor, CancellationToken cancel)
    {
        var now = reads.Now;
        var asking = new Asking(supervisor.UserId, Seoul.DateOf(now), clocks.SoonUntil(now), now, now);
        return reads.RowsAsync(Supervised(supervisor).Open().In(query.Tab, asking).Matching(query), supervisor, cancel);
    }

    public async Task<AssignmentPlan> PlanAsync(AssignCases form, Actor supervisor, CancellationToken cancel)
    {
        var wanted = form.Cases.Take(BulkAssignment.Most).ToArray();
        // the guards are asked of the cases themselves, so here they are loaded, and watched by nobody
        var cases = await Supervised(supervisor).Where(c => wanted.Contains(c.Reference)).OrderBy(c => c.DueOn).ThenBy(c => c.Id).ToListAsync(cancel);
        var all = await handlers.OfAsync(supervisor, cancel);
        var chosen = all.Where(handler => form.Colleagues.Contains(handler.Id)).ToList();
        // what a colleague has of children counts on the same desk
        var before = await loads.OfAllAsync(supervisor, cancel);
        var weights = cases.ToDictionary(c => c.Id, Weight);
        var able = cases.ToDictionary(c => c.Id, c => chosen.Where(handler => handler.MayHave(c.Municipality)
            && c.WhyNotAssign(supervisor, handler.Id) is null or { Code: HasItAlready }).ToList());
        var dealt = FairShare.Deal(
            cases.Select(c => new WorkToShare(c.Id, c.Language, weights[c.Id], [.. able[c.Id].Select(handler => handler.Id)])),
            chosen.Select(handler => DeskOf(handler, before, cases, weights)));
        var planned = cases.ConvertAll(c => Planned(c, dealt.TryGetValue(c.Id, out var to) ? chosen.Find(handler => handler.Id == to) : null));
        await reads.RecordAsync(supervisor, [.. cases.Select(c => c.Id)], cancel);
        return new(planned, [.. chosen.Select(LoadOf)]);

        PlannedCase Planned(Grievance c, CaseHandler? to) => new(c.Id, c.Reference, c.Revision, c.Status, c.Language, c.DueOn, c.PausedOn, before.FirstOrDefault(load => load.Id is not null && load.Id == c.HandlerId)?.Name)
        {
            To = to,
            Stays = to is not null && to.Id == c.HandlerId,
            WhyNot = to is not null && to.Id != c.HandlerId ? null : WhyNot(c, supervisor, chosen),
        };

        PlannedLoad LoadOf(CaseHandler handler)
        {
            var now = before.FirstOrDefault(load => load.Id == handler.Id);
            var (open, risk) = (now?.Open ?? 0, now?.Risk ?? 0);
            var comes = planned.Where(one => one.To?.Id == handler.Id && !one.Stays).Select(one => one.Id).ToList();
            var goes = planned.Where(one => one.To is not null && !one.Stays && cases.Exists(c => c.Id == one.Id && c.HandlerId == handler.Id)).Select(one => one.Id).ToList();
            return new(handler.Name, open, open + comes.Count - goes.Count, risk, risk + comes.Sum(id => weights[id]) - goes.Sum(id => weights[id]));
        }
    }

    private const string HasItAlready = "assignment.has-it-already";

    // what lies with somebody already and is shared out now does not count twice
    private static DeskLoad DeskOf(CaseHandler handler, IReadOnlyList<Load> before, List<Grievance> cases, Dictionary<Guid, int> weights)
    {
        var load = before.FirstOrDefault(one => one.Id == handler.Id);
        var languages = load?.Languages.ToDictionary(one => one.Key, one => one.Value) ?? [];
        var held = cases.Where(c => c.HandlerId == handler.Id && c.IsOpen).ToList();
        foreach (var one in held)
        {
            languages[one.Language] = languages.GetValueOrDefault(one.Language) - 1;
        }

        return new(handler.Id, (load?.Risk ?? 0) - held.Sum(c => weights[c.Id]), languages);
    }

    private static Refusal WhyNot(Grievance one, Actor supervisor, List<CaseHandler> chosen)
    {
        var there = chosen.Where(handler => handler.MayHave(one.Municipality)).ToList();
        return one.WhyNot(Grievance.Assign, supervisor)
            ?? there.Select(handler => one.WhyNotAssign(supervisor, handler.Id)).FirstOrDefault(why => why is not null)
            ?? new("assignment.no-right-there");
    }

    private int Weight(Grievance one)
    {
        var now = reads.Now;
        return Risk.Of(one.DueOn, one.Status, one.HasUnread, Seoul.DateOf(now), clocks.WithinWorkingDays(now, Risk.SoonWorkingDays));
    }

    private IQueryable<Grievance> Supervised(Actor supervisor) => db.Grievances.AsNoTracking().SupervisedBy(supervisor, Grievance.Service);
}

/// <summary>The rows that are shown while cases are chosen, and the line of access that each showing leaves.</summary>
public sealed class AssignmentReads(PortalDb db, AccessLog access, TimeProvider time)
{
    /// <summary>What the record of access says of it.</summary>
    public const string Detail = "assignment";

    public DateTimeOffset Now => time.GetUtcNow();

    internal async Task<IReadOnlyList<WorklistRow>> RowsAsync(IQueryable<Grievance> cases, Actor supervisor, CancellationToken cancel)
    {
        var rows = await cases.OrderBy(c => c.DueOn).ThenBy(c => c.Id).Take(BulkAssignment.Most).Rows(db.Users).ToListAsync(cancel);
        await RecordAsync(supervisor, [.. rows.Select(row => row.Id)], cancel);
        return [.. rows.OrderBy(row => row.DueOn ?? DateOnly.MaxValue).ThenBy(row => row.Id)];
    }

    public Task RecordAsync(Actor supervisor, Guid[] cases, CancellationToken cancel) => cases.Length == 0
        ? Task.CompletedTask
        : access.WriteAsync(supervisor, AccessDeed.List, cases, Detail, cancel);
}
