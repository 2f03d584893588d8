using Microsoft.EntityFrameworkCore;
using MigrantServices.Core.RefugeeSupport.Entitlement;
using MigrantServices.Core.RefugeeSupport.Households;
using MigrantServices.Core.RefugeeSupport.Programmes;
using MigrantServices.Core.Storage;

namespace MigrantServices.Core.RefugeeSupport.Money;

/// <summary>Reads awards: of some people, of a case, or one by its number.</summary>
public sealed class AwardReader(PortalDb db)
{
    /// <summary>What these people were, are and will be given by this office, as the rules count it, under whichever of their keys.</summary>
    public async Task<IReadOnlyList<GivenSupport>> GivenAsync(IReadOnlyCollection<Guid> members, CancellationToken cancel)
    {
        var same = await db.OtherKeysAsync(members, cancel);
        Guid[] keys = [.. members, .. same.Select(one => one.AsKey)];
        var given = await (
            from one in db.Set<AwardMember>().AsNoTracking()
            where keys.Contains(one.Member)
            join award in db.Set<Award>() on one.AwardId equals award.Id
            join terms in db.Set<ProgrammeTerms>() on award.TermsId equals terms.Id
            select new { Given = new GivenSupport(one.Member, one.Need, award.ProgrammeCode, one.FromDay, one.ToDay, award.Won - award.ReleasedWon, award.Id), terms.Rules }).ToListAsync(cancel);
        var known = given.ConvertAll(row => row.Given with { ExcludesNeeds = row.Rules.ExcludesNeeds, ExcludesProgrammes = row.Rules.ExcludesProgrammes });
        var own = members.ToHashSet();
        return [.. known.Where(one => own.Contains(one.Member)), .. same.Join(known, key => key.AsKey, one => one.Member, (key, one) => one with { Member = key.Key })];
    }

    /// <summary>How many people each of these programmes serves on a day; those who left make room.</summary>
    public Task<Dictionary<string, int>> TakenAsync(IReadOnlyCollection<string> programmes, DateOnly day, CancellationToken cancel) => db.Set<Award>()
        .Where(award => programmes.Contains(award.ProgrammeCode) && award.FromDay <= day && (award.EndedOn ?? award.ToDay) >= day)
        .GroupBy(award => award.ProgrammeCode, award => award.Members.Length)
        .ToDictionaryAsync(of => of.Key, of => of.Sum(), cancel);

    /// <summary>How many people a programme serves at the most at once within these days.</summary>
    public async Task<int> MostTakenAsync(string programme, SupportPeriod period, CancellationToken cancel)
    {
        var (from, to) = (period.From, period.To);
        var stays = await db.Set<Award>().Where(award => award.ProgrammeCode == programme && award.FromDay <= to && (award.EndedOn ?? award.ToDay) >= from)
            .Select(award => new { award.FromDay, LastDay = award.EndedOn ?? award.ToDay, People = award.Members.Length }).ToListAsync(cancel);
        // it is fullest on a day on which somebody begins
        return stays.Select(one => one.FromDay > from ? one.FromDay : from).Distinct()
            .Select(day => stays.Where(one => one.FromDay <= day && one.LastDay >= day).Sum(one => one.People)).DefaultIfEmpty().Max();
    }

    /// <summary>What was given of each programme in a case and stays when it is granted anew from a day on: what was paid, and what falls due before.</summary>
    public Task<Dictionary<string, long>> KeptAsync(Guid caseId, IReadOnlyCollection<string> programmes, DateOnly anew, CancellationToken cancel) => db.Set<Award>()
        .Where(award => award.CaseId == caseId && programmes.Contains(award.ProgrammeCode))
        .Select(award => new { award.ProgrammeCode, Won = award.Won - award.ReleasedWon - award.Instalments.Where(part => part.State == InstalmentState.Due && part.DueOn >= anew).Sum(part => part.Won) })
        .GroupBy(award => award.ProgrammeCode).ToDictionaryAsync(of => of.Key, of => of.Sum(award => award.Won), cancel);

