using Microsoft.EntityFrameworkCore;
using MigrantServices.Core.IdentityVault;
using MigrantServices.Core.Storage;

namespace MigrantServices.Core.ChildConfirmations;

/// <summary>Removes from the vault the children whose filing broke off before their case was stored.</summary>
public sealed class ChildSweep(PortalDb db, VaultDesk vault, TimeProvider time)
{
    /// <summary>Longer than any filing takes.</summary>
    public static readonly TimeSpan After = TimeSpan.FromHours(1);

    public Task<int> OnceAsync(CancellationToken cancel) => vault.SweepAsync(
        time.GetUtcNow() - After,
        async children => await db.ChildConfirmations.Where(c => children.Contains(c.ChildId)).Select(c => c.ChildId).ToListAsync(cancel),
        cancel);
}
