using Microsoft.EntityFrameworkCore;

namespace MigrantServices.Core.Storage;

/// <summary>Work of which only one at a time may be under way, on whatever machine.</summary>
public enum StorageTurn
{
    /// <summary>Looking for cases of the same person.</summary>
    Duplicates = 7101,

    /// <summary>Marking children in the vault and looking for the same one.</summary>
    ChildDuplicates = 7102,

    /// <summary>Marking the people of an application for support and looking for the same household.</summary>
    Households = 7103,

    /// <summary>Granting help to a person; each person has a turn of their own.</summary>
    Awards = 7105,

    /// <summary>Filling the places of a programme; each programme has a turn of its own.</summary>
    Places = 7106,
}

/// <summary>Waits for its turn until the transaction ends.</summary>
internal static class StorageTurns
{
    public static Task TakeTurnAsync(this PortalDb db, StorageTurn turn, CancellationToken cancel) =>
        db.Database.ExecuteSqlAsync($"select pg_advisory_xact_lock({(long)turn})", cancel);
}
