using Microsoft.EntityFrameworkCore;
using MigrantServices.Core.Calendar;
using MigrantServices.Core.Cases;
using MigrantServices.Core.IdentityVault;
using MigrantServices.Core.People;
using MigrantServices.Core.Privacy;
using MigrantServices.Core.Reference;
using MigrantServices.Core.Storage;
using Npgsql;

namespace MigrantServices.Core.ChildConfirmations.Destroying;

/// <summary>Destroys what is known of one parent who was taken out of a child's file, by two people. The child, the others and the case stay as they are.</summary>
public sealed class ParentDestructionDesk(PortalDb db, DestroyingParts parts, AccessLog access, TimeProvider time)
{
    /// <summary>The parents who were taken out of the file and are still known, with what was asked of each last.</summary>
    public async Task<IReadOnlyList<ParentOut>> OutAsync(ChildConfirmation one, CancellationToken cancel)
    {
        var known = await parts.Vault.UnlinkedAsync(one.ChildId, cancel);
        var asked = await db.Set<IdentityDestruction>().AsNoTracking().Where(d => d.CaseId == one.Id && d.ParentId != null).OrderByDescending(d => d.AskedAt)
            .Select(d => new
            {
                Of = d,
                By = db.Users.Where(u => u.Id == d.AskedById).Select(u => u.DisplayName).FirstOrDefault(),
                Second = db.Users.Where(u => u.Id == d.DecidedById).Select(u => u.DisplayName).FirstOrDefault(),
            })
            .ToListAsync(cancel);
        var said = asked.Select(line => new AskedDestruction(line.Of, line.By ?? "", line.Second, parts.Words.Open(line.Of.Reason, line.Of.Id, SealedField.Destruction))).ToList();
        return
        [
            .. known.Select(parent => new ParentOut(parent.Id, parent, said.Find(line => line.Of.ParentId == parent.Id))),
            .. said.Where(line => line.Of.State == DestructionState.Done).Select(line => new ParentOut(line.Of.ParentId!.Value, null, line)),
        ];
    }

    /// <exception cref="RefusedException"><c>child.parent-not-out</c>, <c>child.destruction-asked</c>, <c>child.destroyed</c>.</exception>
    public async Task AskAsync(ChildConfirmation one, Guid parentId, AskDestruction form, Actor actor, CancellationToken cancel)
    {
        var (id, now) = (Guid.CreateVersion7(), time.GetUtcNow());
        Refuse(one.WhyNot(ChildConfirmation.AskParentDestruction, actor)
            ?? await WhyNotNowAsync(one, parentId, cancel)
            ?? (await WaitingAsync(one, parentId, cancel) is not null ? new("child.destruction-asked") : null));
        var ground = parts.Book.Find(Lists.DestructionGrounds, form.Ground, Seoul.DateOf(now))!;
        one.AskParentDestructionBy(actor, ground.Code, now);
        db.Add(new IdentityDestruction
        {
            Id = id,
            CaseId = one.Id,
            ParentId = parentId,
            Ground = ground.Code,
            GroundSince = ground.ValidFrom,
            Reason = parts.Words.Seal(form.Reason!, id, SealedField.Destruction),
            AskedById = actor.UserId!.Value,
            AskedAt = now,
        });
        try
        {
            await access.SaveChangeAsync(actor, one.Id, ChildConfirmation.AskParentDestruction, cancel);
        }
        catch (DbUpdateException twice) when (twice.InnerException is PostgresException { SqlState: PostgresErrorCodes.UniqueViolation, ConstraintName: DestructionConfiguration.OneOfAParent })
        {
            throw new RefusedException(new("child.destruction-asked"));
        }
    }

    /// <exception cref="RefusedException"><c>case.needs-a-second-person</c>, <c>child.destruction-not-asked</c>.</exception>
    public async Task DeclineAsync(ChildConfirmation one, Guid parentId, Actor actor, CancellationToken cancel)
    {
        var asked = await AskedForAsync(one, parentId, ChildConfirmation.DeclineParentDestruction, actor, cancel);
        asked.DeclineBy(actor, time.GetUtcNow());
        one.DeclineParentDestructionBy(actor, time.GetUtcNow());
        await access.SaveChangeAsync(actor, one.Id, ChildConfirmation.DeclineParentDestruction, cancel);
    }

    /// <summary>Destroys the parent's key, and with it what lies in backups. Should it break off in between, it is still asked for, and is done again.</summary>
    /// <exception cref="RefusedException"><c>case.needs-a-second-person</c>, <c>child.destruction-not-asked</c>, <c>child.parent-not-out</c>, <c>child.destruction-held</c>.</exception>
    public async Task DestroyAsync(ChildConfirmation one, Guid parentId, Actor actor, CancellationToken cancel)
    {
        var asked = await AskedForAsync(one, parentId, ChildConfirmation.DestroyParent, actor, cancel);
        Refuse(await WhyNotNowAsync(one, parentId, cancel) ?? (await HoldDesk.HeldAsync(db, one.Id, cancel) is null ? null : new("child.destruction-held")));
        var now = time.GetUtcNow();
        asked.DoneBy(actor, now);
        one.DestroyParentBy(actor, now);
        // the database agrees first; nothing is destroyed that it would not have written down
        await using var transaction = await db.Database.BeginTransactionAsync(cancel);
        await access.SaveChangeAsync(actor, one.Id, ChildConfirmation.DestroyParent, cancel);
        await parts.Vault.DestroyAsync(parentId, cancel);
        await transaction.CommitAsync(cancel);
    }

    private async Task<IdentityDestruction> AskedForAsync(ChildConfirmation one, Guid parentId, CaseAction deed, Actor actor, CancellationToken cancel)
    {
        Refuse(one.WhyNot(deed, actor));
        return await WaitingAsync(one, parentId, cancel) ?? throw new RefusedException(new("child.destruction-not-asked"));
    }

    private Task<IdentityDestruction?> WaitingAsync(ChildConfirmation one, Guid parentId, CancellationToken cancel) =>
        db.Set<IdentityDestruction>().SingleOrDefaultAsync(d => d.CaseId == one.Id && d.ParentId == parentId && d.State == DestructionState.Asked, cancel);

    // whoever stands in the file is not destroyed alone: the child's papers and its help may rest on them
    private async Task<Refusal?> WhyNotNowAsync(ChildConfirmation one, Guid parentId, CancellationToken cancel) =>
        (await parts.Vault.UnlinkedAsync(one.ChildId, cancel)).Any(parent => parent.Id == parentId) ? null : new("child.parent-not-out");

    private static void Refuse(Refusal? refusal)
    {
        if (refusal is not null)
        {
            throw new RefusedException(refusal);
        }
    }
}

/// <summary>A parent who was taken out of a child's file, and whether they are to be destroyed.</summary>
/// <param name="Known">As what they had stood in the file and until when; null once they were destroyed.</param>
/// <param name="Asked">What was asked last; null where nobody has asked.</param>
public sealed record ParentOut(Guid Id, UnlinkedParent? Known, AskedDestruction? Asked);

/// <summary>What was asked to be destroyed, by whom, and why.</summary>
public sealed record AskedDestruction(IdentityDestruction Of, string By, string? Second, string Reason);
