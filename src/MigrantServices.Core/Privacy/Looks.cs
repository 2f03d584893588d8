using Microsoft.EntityFrameworkCore;
using MigrantServices.Core.Calendar;
using MigrantServices.Core.People;
using MigrantServices.Core.Storage;

namespace MigrantServices.Core.Privacy;

/// <summary>On this day somebody in this role did this with the case.</summary>
public sealed record Look(DateOnly Day, Role Role, AccessDeed Deed);

/// <summary>Tells a person who of the office, which helper and which receiver touched their case: by role and day, never by name.</summary>
public sealed class Looks(PortalDb db)
{
    public const int Most = 200;

    private const int MostRead = 2_000;

    /// <summary>The newest first, each role and deed once a day.</summary>
    public async Task<IReadOnlyList<Look>> AtAsync(Guid caseId, CancellationToken cancel)
    {
        var records = await db.AccessRecords.AsNoTracking()
            .Where(r => r.CaseId == caseId && (r.UserId != null || r.Role == Role.Helper || r.Role == Role.Receiver))
            .OrderByDescending(r => r.At)
            .Take(MostRead)
            .Select(r => new { r.At, r.Role, r.Deed })
            .ToListAsync(cancel);
        return [.. records.Select(r => new Look(Seoul.DateOf(r.At), r.Role, r.Deed)).Distinct().Take(Most)];
    }
}
