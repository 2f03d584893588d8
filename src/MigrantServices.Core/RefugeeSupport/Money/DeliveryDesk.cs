using Microsoft.EntityFrameworkCore;
using MigrantServices.Core.Calendar;
using MigrantServices.Core.Cases;
using MigrantServices.Core.People;
using MigrantServices.Core.Privacy;
using MigrantServices.Core.Storage;

namespace MigrantServices.Core.RefugeeSupport.Money;

/// <summary>Hands over help that is no payment, and keeps that it arrived.</summary>
public sealed class DeliveryDesk(PortalDb db, CaseWords words, AccessLog log, TimeProvider time)
{
    private static readonly CaseAction HandOver = new("hand-over-help"), Acknowledge = new("acknowledge-help");

    private DateOnly Today => Seoul.DateOf(time.GetUtcNow());

    /// <exception cref="RefusedException"><c>payment.officers-only</c>, <c>payment.not-there</c>, <c>payment.not-come-yet</c>, <c>support.outside-the-period</c>.</exception>
    public async Task<Guid> HandOverAsync(Actor colleague, string number, HandOverHelp form, CancellationToken cancel)
    {
        MustDeliver(colleague);
        if (form.On > Today)
        {
            throw No("payment.not-come-yet");
        }

        var award = await db.Set<Award>().AsNoTracking().Where(one => one.Number == number).Select(one => new { one.Id, one.CaseId }).FirstOrDefaultAsync(cancel) ?? throw No("payment.not-there");
        var id = Guid.CreateVersion7();
        db.Add(new Delivery
        {
            Id = id,
            AwardId = award.Id,
            What = words.Seal(form.What!, id, SealedField.Delivery),
            Count = form.Count!.Value,
            HandedOn = form.On!.Value,
            HandedById = colleague.UserId!.Value,
            RecordedAt = time.GetUtcNow(),
        });
        log.AddChange(colleague, award.CaseId, HandOver);
        await db.SaveMoneyAsync(cancel);
        return id;
    }

    /// <exception cref="RefusedException"><c>payment.officers-only</c>, <c>payment.not-there</c>, <c>payment.acknowledged-already</c>.</exception>
    public async Task AcknowledgeAsync(Actor colleague, Guid deliveryId, Acknowledgement how, CancellationToken cancel)
    {
        MustDeliver(colleague);
        var delivery = await db.Set<Delivery>().FirstOrDefaultAsync(one => one.Id == deliveryId, cancel) ?? throw No("payment.not-there");
        delivery.AcknowledgeBy(colleague.UserId!.Value, how, Today);
        log.AddChange(colleague, await db.Set<Award>().Where(award => award.Id == delivery.AwardId).Select(award => award.CaseId).FirstAsync(cancel), Acknowledge);
        await db.SaveMoneyAsync(cancel);
    }

    private static void MustDeliver(Actor actor)
    {
        if (!actor.Is(Role.BudgetOfficer | Role.CaseHandlers))
        {
            throw No("payment.officers-only");
        }
    }

    private static RefusedException No(string code) => new(new(code));
}
