using Microsoft.EntityFrameworkCore;
using MigrantServices.Core.Cases;
using MigrantServices.Core.People;
using MigrantServices.Core.Privacy;
using MigrantServices.Core.Storage;
using Npgsql;

namespace MigrantServices.Core.ChildConfirmations.Destroying;

/// <summary>Keeps who a child is from being destroyed for a reason, and lifts that again.</summary>
public sealed class HoldDesk(PortalDb db, CaseWords words, AccessLog access, TimeProvider time)
{
    /// <exception cref="RefusedException"><c>child.held-already</c>, <c>child.hold-day-past</c>, <c>child.destroyed</c>.</exception>
    public async Task HoldAsync(ChildConfirmation one, HoldIdentity form, Actor actor, CancellationToken cancel)
    {
        var (id, now) = (Guid.CreateVersion7(), time.GetUtcNow());
        Refuse(one.WhyNot(ChildConfirmation.HoldIdentity, actor) ?? (await HeldAsync(db, one.Id, cancel) is null ? null : new("child.held-already")));
        one.HoldIdentityBy(actor, form.Until!.Value, now);
        db.Add(new DestructionHold
        {
            Id = id,
            CaseId = one.Id,
            Reason = words.Seal(form.Reason!, id, SealedField.DestructionHold),
            Until = form.Until.Value,
            PlacedById = actor.UserId!.Value,
            PlacedAt = now,
        });
        try
        {
            await access.SaveChangeAsync(actor, one.Id, ChildConfirmation.HoldIdentity, cancel);
        }
        catch (DbUpdateException twice) when (twice.InnerException is PostgresException { SqlState: PostgresErrorCodes.UniqueViolation, ConstraintName: HoldConfiguration.OneAtATime })
        {
            throw new RefusedException(new("child.held-already"));
        }
    }

    /// <exception cref="RefusedException"><c>child.not-held</c>.</exception>
    public async Task LiftAsync(ChildConfirmation one, Actor actor, CancellationToken cancel)
    {
        var now = time.GetUtcNow();
        Refuse(one.WhyNot(ChildConfirmation.LiftHold, actor));
        var held = await HeldAsync(db, one.Id, cancel) ?? throw new RefusedException(new("child.not-held"));
        held.LiftBy(actor, now);
        one.LiftHoldBy(actor, now);
        await access.SaveChangeAsync(actor, one.Id, ChildConfirmation.LiftHold, cancel);
    }

    /// <summary>What holds now; null where nothing does.</summary>
    internal static Task<DestructionHold?> HeldAsync(PortalDb db, Guid caseId, CancellationToken cancel) =>
        db.Set<DestructionHold>().SingleOrDefaultAsync(h => h.CaseId == caseId && h.LiftedAt == null, cancel);

    private static void Refuse(Refusal? refusal)
    {
        if (refusal is not null)
        {
            throw new RefusedException(refusal);
        }
    }
}
