using Microsoft.EntityFrameworkCore;
using MigrantServices.Core.Cases;
using MigrantServices.Core.People;
using MigrantServices.Core.Privacy;
using MigrantServices.Core.RefugeeSupport.Applications;
using MigrantServices.Core.Storage;

namespace MigrantServices.Core.RefugeeSupport.Money;

/// <summary>Opens why something of an award was ended, undone or given back, for those who pay and those to whom the file is open. Each opening stands in the record of access.</summary>
public sealed class MoneyReasons(PortalDb db, Vault vault, AccessLog log)
{
    /// <summary>What the record of access says of it.</summary>
    public const string Detail = "money-reasons";

    /// <exception cref="RefusedException"><c>payment.officers-only</c>, <c>payment.not-there</c>.</exception>
    public async Task<IReadOnlyList<MoneyReason>> OfAsync(string number, Actor actor, CancellationToken cancel)
    {
        var award = await db.Set<Award>().AsNoTracking().Where(one => one.Number == number).Select(one => new { one.Id, one.CaseId }).FirstOrDefaultAsync(cancel) ?? throw new RefusedException(new("payment.not-there"));
        if (!actor.Is(PaymentDesk.Payers) && !await db.SupportApplications.VisibleTo(actor, SupportApplication.Service).AnyAsync(one => one.Id == award.CaseId, cancel))
        {
            throw new RefusedException(new("payment.officers-only"));
        }

        var payments = db.Set<Payment>().Where(payment => db.Set<Instalment>().Any(part => part.Id == payment.InstalmentId && part.AwardId == award.Id)).Select(payment => payment.Id);
        var found = await db.Set<AwardEnding>().Where(one => one.AwardId == award.Id).Select(one => new { one.Id, What = (int)MoneyReasonOf.Ended, one.Reason, one.At, By = one.ById }).AsNoTracking().ToListAsync(cancel);
        found.AddRange(await db.Set<EndingProposal>().Where(one => one.AwardId == award.Id && one.State != DecisionState.Approved)
            .Select(one => new { one.Id, What = (int)MoneyReasonOf.EndingProposed, one.Reason, At = one.ProposedAt, By = one.ProposedById }).AsNoTracking().ToListAsync(cancel));
        found.AddRange(await db.Set<PaymentReversal>().Where(one => payments.Contains(one.PaymentId))
            .Select(one => new { one.Id, What = (int)MoneyReasonOf.Undone, one.Reason, At = one.PreparedAt, By = one.PreparedById }).AsNoTracking().ToListAsync(cancel));
        found.AddRange(await db.Set<PaymentReturn>().Where(one => payments.Contains(one.PaymentId))
            .Select(one => new { one.Id, What = (int)MoneyReasonOf.Returned, one.Reason, At = one.RecordedAt, By = one.RecordedById }).AsNoTracking().ToListAsync(cancel));
        if (found.Count == 0)
        {
            return [];
        }

        var who = found.ConvertAll(one => one.By);
        var names = await db.Users.Where(user => who.Contains(user.Id)).ToDictionaryAsync(user => user.Id, user => user.DisplayName, cancel);
        await log.WriteAsync(actor, AccessDeed.View, award.CaseId, Detail, cancel);
        return [.. found.OrderBy(one => one.At).Select(one => new MoneyReason((MoneyReasonOf)one.What, one.At, names.GetValueOrDefault(one.By) ?? "–", vault.Open(one.Reason, one.Id, SealedField.MoneyReason)))];
    }
}

/// <summary>Why something was done with money, and by whom.</summary>
public sealed record MoneyReason(MoneyReasonOf Of, DateTimeOffset At, string Who, string Words);

/// <summary>What the reason is for.</summary>
public enum MoneyReasonOf
{
    EndingProposed,
    Ended,
    Undone,
    Returned,
}
