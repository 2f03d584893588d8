using Microsoft.EntityFrameworkCore;
using MigrantServices.Core.Calendar;
using MigrantServices.Core.Cases;
using MigrantServices.Core.People;
using MigrantServices.Core.Privacy;
using MigrantServices.Core.Storage;

namespace MigrantServices.Core.Grievances.Linking;

/// <summary>Reads what belongs together, as far as the reader sees both sides.</summary>
public sealed class LinkRegister(PortalDb db, RepeatLimits limits, AccessLog access, TimeProvider time)
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
                live.Where(l => l.OtherId == x.Link.OtherId && l.Kind == LinkKind.Repeat).Join(visible, l => l.CaseId, c => c.Id, (l, c) => c.Id).Count() + 1))
            .ToListAsync(cancel);
    }

    /// <summary>From how many alike the audit section looks at them, and from which on one may be closed.</summary>
    public (int Audit, int Close) Limits => (limits.Audit(Today), limits.Close(Today));

    /// <summary>What was repeated so often that the audit section looks at it, with who looked; the newest first.</summary>
    public async Task<IReadOnlyList<RepeatLine>> RepeatedAsync(Actor supervisor, CancellationToken cancel)
    {
        var (visible, needed) = (Visible(supervisor), limits.Audit(Today));
        var looks = db.Set<RepeatLook>().AsNoTracking();
        var found = await db.CaseLinks.AsNoTracking().Where(l => l.UnlinkedAt == null && l.Kind == LinkKind.Repeat)
            .Join(visible, l => l.CaseId, c => c.Id, (l, c) => new { l.OtherId, c.ReceivedAt })
            .GroupBy(x => x.OtherId).Where(g => g.Count() + 1 >= needed)
            .Select(g => new { Id = g.Key, Alike = g.Count() + 1, Last = g.Max(x => x.ReceivedAt) })
            .Join(visible, g => g.Id, c => c.Id, (g, c) => new
            {
                c.Id,
                c.Reference,
                c.Status,
                g.Alike,
                g.Last,
                Looks = looks.Where(l => l.FirstId == c.Id).OrderByDescending(l => l.LookedAt)
                    .Select(l => new RepeatLooked(db.Users.Where(u => u.Id == l.LookedById).Select(u => u.DisplayName).First(), l.LookedAt, l.Alike)).ToList(),
            })
            .OrderByDescending(x => x.Last).ThenByDescending(x => x.Id).Take(Most)
            .ToListAsync(cancel);
        await access.WriteAsync(supervisor, AccessDeed.List, [.. found.Select(x => x.Id)], Detail, cancel);
        // whoever looked may have seen more than this reader does
        return [.. found.Select(x => new RepeatLine(x.Reference, x.Status, x.Alike, x.Last, [.. x.Looks.Select(look => look with { Alike = Math.Min(look.Alike, x.Alike) })]))];
    }

    private DateOnly Today => Seoul.DateOf(time.GetUtcNow());

    private IQueryable<Grievance> Visible(Actor actor) => db.Grievances.AsNoTracking().VisibleTo(actor, Grievance.Service);
}

/// <summary>A grievance that belongs together with the one that is open.</summary>
/// <param name="CameLater">The other one repeats the one that is open.</param>
/// <param name="Alike">How many say the same, the first counted with them, as far as the reader sees.</param>
public sealed record LinkView(Guid Id, LinkKind Kind, string Reference, CaseStatus Status, DateTimeOffset ReceivedAt, bool CameLater, int Alike);

/// <summary>A grievance that was repeated.</summary>
/// <param name="Looks">Who looked at it for the audit section, the newest first.</param>
public sealed record RepeatLine(string Reference, CaseStatus Status, int Alike, DateTimeOffset LastAt, IReadOnlyList<RepeatLooked> Looks)
{
    /// <summary>As many as there are were not looked at yet.</summary>
    public bool IsToBeSeen => !Looks.Any(look => look.Alike >= Alike);
}

/// <summary>A look for the audit section.</summary>
/// <param name="Alike">At how many, as far as the reader sees them.</param>
public sealed record RepeatLooked(string By, DateTimeOffset At, int Alike);
