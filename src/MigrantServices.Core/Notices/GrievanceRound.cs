using Microsoft.EntityFrameworkCore;
using MigrantServices.Core.Calendar;
using MigrantServices.Core.Cases;
using MigrantServices.Core.Grievances;
using MigrantServices.Core.Storage;
using MigrantServices.Core.Workday;
using static MigrantServices.Core.Cases.CaseStatus;

namespace MigrantServices.Core.Notices;

/// <summary>What waits in grievances beside their own clocks: for a second person, and for who has the case. A statement for each sort, however many colleagues there are.</summary>
public sealed class GrievanceRound(PortalDb db, Clocks clocks, SecondWords seconds)
{
    /// <summary>How many of which thing wait for a colleague; a colleague can be named more than once.</summary>
    public async Task<IReadOnlyList<(Guid Colleague, RoundThing Thing, int Count)>> WaitingAsync(DateTimeOffset now, CancellationToken cancel)
    {
        var today = Seoul.DateOf(now);
        var rightsUntil = today.AddDays(GrievanceClocks.RightsNearOf(clocks, now));
        return
        [
            .. (await seconds.WaitingAsync(today, cancel)).Select(one => (one.Colleague, one.Thing, 1)),
            .. await ByHandlerAsync(RoundThing.SentBack, DayQueries.SentBack(db.Grievances), cancel),
            .. await ByHandlerAsync(RoundThing.SupplementOverdue, db.Grievances.Where(c => c.Status == AwaitingSupplement && c.SupplementUntil < today), cancel),
            .. await ByHandlerAsync(RoundThing.RightsNear, DayQueries.RightsUntil(db.Grievances, rightsUntil), cancel),
            .. await ByHandlerAsync(RoundThing.ChecksDue, db.Recommendations.Where(r => r.NextCheckOn <= today).Join(db.Grievances, r => r.CaseId, c => c.Id, (r, c) => c), cancel),
        ];
    }

    private static async Task<IEnumerable<(Guid, RoundThing, int)>> ByHandlerAsync(RoundThing thing, IQueryable<Grievance> cases, CancellationToken cancel) =>
        (await cases.Where(c => c.HandlerId != null).GroupBy(c => c.HandlerId!.Value).Select(g => new { Id = g.Key, Count = g.Count() }).ToListAsync(cancel))
            .Select(line => (line.Id, thing, line.Count));
}
