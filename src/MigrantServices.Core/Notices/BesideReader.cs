using Microsoft.EntityFrameworkCore;
using MigrantServices.Core.Cases;
using MigrantServices.Core.Storage;

namespace MigrantServices.Core.Notices;

/// <summary>What stands beside an open case: its tasks, and whether the person could be told.</summary>
public sealed class BesideReader(PortalDb db, TaskList tasks)
{
    public async Task<Beside> ReadAsync(ServiceCase one, CancellationToken cancel)
    {
        var last = await db.Set<Notice>().AsNoTracking()
            .Where(n => n.CaseId == one.Id && (n.State == NoticeState.Sent || n.State == NoticeState.GivenUp))
            .OrderByDescending(n => n.MadeAt).Select(n => (NoticeState?)n.State).FirstOrDefaultAsync(cancel);
        var all = await tasks.InAsync(one, cancel);
        return new(one.Reference, [.. all.Where(t => t.DoneAt is null)], last == NoticeState.GivenUp);
    }
}

/// <summary>What stands beside a case.</summary>
/// <param name="IsUndelivered">The last mail to the person could not be delivered.</param>
public sealed record Beside(string Reference, IReadOnlyList<TaskLine> ToDo, bool IsUndelivered);
