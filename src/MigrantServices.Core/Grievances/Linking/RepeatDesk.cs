using Microsoft.EntityFrameworkCore;
using MigrantServices.Core.Calendar;
using MigrantServices.Core.Cases;
using MigrantServices.Core.People;
using MigrantServices.Core.Privacy;
using MigrantServices.Core.Storage;

namespace MigrantServices.Core.Grievances.Linking;

/// <summary>What follows when somebody says the same again: a look for the audit section, and whether a further one may be closed.</summary>
public sealed class RepeatDesk(PortalDb db, RepeatLimits limits, AccessLog access, TimeProvider time)
{
    /// <summary>Keeps that somebody who has no part in them looked at those alike.</summary>
    /// <param name="first">The reference of the first of them.</param>
    /// <exception cref="RefusedException"><c>linking.no-such-case</c>, <c>linking.too-few-for-audit</c>, <c>linking.seen-by-its-own</c>, <c>linking.seen-already</c>.</exception>
    public async Task LookAsync(string? first, Actor audit, CancellationToken cancel)
    {
        var now = time.GetUtcNow();
        var grievance = await db.Grievances.VisibleTo(audit, Grievance.Service).Include(c => c.People).FirstOrDefaultAsync(c => c.Reference == first, cancel)
            ?? throw new RefusedException(new("linking.no-such-case"));
        var alike = await AlikeTo(grievance.Id).ToListAsync(cancel);
        var seen = await AlikeTo(grievance.Id).VisibleTo(audit, Grievance.Service).CountAsync(cancel);
        if (seen < limits.Audit(Seoul.DateOf(now)))
        {
            throw new RefusedException(new("linking.too-few-for-audit"));
        }

        if (await db.Set<RepeatLook>().AnyAsync(l => l.FirstId == grievance.Id && l.Alike >= seen, cancel))
        {
            throw new RefusedException(new("linking.seen-already"));
        }

        grievance.LookAtRepeatsBy(audit, alike.SelectMany(c => c.TakesPart), now);
        db.Add(new RepeatLook { FirstId = grievance.Id, Alike = seen, LookedById = audit.UserId!.Value, LookedAt = now });
        await access.SaveChangeAsync(audit, grievance.Id, Grievance.LookAtRepeats, cancel);
    }

    /// <summary>Why a case cannot be closed for this reason; null when it can, and for every other reason.</summary>
    public async Task<Refusal?> WhyNotClosedAsync(Grievance grievance, string? reason, CancellationToken cancel)
    {
        if (reason != Grievance.Repeated)
        {
            return null;
        }

        // it is a decision about this case, so what held when it came holds
        var needed = limits.Close(Seoul.DateOf(grievance.ReceivedAt)) - 1;
        var first = await db.CaseLinks.Where(l => l.UnlinkedAt == null && l.CaseId == grievance.Id && l.Kind == LinkKind.Repeat).Select(l => (Guid?)l.OtherId).FirstOrDefaultAsync(cancel);
        var answered = first is { } id
            ? await AlikeTo(id).CountAsync(c => c.Id != grievance.Id && c.ReceivedAt <= grievance.ReceivedAt && c.AnsweredAt != null, cancel)
            : 0;
        return answered >= needed ? null : new("linking.not-repeated-enough", needed);
    }

    // whether somebody sees them or not: whoever decided one of them has a part in it
    private IQueryable<Grievance> AlikeTo(Guid first) => db.Grievances.AsNoTracking()
        .Where(c => c.Id == first || db.CaseLinks.Any(l => l.UnlinkedAt == null && l.Kind == LinkKind.Repeat && l.OtherId == first && l.CaseId == c.Id));
}
