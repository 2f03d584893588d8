using Microsoft.EntityFrameworkCore;
using MigrantServices.Core.Cases;
using MigrantServices.Core.People;
using MigrantServices.Core.Storage;

namespace MigrantServices.Core.Notices;

/// <summary>Has a notice that was given up sent again. Whether anybody still needs it is asked when it goes, as the first time.</summary>
public sealed class OutboxDesk(PortalDb db, TimeProvider time)
{
    /// <returns>False when there is no such notice.</returns>
    /// <exception cref="RefusedException"><c>notices.not-given-up</c>.</exception>
    public async Task<bool> SendAgainAsync(Guid id, Actor administrator, CancellationToken cancel)
    {
        if (await db.Set<Notice>().FirstOrDefaultAsync(n => n.Id == id, cancel) is not { } notice)
        {
            return false;
        }

        var now = time.GetUtcNow();
        notice.SendAgainBy(administrator, now);
        db.Add(NoticeHandler.Job(id, now));
        await db.SaveChangesAsync(cancel);
        return true;
    }
}
