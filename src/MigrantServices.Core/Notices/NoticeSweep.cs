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
        // what was said before the closing still goes out in the hours that the person chose; after a confirmation that was refused or has ended
        // the family may still be written to, for as long as the longest time to appeal
        var before = time.GetUtcNow() - Kept;
        await db.Set<NoticeWish>()
            .Where(w => db.Set<ServiceCase>().Any(c => c.Id == w.CaseId
                && (c.Status == CaseStatus.Closed || c.Status == CaseStatus.Withdrawn
                    || ((c.Status == CaseStatus.Refused || c.Status == CaseStatus.Revoked || c.Status == CaseStatus.AgedOut) && c.ChangedAt < before))))
            .Where(w => !db.Set<Notice>().Any(n => n.CaseId == w.CaseId && n.State == NoticeState.Waiting))
            .ExecuteDeleteAsync(cancel);
        await db.Set<Notice>().Where(n => n.MadeAt < before && n.State != NoticeState.Waiting).ExecuteDeleteAsync(cancel);
    }
}
