using Microsoft.EntityFrameworkCore;
using MigrantServices.Core.Cases;
using MigrantServices.Core.People;
using MigrantServices.Core.Privacy;
using MigrantServices.Core.Storage;
using Npgsql;

namespace MigrantServices.Core.ChildConfirmations.Referrals;

/// <summary>Keeps to which receivers a family agrees. Taking it back stops what is under way, and the receiver is told.</summary>
public sealed class ServiceConsentDesk(PortalDb db, CaseWords words, ReferralMail mail, AccessLog access, TimeProvider time)
{
    /// <exception cref="RefusedException"><c>child.service-consent-there</c>.</exception>
    public async Task RecordAsync(ChildConfirmation one, RecordServiceConsent form, Actor actor, CancellationToken cancel)
    {
        var (id, now) = (Guid.CreateVersion7(), time.GetUtcNow());
        if (await db.Set<ServiceConsent>().AnyAsync(c => c.CaseId == one.Id && c.Receiver == form.Receiver && c.WithdrawnAt == null, cancel))
        {
            throw new RefusedException(new("child.service-consent-there"));
        }

        one.RecordServiceConsentBy(actor, form.Receiver!, form.On!.Value, now);
        db.Add(new ServiceConsent
        {
            Id = id,
            CaseId = one.Id,
            Receiver = form.Receiver!,
            Way = form.Way!,
            GivenOn = form.On.Value,
            Evidence = words.Seal(form.Evidence!, id, SealedField.ServiceConsent),
            RecordedById = actor.UserId!.Value,
            RecordedAt = now,
        });
        try
        {
            await access.SaveChangeAsync(actor, one.Id, ChildConfirmation.RecordServiceConsent, cancel);
        }
        catch (DbUpdateException twice) when (twice.InnerException is PostgresException { SqlState: PostgresErrorCodes.UniqueViolation })
        {
            throw new RefusedException(new("child.service-consent-there"));
        }
    }

    /// <summary>The family agrees no longer: links open nothing any more, and whoever was sent something is told.</summary>
    /// <returns>False when the case has no such agreement.</returns>
    /// <exception cref="RefusedException"><c>child.service-consent-gone</c>.</exception>
    public async Task<bool> WithdrawAsync(ChildConfirmation one, Guid consentId, Actor person, CancellationToken cancel)
    {
        var now = time.GetUtcNow();
        if (await db.Set<ServiceConsent>().SingleOrDefaultAsync(c => c.Id == consentId && c.CaseId == one.Id, cancel) is not { } consent)
        {
            return false;
        }

        consent.Withdraw(person, now);
        one.WithdrawServiceConsentBy(person, consent.Receiver, now);
        foreach (var referral in await db.Set<ServiceReferral>().Where(r => r.ConsentId == consentId && r.EndedAt == null).ToListAsync(cancel))
        {
            referral.End(ReferralEnd.ConsentWithdrawn, now);
            mail.TellEnd(referral, now);
        }

        await access.SaveChangeAsync(person, one.Id, ChildConfirmation.WithdrawServiceConsent, cancel);
        return true;
    }
}
