using Microsoft.EntityFrameworkCore;
using MigrantServices.Core.Calendar;
using MigrantServices.Core.Cases;
using MigrantServices.Core.People;
using MigrantServices.Core.Privacy;
using MigrantServices.Core.Storage;

namespace MigrantServices.Core.RefugeeSupport.Money;

/// <summary>Pays instalments, by two people, and undoes or takes back what was paid. Each deed stands in the record of access of its case.</summary>
public sealed class PaymentDesk(PortalDb db, CaseWords words, Vault vault, AccessLog log, TimeProvider time)
{
    public const Role Payers = Role.BudgetOfficer;

    /// <summary>Codes of these deeds in the record of access.</summary>
    private static readonly CaseAction Prepare = new("prepare-payment"), Release = new("release-payment"), TakeBack = new("withdraw-payment"), Undo = new("reverse-payment"), Return = new("return-unspent");

    private DateTimeOffset Now => time.GetUtcNow();

    private DateOnly Today => Seoul.DateOf(Now);

    /// <exception cref="RefusedException"><c>payment.officers-only</c>, <c>payment.not-there</c>, <c>payment.not-due</c>, <c>payment.twice</c>, <c>payment.milestone-open</c>, <c>support.budget-closed</c>.</exception>
    public async Task<Guid> PrepareAsync(Actor officer, Guid instalmentId, PreparePayment form, CancellationToken cancel)
    {
        MustPay(officer);
        var part = await db.Set<Instalment>().AsNoTracking().FirstOrDefaultAsync(one => one.Id == instalmentId, cancel) ?? throw No("payment.not-there");
        if (part.State != InstalmentState.Due)
        {
            throw No(part.State == InstalmentState.Paid ? "payment.twice" : "payment.not-due");
        }

        var id = Guid.CreateVersion7();
        db.Add(new Payment
        {
            Id = id,
            InstalmentId = part.Id,
            Won = part.Won,
            Method = form.Method!.Value,
            Payee = words.Seal(form.Payee!, id, SealedField.Payee),
            PreparedById = officer.UserId!.Value,
            PreparedAt = Now,
        });
        await SaveAsync(officer, part.AwardId, Prepare, cancel);
        return id;
    }

    /// <summary>Paid today.</summary>
    /// <exception cref="RefusedException"><c>payment.officers-only</c>, <c>payment.not-there</c>, <c>payment.decided-already</c>,
    /// <c>payment.needs-a-second-person</c>, <c>payment.not-due</c>, <c>support.budget-closed</c>.</exception>
    public async Task ReleaseAsync(Actor another, Guid paymentId, CancellationToken cancel)
    {
        var (payment, part) = await FindAsync(another, paymentId, cancel);
        if (part.DueOn > Today)
        {
            throw No("payment.not-due");
        }

        payment.ReleaseBy(another, Today, Now);
        await SaveAsync(another, part.AwardId, Release, cancel);
    }

    /// <exception cref="RefusedException"><c>payment.officers-only</c>, <c>payment.not-there</c>, <c>payment.decided-already</c>.</exception>
    public async Task WithdrawAsync(Actor officer, Guid paymentId, CancellationToken cancel)
    {
        var (payment, part) = await FindAsync(officer, paymentId, cancel);
        payment.WithdrawBy(officer);
        await SaveAsync(officer, part.AwardId, TakeBack, cancel);
    }

    /// <summary>Whom a payment goes to. That it was looked at stands in the record.</summary>
    public async Task<string?> PayeeAsync(Actor officer, Guid paymentId, CancellationToken cancel)
    {
        var (payment, part) = await FindAsync(officer, paymentId, cancel);
        await log.ViewAsync(officer, await CaseOfAsync(part.AwardId, cancel), cancel);
        return vault.Open(payment.Payee, payment.Id, SealedField.Payee);
    }

    /// <exception cref="RefusedException"><c>payment.not-to-reverse</c>, <c>payment.twice</c>.</exception>
    public async Task<Guid> PrepareReversalAsync(Actor officer, Guid paymentId, ReversePayment form, CancellationToken cancel)
    {
        var (payment, part) = await FindAsync(officer, paymentId, cancel);
        var id = Guid.CreateVersion7();
        db.Add(new PaymentReversal
        {
            Id = id,
            PaymentId = payment.Id,
            Reason = words.Seal(form.Reason!, id, SealedField.MoneyReason),
            PreparedById = officer.UserId!.Value,
            PreparedAt = Now,
        });
        await SaveAsync(officer, part.AwardId, Undo, cancel);
        return id;
    }

    /// <exception cref="RefusedException"><c>payment.not-there</c>, <c>payment.decided-already</c>, <c>payment.needs-a-second-person</c>, <c>budget.no-next-line</c>.</exception>
    public async Task DecideReversalAsync(Actor another, Guid reversalId, bool agrees, CancellationToken cancel)
    {
        var reversal = await db.Set<PaymentReversal>().FirstOrDefaultAsync(one => one.Id == reversalId, cancel) ?? throw No("payment.not-there");
        var (_, part) = await FindAsync(another, reversal.PaymentId, cancel);
        if (agrees)
        {
            reversal.ReleaseBy(another, Now);
        }
        else
        {
            reversal.Withdraw();
        }

        await SaveAsync(another, part.AwardId, Undo, cancel);
    }

    /// <exception cref="RefusedException"><c>payment.not-to-return</c>, <c>payment.more-than-paid</c>.</exception>
    public async Task ReturnAsync(Actor officer, Guid paymentId, ReturnUnspent form, CancellationToken cancel)
    {
        var (payment, part) = await FindAsync(officer, paymentId, cancel);
        var id = Guid.CreateVersion7();
        db.Add(new PaymentReturn
        {
            Id = id,
            PaymentId = payment.Id,
            Won = WonText.Read(form.Won)!.Value,
            Reason = words.Seal(form.Reason!, id, SealedField.MoneyReason),
            ReturnedOn = Today,
            RecordedById = officer.UserId!.Value,
            RecordedAt = Now,
        });
        await SaveAsync(officer, part.AwardId, Return, cancel);
    }

    private async Task<(Payment Payment, Instalment Part)> FindAsync(Actor officer, Guid paymentId, CancellationToken cancel)
    {
        MustPay(officer);
        var payment = await db.Set<Payment>().FirstOrDefaultAsync(one => one.Id == paymentId, cancel) ?? throw No("payment.not-there");
        return (payment, await db.Set<Instalment>().AsNoTracking().FirstAsync(one => one.Id == payment.InstalmentId, cancel));
    }

    private async Task SaveAsync(Actor actor, Guid awardId, CaseAction deed, CancellationToken cancel)
    {
        log.AddChange(actor, await CaseOfAsync(awardId, cancel), deed);
        await db.SaveMoneyAsync(cancel);
    }

    private Task<Guid> CaseOfAsync(Guid awardId, CancellationToken cancel) =>
        db.Set<Award>().Where(award => award.Id == awardId).Select(award => award.CaseId).FirstAsync(cancel);

    private static void MustPay(Actor actor)
    {
        if (!actor.Is(Payers))
        {
            throw No("payment.officers-only");
        }
    }

    private static RefusedException No(string code) => new(new(code));
}
