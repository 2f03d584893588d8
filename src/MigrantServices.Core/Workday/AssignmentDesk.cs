using Microsoft.EntityFrameworkCore;
using MigrantServices.Core.Cases;
using MigrantServices.Core.People;
using MigrantServices.Core.Privacy;
using MigrantServices.Core.Storage;

namespace MigrantServices.Core.Workday;

/// <summary>Gives many cases of a service to colleagues at once, all or none, and takes that back while it is fresh.</summary>
public sealed class AssignmentDesk(PortalDb db, HandlerList handlers, AccessLog access, TimeProvider time)
{
    /// <summary>Carries out what the preview showed. A case that has moved on since stops all of it.</summary>
    /// <exception cref="RefusedException"><c>assignment.nothing</c>, <c>assignment.changed</c>.</exception>
    public async Task<Guid> CarryOutAsync(CaseKind kind, IReadOnlyList<AssignmentLine> lines, Actor supervisor, CancellationToken cancel)
    {
        if (lines.Count is 0 or > BulkAssignment.Most)
        {
            throw new RefusedException(new("assignment.nothing"));
        }

        var able = (await handlers.OfAsync(supervisor, kind.Prefix, cancel)).ToDictionary(handler => handler.Id);
        var cases = await CasesAsync(kind, lines.Select(line => line.CaseId), supervisor, cancel);
        // every guard is asked before the first case is touched
        if (lines.DistinctBy(line => line.CaseId).Count() != lines.Count || !lines.All(MayGo))
        {
            throw new RefusedException(new("assignment.changed"));
        }

        var now = time.GetUtcNow();
        var batch = new BulkAssignment { Service = kind.Prefix, MadeById = supervisor.UserId!.Value, MadeAt = now };
        foreach (var (caseId, _, colleagueId) in lines)
        {
            var one = cases[caseId];
            var former = one.HandlerId;
            one.AssignBy(supervisor, colleagueId, now);
            access.AddChange(supervisor, caseId, ServiceCase.Assign);
            batch.Lines.Add(new() { CaseId = caseId, FromId = former, ToId = colleagueId, Revision = one.Revision });
        }

        db.Add(batch);
        await SaveAsync(cancel);
        return batch.Id;

        bool MayGo(AssignmentLine line) => cases.TryGetValue(line.CaseId, out var one) && one.Revision == line.Revision
            && able.TryGetValue(line.ColleagueId, out var handler) && handler.MayHave(kind.Prefix, one.Municipality)
            && one.WhyNotAssign(supervisor, line.ColleagueId) is null;
    }

    /// <summary>Takes it back for every case on which nobody has worked since; the others stay where they are.</summary>
    /// <exception cref="RefusedException"><c>assignment.not-there</c>, <c>assignment.undone-already</c>, <c>assignment.too-late</c>, <c>assignment.all-changed</c>.</exception>
    public async Task UndoAsync(Guid batchId, Actor supervisor, CancellationToken cancel)
    {
        var batch = await db.Set<BulkAssignment>().Include(b => b.Lines).SingleOrDefaultAsync(b => b.Id == batchId && b.MadeById == supervisor.UserId, cancel)
            ?? throw new RefusedException(new("assignment.not-there"));
        var now = time.GetUtcNow();
        if (batch.UndoneAt is not null || now > batch.UndoUntil)
        {
            throw new RefusedException(batch.UndoneAt is null ? new("assignment.too-late") : new("assignment.undone-already"));
        }

        var kind = ServiceCatalog.All.Single(one => one.Prefix == batch.Service);
        var able = (await handlers.OfAsync(supervisor, kind.Prefix, cancel)).ToDictionary(handler => handler.Id);
        var cases = await CasesAsync(kind, batch.Lines.Select(line => line.CaseId), supervisor, cancel);
        var fresh = batch.Lines.Where(MayComeBack).ToList();
        if (fresh.Count == 0)
        {
            throw new RefusedException(new("assignment.all-changed"));
        }

        foreach (var line in fresh)
        {
            cases[line.CaseId].UndoAssignmentBy(supervisor, line.FromId, now);
            access.AddChange(supervisor, line.CaseId, ServiceCase.UndoAssignment);
            line.IsUndone = true;
        }

        batch.Undo(now);
        await SaveAsync(cancel);

        bool MayComeBack(BulkAssignmentLine line) => cases.TryGetValue(line.CaseId, out var one) && one.Revision == line.Revision
            && (line.FromId is not { } former || (able.TryGetValue(former, out var handler) && handler.MayHave(kind.Prefix, one.Municipality)))
            && one.WhyNot(ServiceCase.UndoAssignment, supervisor) is null;
    }

    private Task<Dictionary<Guid, ServiceCase>> CasesAsync(CaseKind kind, IEnumerable<Guid> ids, Actor supervisor, CancellationToken cancel)
    {
        var wanted = ids.ToArray();
        return SharedWork.Of(db, kind, supervisor).Where(c => wanted.Contains(c.Id)).ToDictionaryAsync(c => c.Id, cancel);
    }

    // what was not saved must not be saved by whoever writes next, such as the record of the page that says so
    private async Task SaveAsync(CancellationToken cancel)
    {
        try
        {
            await db.SaveChangesAsync(cancel);
        }
        catch (DbUpdateConcurrencyException)
        {
            db.ChangeTracker.Clear();
            throw;
        }
    }
}
