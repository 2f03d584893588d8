using MigrantServices.Core.Cases;
using MigrantServices.Core.People;
using MigrantServices.Core.Privacy;
using MigrantServices.Core.Reference;
using MigrantServices.Core.Storage;

namespace MigrantServices.Core.ChildConfirmations.Casework;

/// <summary>Keeps what is learned of a child or a parent after the case has begun: under a ground as at its beginning, and in step with the line of history that says so.</summary>
public sealed class ChildKeeping(PortalDb db, ChildDoor door, AccessLog access)
{
    /// <summary>Why nothing of who somebody is may be taken in now: no ground is on record by which whoever learns it need not tell; null when one is.</summary>
    public Refusal? WhyNot(ChildConfirmation one, Actor person) =>
        door.GroundFor(person.IsColleague ? ChildDoor.ReaderOf(person, one.Municipality) : CaseReaders.City, one.Municipality) is null ? new("child.no-ground") : null;

    /// <summary>First the case, whose row is locked with that, then the vault, then both hold. Whoever was slower than somebody else changes nothing in the vault, and nothing is ever put back there.</summary>
    public async Task KeepAsync(ChildConfirmation one, Actor person, CaseAction deed, Func<Task> write, CancellationToken cancel)
    {
        await using var all = await db.Database.BeginTransactionAsync(cancel);
        await access.SaveChangeAsync(person, one.Id, deed, cancel);
        await write();
        await all.CommitAsync(cancel);
    }
}

/// <summary>What opening and correcting who a child is needs beside the vault.</summary>
public sealed record IdentityDeskParts(ReferenceBook Book, ChildKeeping Keeping);
