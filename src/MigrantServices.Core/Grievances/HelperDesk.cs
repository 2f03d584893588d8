using Microsoft.EntityFrameworkCore;
using MigrantServices.Core.Cases;
using MigrantServices.Core.People;
using MigrantServices.Core.Privacy;
using MigrantServices.Core.Storage;

namespace MigrantServices.Core.Grievances;

/// <summary>A code that the person gave to somebody who helps them, and since when.</summary>
public sealed record HelperCode(Guid Id, DateTimeOffset Since);

/// <summary>Makes and ends the codes that a person gives to those who help them.</summary>
public sealed class HelperDesk(PortalDb db, CodeHasher hasher, SessionKeeper sessions, AccessLog access, TimeProvider time)
{
    public const int MostCodes = 3;

    /// <summary>The codes that are in force, the newest first.</summary>
    public Task<List<HelperCode>> CodesOfAsync(Guid caseId, CancellationToken cancel) => InForce(caseId)
        .OrderByDescending(c => c.CreatedAt)
        .Select(c => new HelperCode(c.Id, c.CreatedAt))
        .ToListAsync(cancel);

    /// <summary>Makes a code that the person can give away. It is shown once.</summary>
    public async Task<ReceiptCode> GiveAsync(Grievance grievance, Actor actor, CancellationToken cancel)
    {
        if (await InForce(grievance.Id).CountAsync(cancel) >= MostCodes)
        {
            throw new RefusedException(new("case.enough-helpers", MostCodes));
        }

        var now = time.GetUtcNow();
        grievance.GiveHelperCodeBy(actor, now);
        var code = ReceiptCode.New();
        db.Add(new CaseCode { Hash = await hasher.HashAsync(code, cancel), Holder = Role.Helper, CaseId = grievance.Id, CreatedAt = now });
        access.AddChange(actor, grievance.Id, Grievance.GiveHelperCode);
        await db.SaveChangesAsync(cancel);
        return code;
    }

    /// <summary>Ends a helper's code and whatever they have open with it.</summary>
    public async Task EndAsync(Grievance grievance, Guid codeId, Actor actor, CancellationToken cancel)
    {
        var code = await db.Codes.SingleOrDefaultAsync(
            c => c.Id == codeId && c.CaseId == grievance.Id && c.Holder == Role.Helper && c.EndedAt == null, cancel)
            ?? throw new RefusedException(new("case.no-such-helper"));
        var now = time.GetUtcNow();
        grievance.EndHelperCodeBy(actor, now);
        code.End(now);
        access.AddChange(actor, grievance.Id, Grievance.EndHelperCode);
        await db.SaveChangesAsync(cancel);
        await sessions.EndAllOfCodeAsync(codeId, cancel);
    }

    private IQueryable<CaseCode> InForce(Guid caseId) =>
        db.Codes.AsNoTracking().Where(c => c.CaseId == caseId && c.Holder == Role.Helper && c.EndedAt == null);
}
