using Microsoft.EntityFrameworkCore;
using MigrantServices.Core.Cases;
using MigrantServices.Core.People;
using MigrantServices.Core.Storage;

namespace MigrantServices.Core.Workday;

/// <summary>One case of an assignment that was carried out.</summary>
/// <param name="IsChanged">Somebody has worked on it since, so it stays where it is.</param>
public sealed record AssignedCase(Guid Id, string Reference, string? From, string? To, bool IsUndone, bool IsChanged);

/// <summary>An assignment as it was carried out.</summary>
public sealed record AssignmentView(Guid Id, DateTimeOffset MadeAt, DateTimeOffset UndoUntil, DateTimeOffset? UndoneAt, IReadOnlyList<AssignedCase> Cases);

/// <summary>Shows an assignment to whoever made it, as far as they still see its cases.</summary>
public sealed class AssignmentRegister(PortalDb db, AssignmentReads reads)
{
    public Task<bool> IsThereAsync(Guid id, Actor supervisor, CancellationToken cancel) =>
        db.Set<BulkAssignment>().AnyAsync(b => b.Id == id && b.MadeById == supervisor.UserId, cancel);

    /// <summary>Null when there is no such, or when somebody else made it.</summary>
    public async Task<AssignmentView?> FindAsync(Guid id, Actor supervisor, CancellationToken cancel)
    {
        var batch = await db.Set<BulkAssignment>().AsNoTracking().SingleOrDefaultAsync(b => b.Id == id && b.MadeById == supervisor.UserId, cancel);
        if (batch is null)
        {
            return null;
        }

        var cases = await db.Set<BulkAssignmentLine>().AsNoTracking().Where(line => line.BatchId == id)
            .Join(SharedWork.Of(db, ServiceCatalog.All.Single(kind => kind.Prefix == batch.Service), supervisor), line => line.CaseId, c => c.Id, (line, c) => new { Line = line, c.Id, c.Reference, c.Revision })
            .OrderBy(one => one.Reference)
            .Select(one => new AssignedCase(
                one.Id,
                one.Reference,
                db.Users.Where(u => u.Id == one.Line.FromId).Select(u => u.DisplayName).FirstOrDefault(),
                db.Users.Where(u => u.Id == one.Line.ToId).Select(u => u.DisplayName).FirstOrDefault(),
                one.Line.IsUndone,
                !one.Line.IsUndone && one.Revision != one.Line.Revision))
            .ToListAsync(cancel);
        await reads.RecordAsync(supervisor, [.. cases.Select(one => one.Id)], cancel);
        return new(batch.Id, batch.MadeAt, batch.UndoUntil, batch.UndoneAt, cases);
    }
}
