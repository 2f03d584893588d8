using Microsoft.EntityFrameworkCore;
using MigrantServices.Core.Calendar;
using MigrantServices.Core.Cases;
using MigrantServices.Core.ChildConfirmations.Duplicates;
using MigrantServices.Core.ChildConfirmations.Referrals;
using MigrantServices.Core.People;
using MigrantServices.Core.Privacy;
using MigrantServices.Core.Reference;
using MigrantServices.Core.Storage;
using Npgsql;

namespace MigrantServices.Core.ChildConfirmations.Childcare;

/// <summary>Help with the costs of daycare: one proposes it, another approves, and each month of a child is paid once, to the daycare (pilot cities from January 2026).</summary>
public sealed class ChildcareDesk(PortalDb db, ReferenceBook book, ChildPairDesk pairs, AccessLog access, TimeProvider time)
{
    /// <summary>The service of the receivers that can be paid.</summary>
    public const string Service = "daycare";

    /// <summary>The evidence that a child goes to a daycare: without a confirmation the help rests on it.</summary>
    public const string Enrolment = "daycare-or-school";

    private const string Monthly = "month";

    /// <summary>The cities that pay for daycare, or did.</summary>
    public IEnumerable<string> Cities => book.All(Lists.ChildcareCities).Select(city => city.Code).Distinct();

    /// <summary>Whether a city pays for daycare today and issues no cards: there the help waits for no confirmation.</summary>
    public bool PaysBeforeCards(string? city) => book.Has(Lists.ChildcareCities, city, Today) && !book.Has(Lists.CardCities, city, Today);

    /// <summary>The daycares of a city, as codes.</summary>
    public IReadOnlyList<string> DaycaresIn(string? city) => [.. book.Items(Lists.ServiceReceivers, Today)
        .Where(item => book.Serves(item.Code, Service, Today) && book.CityOf(item.Code, Today) == city).Select(item => item.Code)];

    /// <exception cref="RefusedException"><c>childcare.*</c>, <c>child.province-looks</c>.</exception>
    public async Task ProposeAsync(ChildConfirmation one, ProposeChildcare form, Actor actor, CancellationToken cancel)
    {
        var (from, now) = (form.FirstMonth!.Value, Now);
        var to = from.AddMonths(form.Months!.Value - 1);
        Refuse(WhyNotIn(one.Municipality, from)
            ?? (book.CityOf(form.Daycare, Today) != one.Municipality ? new Refusal("childcare.daycare-elsewhere") : null)
            ?? (await OverlapsAsync(one.ChildId, from, to, cancel) ? new Refusal("childcare.overlaps") : null)
            ?? await pairs.WhyNotHelpAsync(one, from, to, paid: false, actor, cancel));
        var beforeCards = PaysBeforeCards(one.Municipality);
        Refuse(one.May(ChildConfirmation.ProposeChildcare, actor) && beforeCards && !await Casework.Proofs.Counting(db, one.Id).AnyAsync(p => p.Kind == Enrolment, cancel)
            ? new("childcare.enrolment-missing")
            : null);
        one.ProposeChildcareBy(actor, form.Daycare!, beforeCards, now);
        db.Add(new ChildcareAward
        {
            CaseId = one.Id,
            ChildId = one.ChildId,
            Municipality = one.Municipality!,
            Daycare = form.Daycare!,
            From = from,
            To = to,
            ProposedById = actor.UserId!.Value,
            ProposedAt = now,
        });
        try
        {
            await access.SaveChangeAsync(actor, one.Id, ChildConfirmation.ProposeChildcare, cancel);
        }
        catch (DbUpdateException twice) when (twice.InnerException is PostgresException { SqlState: PostgresErrorCodes.ExclusionViolation, ConstraintName: ChildcareConfiguration.NoOverlap })
        {
            throw new RefusedException(new("childcare.overlaps"));
        }
    }

    public async Task ApproveAsync(ChildConfirmation one, ChildcareAward award, Actor actor, CancellationToken cancel)
    {
        Refuse(WhyNotIn(award.Municipality, award.From) ?? await pairs.WhyNotHelpAsync(one, award.From, award.To, paid: false, actor, cancel));
        award.ApproveBy(actor, Now);
        one.ApproveChildcareBy(actor, award.Daycare, Now);
        await access.SaveChangeAsync(actor, one.Id, ChildConfirmation.ApproveChildcare, cancel);
    }

    public Task DeclineAsync(ChildConfirmation one, ChildcareAward award, Actor actor, CancellationToken cancel)
    {
        award.DeclineBy(actor, Now);
        one.DeclineChildcareBy(actor, award.Daycare, Now);
        return access.SaveChangeAsync(actor, one.Id, ChildConfirmation.DeclineChildcare, cancel);
    }

