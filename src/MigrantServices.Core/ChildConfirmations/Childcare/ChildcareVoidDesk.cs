using Microsoft.EntityFrameworkCore;
using MigrantServices.Core.Cases;
using MigrantServices.Core.People;
using MigrantServices.Core.Privacy;
using MigrantServices.Core.Storage;
using Npgsql;

namespace MigrantServices.Core.ChildConfirmations.Childcare;

/// <summary>Lets a month that was entered by mistake count no more: one says why, another agrees, and the month is free again.</summary>
public sealed class ChildcareVoidDesk(PortalDb db, CaseWords words, AccessLog access, TimeProvider time)
{
    /// <exception cref="RefusedException"><c>childcare.void-already</c>, <c>childcare.void-asked</c>.</exception>
    public async Task ProposeAsync(ChildConfirmation one, ChildcareMonth month, VoidMonth form, Actor actor, CancellationToken cancel)
    {
        var refusal = month.VoidId is not null ? new("childcare.void-already")
            : await db.Set<ChildcareVoid>().AnyAsync(v => v.MonthId == month.Id && v.State == VoidState.Proposed, cancel) ? new Refusal("childcare.void-asked")
            : null;
        if (refusal is not null)
        {
            throw new RefusedException(refusal);
        }

        var (id, now) = (Guid.CreateVersion7(), time.GetUtcNow());
        one.ProposeMonthVoidBy(actor, month.Month, now);
        db.Add(new ChildcareVoid { Id = id, MonthId = month.Id, CaseId = one.Id, Reason = words.Seal(form.Reason!, id, SealedField.MonthVoid), ProposedById = actor.UserId!.Value, ProposedAt = now });
        try
        {
            await access.SaveChangeAsync(actor, one.Id, ChildConfirmation.ProposeMonthVoid, cancel);
        }
        catch (DbUpdateException twice) when (twice.InnerException is PostgresException { SqlState: PostgresErrorCodes.UniqueViolation, ConstraintName: ChildcareConfiguration.OnceAMonth })
        {
            throw new RefusedException(new("childcare.void-asked"));
        }
    }

    public Task ApproveAsync(ChildConfirmation one, ChildcareMonth month, ChildcareVoid proposed, Actor actor, CancellationToken cancel)
    {
        var now = time.GetUtcNow();
        proposed.ApproveBy(actor, now);
        one.ApproveMonthVoidBy(actor, month.Month, now);
        month.VoidBy(proposed);
        return access.SaveChangeAsync(actor, one.Id, ChildConfirmation.ApproveMonthVoid, cancel);
    }

    public Task DeclineAsync(ChildConfirmation one, ChildcareMonth month, ChildcareVoid proposed, Actor actor, CancellationToken cancel)
    {
        var now = time.GetUtcNow();
        proposed.DeclineBy(actor, now);
        one.DeclineMonthVoidBy(actor, month.Month, now);
        return access.SaveChangeAsync(actor, one.Id, ChildConfirmation.DeclineMonthVoid, cancel);
    }
}
