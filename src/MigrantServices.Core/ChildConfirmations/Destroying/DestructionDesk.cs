using Microsoft.EntityFrameworkCore;
using MigrantServices.Core.Calendar;
using MigrantServices.Core.Cases;
using MigrantServices.Core.ChildConfirmations.Papers;
using MigrantServices.Core.Documents;
using MigrantServices.Core.People;
using MigrantServices.Core.Privacy;
using MigrantServices.Core.Reference;
using MigrantServices.Core.Storage;
using Npgsql;

namespace MigrantServices.Core.ChildConfirmations.Destroying;

/// <summary>Destroys who a child is, once its case is over and no card is valid: one asks, another does it. With the child's key go all backups.</summary>
public sealed class DestructionDesk(PortalDb db, DestroyingParts parts, AccessLog access, TimeProvider time)
{
    /// <exception cref="RefusedException"><c>child.card-valid</c>, <c>child.destruction-asked</c>, <c>child.destroyed</c>.</exception>
    public async Task AskAsync(ChildConfirmation one, AskDestruction form, Actor actor, CancellationToken cancel)
    {
        var (id, now) = (Guid.CreateVersion7(), time.GetUtcNow());
        Refuse(one.WhyNot(ChildConfirmation.AskDestruction, actor)
            ?? await WhyNotNowAsync(one, cancel)
            ?? (await WaitingAsync(one, cancel) is not null ? new("child.destruction-asked") : null));
        var ground = parts.Book.Find(Lists.DestructionGrounds, form.Ground, Seoul.DateOf(now))!;
        one.AskDestructionBy(actor, ground.Code, now);
        db.Add(new IdentityDestruction
        {
            Id = id,
            CaseId = one.Id,
            Ground = ground.Code,
            GroundSince = ground.ValidFrom,
            Reason = parts.Words.Seal(form.Reason!, id, SealedField.Destruction),
            AskedById = actor.UserId!.Value,
            AskedAt = now,
        });
        try
        {
            await access.SaveChangeAsync(actor, one.Id, ChildConfirmation.AskDestruction, cancel);
        }
        catch (DbUpdateException twice) when (twice.InnerException is PostgresException { SqlState: PostgresErrorCodes.UniqueViolation, ConstraintName: DestructionConfiguration.OneAtATime })
        {
            throw new RefusedException(new("child.destruction-asked"));
        }
    }

    /// <exception cref="RefusedException"><c>case.needs-a-second-person</c>, <c>child.destruction-not-asked</c>.</exception>
    public async Task DeclineAsync(ChildConfirmation one, Actor actor, CancellationToken cancel)
    {
        var asked = await AskedForAsync(one, ChildConfirmation.DeclineDestruction, actor, cancel);
        asked.DeclineBy(actor, time.GetUtcNow());
        one.DeclineDestructionBy(actor, time.GetUtcNow());
        await access.SaveChangeAsync(actor, one.Id, ChildConfirmation.DeclineDestruction, cancel);
    }

    /// <summary>Destroys the keys of the child and of the parents in its file, and with them its files, who told of it, and what was told and written to the office. Should it break off in between, it is still asked for, and is done again.</summary>
    /// <exception cref="RefusedException"><c>case.needs-a-second-person</c>, <c>child.destruction-not-asked</c>, <c>child.card-valid</c>, <c>child.destruction-held</c>.</exception>
    public async Task DestroyAsync(ChildConfirmation one, Actor actor, CancellationToken cancel)
    {
        var asked = await AskedForAsync(one, ChildConfirmation.DestroyIdentity, actor, cancel);
        Refuse(await WhyNotNowAsync(one, cancel) ?? (await HoldDesk.HeldAsync(db, one.Id, cancel) is null ? null : new("child.destruction-held")));
        var now = time.GetUtcNow();
        asked.DoneBy(actor, now);
        one.DestroyIdentityBy(actor, now);
        // the database agrees first; nothing is destroyed that it would not have written down
        await using var transaction = await db.Database.BeginTransactionAsync(cancel);
        await access.SaveChangeAsync(actor, one.Id, ChildConfirmation.DestroyIdentity, cancel);
        await db.Set<CaseFile>().Where(f => f.CaseId == one.Id).ExecuteDeleteAsync(cancel);
        await db.Set<CasePerson>().Where(p => p.CaseId == one.Id).ExecuteDeleteAsync(cancel);
        await db.Messages.Where(m => m.CaseId == one.Id && !m.FromOffice).ExecuteDeleteAsync(cancel);
        await parts.Vault.DestroyChildAsync(one.ChildId, cancel);
        await transaction.CommitAsync(cancel);
    }

    private async Task<IdentityDestruction> AskedForAsync(ChildConfirmation one, CaseAction deed, Actor actor, CancellationToken cancel)
    {
        Refuse(one.WhyNot(deed, actor));
        return await WaitingAsync(one, cancel) ?? throw new RefusedException(new("child.destruction-not-asked"));
    }

    private Task<IdentityDestruction?> WaitingAsync(ChildConfirmation one, CancellationToken cancel) =>
        db.Set<IdentityDestruction>().SingleOrDefaultAsync(d => d.CaseId == one.Id && d.ParentId == null && d.State == DestructionState.Asked, cancel);

    private async Task<Refusal?> WhyNotNowAsync(ChildConfirmation one, CancellationToken cancel) =>
        await db.Set<CardIssue>().AnyAsync(issue => issue.CaseId == one.Id && issue.State == CardState.Valid, cancel) ? new("child.card-valid") : null;

    private static void Refuse(Refusal? refusal)
    {
        if (refusal is not null)
        {
            throw new RefusedException(refusal);
        }
    }
}

/// <summary>What destroying needs beside the case.</summary>
public sealed record DestroyingParts(IdentityVault.VaultDesk Vault, ReferenceBook Book, CaseWords Words);
