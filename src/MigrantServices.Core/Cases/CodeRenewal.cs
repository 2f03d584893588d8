using Microsoft.EntityFrameworkCore;
using MigrantServices.Core.People;
using MigrantServices.Core.Privacy;
using MigrantServices.Core.Storage;

namespace MigrantServices.Core.Cases;

/// <summary>Puts a new code in the place of a person's own: what the old one opens, and whatever is open with it, ends.</summary>
public sealed class CodeRenewal(PortalDb db, CodeHasher hasher, SessionKeeper sessions)
{
    /// <summary>Whether a code is there with which the person comes in.</summary>
    public Task<bool> IsHeldAsync(ServiceCase one, CancellationToken cancel) =>
        db.Codes.AnyAsync(c => c.CaseId == one.Id && c.Holder == Role.Filer && c.EndedAt == null, cancel);

    /// <summary>Whether the person ever had one.</summary>
    public Task<bool> WasHeldAsync(ServiceCase one, CancellationToken cancel) => db.Codes.AnyAsync(c => c.CaseId == one.Id && c.Holder == Role.Filer, cancel);

    /// <summary>The new code, to be shown once. It is saved with whatever is saved next; <see cref="EndSessionsAsync"/> follows that.</summary>
    public async Task<(ReceiptCode Code, IReadOnlyList<CaseCode> Lost)> RenewAsync(ServiceCase one, DateTimeOffset now, CancellationToken cancel)
    {
        var lost = await EndAsync(one, now, cancel);
        var code = ReceiptCode.New();
        db.Add(new CaseCode { Hash = await hasher.HashAsync(code, cancel), Holder = Role.Filer, CaseId = one.Id, CreatedAt = now });
        return (code, lost);
    }

    /// <summary>The person's own code ends and none takes its place. Codes of helpers stay the person's business.</summary>
    public async Task<IReadOnlyList<CaseCode>> EndAsync(ServiceCase one, DateTimeOffset now, CancellationToken cancel)
    {
        var lost = await db.Codes.Where(c => c.CaseId == one.Id && c.Holder == Role.Filer && c.EndedAt == null).ToListAsync(cancel);
        lost.ForEach(old => old.End(now));
        return lost;
    }

    public async Task EndSessionsAsync(IReadOnlyList<CaseCode> lost, CancellationToken cancel)
    {
        foreach (var old in lost)
        {
            await sessions.EndAllOfCodeAsync(old.Id, cancel);
        }
    }
}
