using Microsoft.EntityFrameworkCore;
using MigrantServices.Core.Cases;
using MigrantServices.Core.Grievances.Linking;
using MigrantServices.Core.People;
using MigrantServices.Core.Storage;

namespace MigrantServices.Core.Grievances.Patterns;

/// <summary>Which cases count for a pattern: never those about the office itself, and none that was taken back.</summary>
internal static class PatternCases
{
    public static IQueryable<Grievance> Of(PortalDb db, Guid token) => db.Set<RespondentToken>().Where(t => t.Token == token && t.Counts)
        .Join(db.Grievances.AsNoTracking().VisibleTo(Actor.Portal, Grievance.Service), t => t.CaseId, c => c.Id, (t, c) => c)
        .Where(c => !c.IsSetApart && c.Status != CaseStatus.Withdrawn);

    public static IQueryable<Grievance> Of(PortalDb db, Guid token, DateTimeOffset from) => Of(db, token).Where(c => c.ReceivedAt >= from);

    public static async Task<IReadOnlyList<IReadOnlyList<Guid>>> GroupsAsync(PortalDb db, IReadOnlyCollection<Guid> cases, CancellationToken cancel)
    {
        var links = await db.Set<CaseLink>().AsNoTracking()
            .Where(l => l.UnlinkedAt == null && (cases.Contains(l.CaseId) || cases.Contains(l.OtherId)))
            .Select(l => new { l.CaseId, l.OtherId }).ToListAsync(cancel);
        return JoinedCases.Groups(cases, links.Select(l => (l.CaseId, l.OtherId)));
    }
}