    /// <summary>The child no longer goes there.</summary>
    public Task StopAsync(ChildConfirmation one, ChildcareAward award, Actor actor, CancellationToken cancel)
    {
        award.Stop(StopReason.LeftDaycare, Now);
        one.StopChildcareBy(actor, nameof(StopReason.LeftDaycare), Now);
        return access.SaveChangeAsync(actor, one.Id, ChildConfirmation.StopChildcare, cancel);
    }

    /// <summary>A month is to be paid, with the amount that the list has for it.</summary>
    /// <exception cref="RefusedException"><c>childcare.*</c>; of a month that is paid <c>childcare.month-paid</c>, in another city <c>child.province-looks</c>.</exception>
    public async Task RecordMonthAsync(ChildConfirmation one, ChildcareAward award, DateOnly month, Actor actor, CancellationToken cancel)
    {
        var now = Now;
        Refuse(award.WhyNotPay(month, Today)
            ?? WhyNotIn(award.Municipality, month)
            ?? (await db.Set<ChildcareMonth>().AnyAsync(m => m.ChildId == award.ChildId && m.Month == month && m.VoidId == null, cancel) ? new Refusal("childcare.month-paid") : null)
            ?? await pairs.WhyNotHelpAsync(one, month, month, paid: true, actor, cancel));
        var deed = one.Municipality == award.Municipality || one.HandlerId == actor.UserId ? ChildConfirmation.RecordChildcareMonth : ChildConfirmation.RecordFormerMonth;
        if (deed == ChildConfirmation.RecordFormerMonth)
        {
            one.RecordFormerMonthBy(actor, award.Municipality, month, now);
        }
        else
        {
            one.RecordChildcareMonthBy(actor, month, now);
        }

        db.Add(new ChildcareMonth
        {
            AwardId = award.Id,
            CaseId = one.Id,
            ChildId = award.ChildId,
            Municipality = award.Municipality,
            Daycare = award.Daycare,
            Month = month,
            Amount = AmountOf(month)!.Value,
            EnteredById = actor.UserId!.Value,
            EnteredAt = now,
        });
        try
        {
            await access.SaveChangeAsync(actor, one.Id, deed, cancel);
        }
        catch (DbUpdateException twice) when (twice.InnerException is PostgresException { SqlState: PostgresErrorCodes.UniqueViolation, ConstraintName: ChildcareConfiguration.OnceAChildAndMonth })
        {
            throw new RefusedException(new("childcare.month-paid"));
        }
    }

    /// <summary>A month before the child moved away, entered by the city that pays it, which sees the case no more.</summary>
    /// <returns>False where this colleague's cities have no such help.</returns>
    public async Task<bool> RecordFormerMonthAsync(Guid awardId, DateOnly month, Actor actor, CancellationToken cancel)
    {
        var (seen, me) = (actor.MunicipalitiesSeen(ChildConfirmation.Prefix), actor.UserId!.Value);
        var award = await db.Set<ChildcareAward>().SingleOrDefaultAsync(a => a.Id == awardId && a.StoppedBecause == StopReason.MovedAway && (seen == null || seen.Contains(a.Municipality)), cancel);
        if (award is null || await db.ChildConfirmations.SingleOrDefaultAsync(c => c.Id == award.CaseId && !c.IsSetApart && !c.ClosedTo.Contains(me), cancel) is not { } one)
        {
            return false;
        }

        await RecordMonthAsync(one, award, month, actor, cancel);
        return true;
    }

    /// <summary>What one month of a child is paid; null where the list has nothing for it.</summary>
    public int? AmountOf(DateOnly month) => book.Details<EntryDetails>(Lists.ChildcareAmounts, Monthly, month)?.Amount;

    private DateTimeOffset Now => time.GetUtcNow();

    private DateOnly Today => Seoul.DateOf(Now);

    private Refusal? WhyNotIn(string? city, DateOnly month) =>
        book.Has(Lists.ChildcareCities, city, month) ? (AmountOf(month) is null ? new Refusal("childcare.before-start") : null)
        : book.All(Lists.ChildcareCities).Any(item => item.Code == city && item.ValidFrom > month) ? new("childcare.before-start")
        : new Refusal("childcare.no-pilot");

    private Task<bool> OverlapsAsync(Guid child, DateOnly from, DateOnly to, CancellationToken cancel) => db.Set<ChildcareAward>().AnyAsync(
        a => a.ChildId == child && (a.State == AwardState.Proposed || a.State == AwardState.Approved) && a.From <= to && a.To >= from, cancel);

    private static void Refuse(Refusal? refusal)
    {
        if (refusal is not null)
        {
            throw new RefusedException(refusal);
        }
    }
}
