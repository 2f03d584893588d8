using Microsoft.EntityFrameworkCore;
using MigrantServices.Core.Calendar;
using MigrantServices.Core.Cases;
using MigrantServices.Core.People;
using MigrantServices.Core.Privacy;
using MigrantServices.Core.Storage;

namespace MigrantServices.Core.ChildConfirmations.Referrals;

/// <summary>Refers a child to a service: the words are frozen first, read by whoever sends them, and leave as they were read.</summary>
public sealed class ChildReferralDesk(PortalDb db, ReferralWords words, ReferralMail mail, AccessLog access, TimeProvider time)
{
    /// <summary>Opens what was ticked, for this purpose and on record, and freezes the words.</summary>
    /// <returns>The referral, which waits to be read and sent.</returns>
    /// <exception cref="RefusedException"><c>referral.no-consent</c>, <c>child.not-confirmed-yet</c>, <c>child.identity-not-yours</c>.</exception>
    public async Task<Guid> PrepareAsync(ChildConfirmation one, MakeReferral form, Actor actor, CancellationToken cancel)
    {
        var now = Now;
        var consent = await ConsentAsync(one, form.Receiver!, cancel) ?? throw new RefusedException(new("referral.no-consent"));
        one.PrepareReferralBy(actor, form.Receiver!, words.OpensBeforeDecision(form.Service!, now), now);
        var id = Guid.CreateVersion7();
        db.Add(new ServiceReferral
        {
            Id = id,
            CaseId = one.Id,
            ConsentId = consent.Id,
            Service = form.Service!,
            Receiver = form.Receiver!,
            Items = [.. ChildItems.All.Where(form.Items.Contains)],
            Mark = await words.FreezeAsync(one, id, form, actor, now, cancel),
            PreparedById = actor.UserId!.Value,
            PreparedAt = now,
        });
        await access.SaveChangeAsync(actor, one.Id, ChildConfirmation.PrepareReferral, cancel);
        return id;
    }

    /// <summary>For what the child is opened with them, as the family reads it.</summary>
    public const string Purpose = "referral";

    /// <summary>The frozen words for a colleague who reads them before they leave; who the child is stands in them, so that takes the same right and is an opening like any other.</summary>
    /// <exception cref="RefusedException"><c>child.identity-not-yours</c>.</exception>
    public async Task<string?> ReadAsync(ChildConfirmation one, ServiceReferral referral, Actor actor, CancellationToken cancel)
    {
        if (Casework.IdentityDesk.WhyNot(one, actor) is { } refusal)
        {
            throw new RefusedException(refusal);
        }

        db.Add(new IdentityOpening { CaseId = one.Id, Purpose = Purpose, OpenedById = actor.UserId!.Value, OpenedAt = Now });
        await access.WriteAsync(actor, AccessDeed.View, one.Id, "referral:" + referral.Id, cancel);
        return await words.ReadAsync(one, referral, cancel);
    }

    /// <param name="linkOf">Makes the address from the secret.</param>
    /// <returns>The link, which is shown once and kept nowhere.</returns>
    /// <exception cref="RefusedException"><c>referral.no-consent</c>, <c>referral.not-prepared</c>, <c>referral.other-words</c>.</exception>
    public async Task<string> SendAsync(ChildConfirmation one, ServiceReferral referral, SendReferralOn form, Func<string, string> linkOf, Actor actor, CancellationToken cancel)
    {
        var (now, key) = (Now, RandomKey.New());
        one.SendReferralBy(actor, referral.Receiver, now);
        referral.SendBy(actor, await ConsentAsync(one, referral.Receiver, cancel), form.Fingerprint, RandomKey.Hash(key), words.LinkEndsAt(now), now);
        var link = linkOf(key);
        if (!string.IsNullOrWhiteSpace(form.Email))
        {
            referral.KeepForMail(words.Seal(form.Email, referral.Id, SealedField.ReceiverAddress), words.Seal(link, referral.Id, SealedField.ReceiverLink));
            mail.TellSent(referral, now);
        }

        await access.SaveChangeAsync(actor, one.Id, ChildConfirmation.SendReferral, cancel);
        return link;
    }

    public Task RecallAsync(ChildConfirmation one, ServiceReferral referral, Actor actor, CancellationToken cancel)
    {
        one.RecallReferralBy(actor, referral.Receiver, Now);
        referral.End(ReferralEnd.Recalled, Now);
        mail.TellEnd(referral, Now);
        return access.SaveChangeAsync(actor, one.Id, ChildConfirmation.RecallReferral, cancel);
    }

    /// <summary>Somebody told the receiver by another way that it holds no longer.</summary>
    public Task TellAsync(ChildConfirmation one, ServiceReferral referral, Actor actor, CancellationToken cancel)
    {
        one.TellReceiverBy(actor, referral.Receiver, Now);
        referral.Told(Now);
        return access.SaveChangeAsync(actor, one.Id, ChildConfirmation.TellReceiver, cancel);
    }

    private DateTimeOffset Now => time.GetUtcNow();

    private Task<ServiceConsent?> ConsentAsync(ChildConfirmation one, string receiver, CancellationToken cancel) =>
        db.Set<ServiceConsent>().SingleOrDefaultAsync(c => c.CaseId == one.Id && c.Receiver == receiver && c.WithdrawnAt == null, cancel);
}
