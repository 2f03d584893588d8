using Microsoft.EntityFrameworkCore;
using MigrantServices.Core.Cases;
using MigrantServices.Core.People;
using MigrantServices.Core.Privacy;
using MigrantServices.Core.Storage;

namespace MigrantServices.Core.Grievances.Linking;

/// <summary>Reads what belongs together, as far as the reader sees both sides.</summary>
public sealed class LinkRegister(PortalDb db, AccessLog access)
{
    public const int Most = 50;

    /// <summary>What the record of access says of the list of repeats.</summary>
    public const string Detail = "repeats";

    public async Task<IReadOnlyList<LinkView>> OfAsync(Grievance grievance, Actor actor, CancellationToken cancel)
    {
        var (id, visible) = (grievance.Id, Visible(actor));
        var live = db.CaseLinks.AsNoTracking().Where(l => l.UnlinkedAt == null);
        return await live.Where(l => l.CaseId == id || l.OtherId == id)
            .Join(visible, l => l.CaseId == id ? l.OtherId : l.CaseId, c => c.Id, (l, c) => new { Link = l, Other = c })
            .OrderBy(x => x.Other.ReceivedAt).ThenBy(x => x.Link.Id).Take(Most)
            .Select(x => new LinkView(
                x.Link.Id,
                x.Link.Kind,
                x.Other.Reference,
                x.Other.Status,
                x.Other.ReceivedAt,
                x.Link.OtherId == id,
                live.Where(l => l.OtherId == x.Link.OtherId && l.Kind == LinkKind.Repeat).Join(visible, l => l.CaseId, c => c.Id, (l, c) => c.Id).Count()))
            .ToListAsync(cancel);
    }

    /// <summary>What was repeated so often that the audit section looks at it; the newest first.</summary>
    public async Task<IReadOnlyList<RepeatLine>> RepeatedAsync(Actor supervisor, CancellationToken cancel)
    {
        var visible = Visible(supervisor);
        var found = await db.CaseLinks.AsNoTracking().Where(l => l.UnlinkedAt == null && l.Kind == LinkKind.Repeat)
            .Join(visible, l => l.CaseId, c => c.Id, (l, c) => new { l.OtherId, c.ReceivedAt })
            .GroupBy(x => x.OtherId).Where(g => g.Count() >= CaseLink.RepeatsForAudit)
            .Select(g => new { Id = g.Key, Repeats = g.Count(), Last = g.Max(x => x.ReceivedAt) })
            .Join(visible, g => g.Id, c => c.Id, (g, c) => new { c.Id, c.Reference, c.Status, g.Repeats, g.Last })
            .OrderByDescending(x => x.Last).ThenByDescending(x => x.Id).Take(Most)
            .ToListAsync(cancel);
        await access.WriteAsync(supervisor, AccessDeed.List, [.. found.Select(x => x.Id)], Detail, cancel);
        return [.. found.Select(x => new RepeatLine(x.Reference, x.Status, x.Repeats, x.Last))];
    }

    private IQueryable<Grievance> Visible(Actor actor) => db.Grievances.AsNoTracking().VisibleTo(actor, Grievance.Service);
}

/// <summary>A grievance that belongs together with the one that is open.</summary>
/// <param name="CameLater">The other one repeats the one that is open.</param>
/// <param name="Repeats">How often the first of them was repeated, as far as the reader sees.</param>
public sealed record LinkView(Guid Id, LinkKind Kind, string Reference, CaseStatus Status, DateTimeOffset ReceivedAt, bool CameLater, int Repeats);

/// <summary>A grievance that was repeated.</summary>
public sealed record RepeatLine(string Reference, CaseStatus Status, int Repeats, DateTimeOffset LastAt);
