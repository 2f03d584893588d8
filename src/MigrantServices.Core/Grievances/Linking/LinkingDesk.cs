using Microsoft.EntityFrameworkCore;
using MigrantServices.Core.Cases;
using MigrantServices.Core.People;
using MigrantServices.Core.Privacy;
using MigrantServices.Core.Storage;

namespace MigrantServices.Core.Grievances.Linking;

/// <summary>Links grievances that belong together, among those that the colleague may see, and takes links off again.</summary>
public sealed class LinkingDesk(PortalDb db, AccessLog access, TimeProvider time)
{
    /// <exception cref="RefusedException"><c>linking.no-such-case</c>, <c>linking.linked-already</c>, <c>linking.same-case</c>, <c>linking.repeats-a-later-one</c>.</exception>
    public async Task LinkAsync(Grievance grievance, LinkCase form, Actor actor, CancellationToken cancel)
    {
        var (kind, reference) = (form.Kind!.Value, form.Reference!.Trim().ToUpperInvariant());
        var other = await Visible(actor).FirstOrDefaultAsync(c => c.Reference == reference, cancel) ?? throw new RefusedException(new("linking.no-such-case"));
        var first = kind == LinkKind.Repeat ? await FirstOfAsync(other, actor, cancel) : other;
        var (one, two) = (grievance.Id, first.Id);
        var isLinked = await Live.AnyAsync(
            l => (l.CaseId == one && l.OtherId == two) || (l.CaseId == two && l.OtherId == one)
                || (kind == LinkKind.Repeat && l.Kind == kind && (l.CaseId == one || l.OtherId == one)),
            cancel);
        if (isLinked)
        {
            throw new RefusedException(new("linking.linked-already"));
        }

        db.Add(grievance.LinkBy(actor, kind, first, time.GetUtcNow()));
        await SaveAsync(grievance, first, actor, Grievance.Link, cancel);
    }

    /// <exception cref="RefusedException"><c>linking.no-such-case</c>, <c>linking.taken-off-already</c>.</exception>
    public async Task UnlinkAsync(Grievance grievance, Guid id, Actor actor, CancellationToken cancel)
    {
        var link = await db.CaseLinks.FirstOrDefaultAsync(l => l.Id == id && (l.CaseId == grievance.Id || l.OtherId == grievance.Id), cancel);
        var otherId = link?.CaseId == grievance.Id ? link.OtherId : link?.CaseId;
        var other = link is null ? null : await Visible(actor).FirstOrDefaultAsync(c => c.Id == otherId, cancel);
        if (link is null || other is null)
        {
            throw new RefusedException(new("linking.no-such-case"));
        }

        grievance.UnlinkBy(actor, link, other, time.GetUtcNow());
        await SaveAsync(grievance, other, actor, Grievance.Unlink, cancel);
    }

    private IQueryable<CaseLink> Live => db.CaseLinks.Where(l => l.UnlinkedAt == null);

    private IQueryable<Grievance> Visible(Actor actor) => db.Grievances.VisibleTo(actor, Grievance.Service);

    // what repeats a repeat repeats the first of them all
    private async Task<Grievance> FirstOfAsync(Grievance other, Actor actor, CancellationToken cancel)
    {
        var firstId = await Live.Where(l => l.CaseId == other.Id && l.Kind == LinkKind.Repeat).Select(l => (Guid?)l.OtherId).FirstOrDefaultAsync(cancel);
        return firstId is null ? other : await Visible(actor).FirstOrDefaultAsync(c => c.Id == firstId, cancel) ?? throw new RefusedException(new("linking.no-such-case"));
    }

    private Task SaveAsync(Grievance one, Grievance other, Actor actor, CaseAction action, CancellationToken cancel)
    {
        access.AddChange(actor, one.Id, action);
        access.AddChange(actor, other.Id, action);
        return db.SaveChangesAsync(cancel);
    }
}