    /// <summary>Whoever asks has opened the case already, and that stands on record.</summary>
    public Task<List<AwardView>> OfCaseAsync(Guid caseId, CancellationToken cancel) =>
        Views(db.Set<Award>().Where(award => award.CaseId == caseId).OrderBy(award => award.Id)).ToListAsync(cancel);

    public Task<AwardView?> OneAsync(string number, CancellationToken cancel) =>
        Views(db.Set<Award>().Where(award => award.Number == number)).FirstOrDefaultAsync(cancel);

    private IQueryable<AwardView> Views(IQueryable<Award> some) => some.AsNoTracking().AsSplitQuery().Select(award => new AwardView(
        award.Id,
        award.Number,
        award.CaseId,
        award.LineId,
        award.ProgrammeCode,
        award.Need,
        award.Members.Length,
        award.FromDay,
        award.EndedOn ?? award.ToDay,
        award.Won,
        award.PaidWon,
        award.ReleasedWon,
        award.State,
        award.Instalments.OrderBy(part => part.Number).Select(part => new InstalmentView(part.Id, part.Number, part.DueOn, part.Won, part.ReturnedWon, part.State)).ToList(),
        db.Set<Payment>().Where(payment => award.Instalments.Any(part => part.Id == payment.InstalmentId)).OrderBy(payment => payment.Id)
            .Select(payment => new PaymentView(
                payment.Id,
                payment.InstalmentId,
                payment.Won,
                payment.Method,
                payment.State,
                payment.PaidOn,
                payment.PreparedById,
                db.Users.Where(user => user.Id == payment.PreparedById).Select(user => user.DisplayName).FirstOrDefault(),
                db.Users.Where(user => user.Id == payment.ReleasedById).Select(user => user.DisplayName).FirstOrDefault(),
                db.Set<PaymentReversal>().Where(undo => undo.PaymentId == payment.Id && undo.State == ReversalState.Prepared)
                    .Select(undo => new ReversalView(undo.Id, undo.PreparedById)).FirstOrDefault())).ToList(),
        db.Set<Delivery>().Where(delivery => delivery.AwardId == award.Id).OrderBy(delivery => delivery.Id)
            .Select(delivery => new DeliveryView(delivery.Id, delivery.Count, delivery.HandedOn, delivery.Acknowledged, delivery.AcknowledgedOn)).ToList()));
}

/// <summary>An award as it is shown: no name, no account, no reason.</summary>
/// <param name="People">How many it covers.</param>
/// <param name="To">The last day, also after it was shortened.</param>
public sealed record AwardView(
    Guid Id,
    string Number,
    Guid CaseId,
    Guid? LineId,
    string Programme,
    string Need,
    int People,
    DateOnly From,
    DateOnly To,
    long Won,
    long PaidWon,
    long ReleasedWon,
    AwardState State,
    IReadOnlyList<InstalmentView> Instalments,
    IReadOnlyList<PaymentView> Payments,
    IReadOnlyList<DeliveryView> Deliveries);

/// <summary>One instalment of an award.</summary>
public sealed record InstalmentView(Guid Id, int Number, DateOnly DueOn, long Won, long ReturnedWon, InstalmentState State);

/// <summary>One payment, also one that was taken back or undone.</summary>
/// <param name="Reversal">Waits for a second person.</param>
public sealed record PaymentView(
    Guid Id,
    Guid InstalmentId,
    long Won,
    PaymentMethod Method,
    PaymentState State,
    DateOnly? PaidOn,
    Guid PreparedById,
    string? PreparedBy,
    string? ReleasedBy,
    ReversalView? Reversal);

/// <summary>A reversal that waits for a second person.</summary>
public sealed record ReversalView(Guid Id, Guid PreparedById);

/// <summary>Something handed over; what it was stays sealed.</summary>
public sealed record DeliveryView(Guid Id, int Count, DateOnly HandedOn, Acknowledgement? Acknowledged, DateOnly? AcknowledgedOn);
