using Microsoft.EntityFrameworkCore;
using MigrantServices.Core.Cases;
using MigrantServices.Core.Storage;

namespace MigrantServices.Core.Notices;

/// <summary>Destroys addresses that nothing will be sent to any more, and notices that are long done with.</summary>
public sealed class NoticeSweep(PortalDb db, TimeProvider time)
{
    public static readonly TimeSpan Kept = TimeSpan.FromDays(90);

    public async Task OnceAsync(CancellationToken cancel)
    {
        // what was said before the closing still goes out in the hours that the person chose
        await db.Set<NoticeWish>()
            .Where(w => db.Set<ServiceCase>().Any(c => c.Id == w.CaseId && (c.Status == CaseStatus.Closed || c.Status == CaseStatus.Withdrawn)))
            .Where(w => !db.Set<Notice>().Any(n => n.CaseId == w.CaseId && n.State == NoticeState.Waiting))
            .ExecuteDeleteAsync(cancel);
        var before = time.GetUtcNow() - Kept;
        await db.Set<Notice>().Where(n => n.MadeAt < before && n.State != NoticeState.Waiting).ExecuteDeleteAsync(cancel);
    }
}
