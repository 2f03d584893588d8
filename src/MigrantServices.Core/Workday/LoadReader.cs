using Microsoft.EntityFrameworkCore;
using MigrantServices.Core.Calendar;
using MigrantServices.Core.Cases;
using MigrantServices.Core.ChildConfirmations;
using MigrantServices.Core.ChildConfirmations.Casework;
using MigrantServices.Core.Grievances;
using MigrantServices.Core.People;
using MigrantServices.Core.Storage;
using static MigrantServices.Core.Cases.CaseStatus;

namespace MigrantServices.Core.Workday;

/// <summary>What lies on one desk, within the places of whoever asks.</summary>
/// <param name="Id">Null for what nobody has.</param>
/// <param name="Languages">Open cases by language, most first.</param>
public sealed record Load(Guid? Id, string? Name, int Open, int Overdue, int Soon, int Objections, int Unread, DateTimeOffset? Oldest, IReadOnlyList<KeyValuePair<string, int>> Languages)
{
    /// <summary>Petitions in which the whole procedure ends soon, or should have ended.</summary>
    public int RightsNear { get; init; }

    public int Risk => Workday.Risk.Of(Open, Overdue, Soon, Objections, Unread);

    /// <summary>Two piles on one desk.</summary>
    public static Load operator +(Load one, Load other) => new(
        one.Id,
        one.Name ?? other.Name,
        one.Open + other.Open,
        one.Overdue + other.Overdue,
        one.Soon + other.Soon,
        one.Objections + other.Objections,
        one.Unread + other.Unread,
        one.Oldest is null || other.Oldest < one.Oldest ? other.Oldest ?? one.Oldest : one.Oldest,
        [.. one.Languages.Concat(other.Languages).GroupBy(pair => pair.Key).Select(same => KeyValuePair.Create(same.Key, same.Sum(pair => pair.Value))).OrderByDescending(pair => pair.Value).ThenBy(pair => pair.Key, StringComparer.Ordinal)])
    {
        RightsNear = one.RightsNear + other.RightsNear,
    };
}

/// <summary>The load of each colleague, counted in one statement over the open cases.</summary>
public sealed class LoadReader(PortalDb db, HandlerList handlers, Clocks clocks, TimeProvider time)
{
    /// <summary>Every colleague who handles cases there, also one without any; nobody's pile comes first, then the heaviest.</summary>
    public async Task<IReadOnlyList<Load>> ReadAsync(Actor supervisor, CancellationToken cancel)
    {
        var open = db.Grievances.AsNoTracking().SupervisedBy(supervisor, Grievance.Service).Open();
        var until = Seoul.DateOf(time.GetUtcNow()).AddDays(GrievanceClocks.RightsNearOf(clocks, time.GetUtcNow()));
        var near = await DayQueries.RightsUntil(open, until).GroupBy(c => c.HandlerId).Select(pile => new { Id = pile.Key, Count = pile.Count() }).ToListAsync(cancel);
        return [.. (await OfAsync(open, Grievance.Prefix, supervisor, cancel)).Select(load => load with { RightsNear = near.Find(pile => pile.Id == load.Id)?.Count ?? 0 })];
    }

    /// <summary>The same over the cases of children; nobody's where this supervisor leads none.</summary>
    public async Task<IReadOnlyList<Load>> OfChildrenAsync(Actor supervisor, CancellationToken cancel) =>
        supervisor.MunicipalitiesAs(Role.Supervisor, ChildConfirmation.Prefix) is []
            ? []
            : await OfAsync(ChildWorklist.Open(db.ChildConfirmations.AsNoTracking().SupervisedBy(supervisor, ChildConfirmation.Service)), ChildConfirmation.Prefix, supervisor, cancel);

    /// <summary>Everything that lies on each desk, whatever the service.</summary>
    public async Task<IReadOnlyList<Load>> OfAllAsync(Actor supervisor, CancellationToken cancel) =>
        [.. (await ReadAsync(supervisor, cancel)).Concat(await OfChildrenAsync(supervisor, cancel)).GroupBy(load => load.Id).Select(desk => desk.Aggregate((one, other) => one + other))];

    private async Task<IReadOnlyList<Load>> OfAsync<T>(IQueryable<T> open, string service, Actor supervisor, CancellationToken cancel)
        where T : ServiceCase
    {
        var now = time.GetUtcNow();
        var (today, soon) = (Seoul.DateOf(now), clocks.WithinWorkingDays(now, Risk.SoonWorkingDays));
        var piles = await open
            .GroupBy(c => new { c.HandlerId, c.Language })
            .Select(pile => new
            {
                pile.Key.HandlerId,
                pile.Key.Language,
                Open = pile.Count(),
                Overdue = pile.Count(c => c.DueOn < today || c.DueAt < now),
                Soon = pile.Count(c => c.DueOn >= today && c.DueOn <= soon && (c.DueAt == null || c.DueAt >= now)),
                Objections = pile.Count(c => c.Status == Objected || c.Status == ObjectionReview || c.Status == ObjectionProposed),
                Unread = pile.Count(c => c.HasUnread),
                Oldest = pile.Min(c => c.ReceivedAt),
            })
            .ToListAsync(cancel);
        var names = (await handlers.OfAsync(supervisor, service, cancel)).ToDictionary(handler => handler.Id, handler => handler.Name);
        // who has cases and no right any more is named all the same: these cases need somebody
        var gone = piles.Select(pile => pile.HandlerId).OfType<Guid>().Where(id => !names.ContainsKey(id)).Distinct().ToArray();
        var others = gone.Length == 0 ? [] : await db.Users.Where(user => gone.Contains(user.Id)).Select(user => new { user.Id, user.DisplayName }).ToListAsync(cancel);
        var loads = piles.GroupBy(pile => pile.HandlerId).Select(desk => new Load(
            desk.Key,
            desk.Key is { } id ? names.GetValueOrDefault(id) ?? others.Find(other => other.Id == id)?.DisplayName : null,
            desk.Sum(pile => pile.Open),
            desk.Sum(pile => pile.Overdue),
            desk.Sum(pile => pile.Soon),
            desk.Sum(pile => pile.Objections),
            desk.Sum(pile => pile.Unread),
            desk.Min(pile => pile.Oldest),
            [.. desk.OrderByDescending(pile => pile.Open).ThenBy(pile => pile.Language, StringComparer.Ordinal).Select(pile => KeyValuePair.Create(pile.Language, pile.Open))])).ToList();
        var idle = names.Where(name => !loads.Exists(load => load.Id == name.Key)).Select(name => new Load(name.Key, name.Value, 0, 0, 0, 0, 0, null, []));
        return [.. loads.Concat(idle).OrderBy(load => load.Id is null ? 0 : 1).ThenByDescending(load => load.Risk).ThenBy(load => load.Name, StringComparer.Ordinal)];
    }
}
