using Microsoft.EntityFrameworkCore;
using MigrantServices.Core.Cases;
using MigrantServices.Core.People;
using MigrantServices.Core.Privacy;
using MigrantServices.Core.Storage;

namespace MigrantServices.Core.Grievances;

/// <summary>Makes a new code for a case that a colleague took down, when the person has lost the slip.</summary>
public sealed class SlipDesk(PortalDb db, CodeHasher hasher, SessionKeeper sessions, AccessLog access, TimeProvider time)
{
    /// <summary>The old code and whatever is open with it end. The new one is shown once; codes of helpers stay the person's business.</summary>
    public async Task<ReceiptCode> RenewAsync(Grievance grievance, Actor colleague, CancellationToken cancel)
    {
        var now = time.GetUtcNow();
        grievance.RenewCodeBy(colleague, now);
        var lost = await db.Codes.Where(c => c.CaseId == grievance.Id && c.Holder == Role.Filer && c.EndedAt == null).ToListAsync(cancel);
        lost.ForEach(old => old.End(now));
        var code = ReceiptCode.New();
        db.Add(new CaseCode { Hash = await hasher.HashAsync(code, cancel), Holder = Role.Filer, CaseId = grievance.Id, CreatedAt = now });
        access.AddChange(colleague, grievance.Id, Grievance.RenewCode);
        await db.SaveChangesAsync(cancel);
        foreach (var old in lost)
        {
            await sessions.EndAllOfCodeAsync(old.Id, cancel);
        }

        return code;
    }
}
