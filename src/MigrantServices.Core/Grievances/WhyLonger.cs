using Microsoft.EntityFrameworkCore;
using MigrantServices.Core.Cases;
using MigrantServices.Core.Storage;

namespace MigrantServices.Core.Grievances;

/// <summary>For which of the lawful reasons a running clock was extended: the person and the office read the same.</summary>
internal static class WhyLonger
{
    /// <summary>The reason of its last extension, as a code; null where something else moved its day, or nothing.</summary>
    public static async Task<string?> OfAsync(PortalDb db, Grievance grievance, CancellationToken cancel)
    {
        if (grievance.DueMovedBy != ServiceCase.Extend.Code)
        {
            return null;
        }

        var (clock, from) = (grievance.RunningClock.Period, grievance.RunsFrom);
        return await db.Set<CaseExtension>().AsNoTracking().Where(e => e.CaseId == grievance.Id && e.Clock == clock && e.CountedFrom == from)
            .OrderByDescending(e => e.Number).Select(e => e.Reason).FirstOrDefaultAsync(cancel);
    }
}
