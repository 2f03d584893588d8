using Microsoft.EntityFrameworkCore;
using MigrantServices.Core.Calendar;
using MigrantServices.Core.Cases;
using MigrantServices.Core.People;
using MigrantServices.Core.Privacy;
using MigrantServices.Core.Storage;

namespace MigrantServices.Core.ChildConfirmations.Destroying;

/// <summary>What privacy officers see of identities that are to be destroyed: what waits, what is held, and what two people decided. They decide nothing themselves, and open no case by it.</summary>
public sealed class DestructionRegister(PortalDb db, CaseWords words, AccessLog access, TimeProvider time)
{
    /// <summary>What the record of access says of it.</summary>
    public const string Detail = "destructions";

    /// <summary>Of what was decided, the newest.</summary>
    public const int MostDecided = 50;

    /// <summary>What waits for a second person and is held by nobody.</summary>
    public Task<int> WaitingAsync(Actor officer, CancellationToken cancel) =>
        Of(officer).Join(ToDestroy.At(db, Seoul.DateOf(time.GetUtcNow())), one => one.Id, asked => asked.CaseId, (one, asked) => asked.Id).CountAsync(cancel);

    /// <summary>What was asked and not decided first, the oldest before the others; then what was decided, the newest first.</summary>
    public async Task<IReadOnlyList<DestructionLine>> ReadAsync(Actor officer, CancellationToken cancel)
    {
        var all = Of(officer).Join(db.Set<IdentityDestruction>().AsNoTracking(), one => one.Id, asked => asked.CaseId, (one, asked) => new { one.Reference, Asked = asked })
            .Select(line => new
            {
                line.Reference,
                line.Asked,
                By = db.Users.Where(u => u.Id == line.Asked.AskedById).Select(u => u.DisplayName).FirstOrDefault(),
                Second = db.Users.Where(u => u.Id == line.Asked.DecidedById).Select(u => u.DisplayName).FirstOrDefault(),
                HeldUntil = db.Set<DestructionHold>().Where(h => h.CaseId == line.Asked.CaseId && h.LiftedAt == null).Select(h => (DateOnly?)h.Until).FirstOrDefault(),
            });
        var waiting = await all.Where(line => line.Asked.State == DestructionState.Asked && ToDestroyAtAll.Any(asked => asked.Id == line.Asked.Id)).OrderBy(line => line.Asked.AskedAt).ThenBy(line => line.Asked.Id).ToListAsync(cancel);
        var decided = await all.Where(line => line.Asked.State != DestructionState.Asked).OrderByDescending(line => line.Asked.DecidedAt).ThenBy(line => line.Asked.Id).Take(MostDecided).ToListAsync(cancel);
        var lines = waiting.Concat(decided).ToList();
        await access.WriteAsync(officer, AccessDeed.List, [.. lines.Select(line => line.Asked.CaseId).Distinct()], Detail, cancel);
        return [.. lines.Select(line => new DestructionLine(
            line.Reference, new(line.Asked, line.By ?? "", line.Second, words.Open(line.Asked.Reason, line.Asked.Id, SealedField.Destruction)), line.Asked.State == DestructionState.Asked ? line.HeldUntil : null))];
    }

    // held or not: here an officer sees what is held as well
    private IQueryable<IdentityDestruction> ToDestroyAtAll => db.Set<IdentityDestruction>().Where(asked => !db.ChildConfirmations.Any(one => one.Id == asked.CaseId && one.IdentityDestroyedAt != null));

    private IQueryable<ServiceCase> Of(Actor officer) => db.Set<ServiceCase>().AsNoTracking().NamedTo(officer);
}

/// <summary>One identity that is to be destroyed, or was.</summary>
/// <param name="HeldUntil">Up to which day it is thought to be needed; null where nothing holds or it is decided.</param>
public sealed record DestructionLine(string Reference, AskedDestruction Asked, DateOnly? HeldUntil);
