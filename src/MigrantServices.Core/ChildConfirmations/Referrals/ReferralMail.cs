using System.Text.Json;
using Microsoft.EntityFrameworkCore;
using MigrantServices.Core.Cases;
using MigrantServices.Core.Notices;
using MigrantServices.Core.People;
using MigrantServices.Core.Privacy;
using MigrantServices.Core.Storage;
using MigrantServices.Core.Storage.Outbox;

namespace MigrantServices.Core.ChildConfirmations.Referrals;

/// <summary>Leaves the mails to receivers: that a message waits, or that it holds no longer. None says of what or of whom.</summary>
public sealed class ReferralMail(PortalDb db)
{
    public void TellSent(ServiceReferral referral, DateTimeOffset now) => Add(referral, now, "sent");

    /// <summary>Nothing where nothing had left, or no address is known; then a colleague tells them.</summary>
    public void TellEnd(ServiceReferral referral, DateTimeOffset now) => Add(referral, now, "ended");

    private void Add(ServiceReferral referral, DateTimeOffset now, string what)
    {
        if (referral is { SentAt: not null, Address: not null })
        {
            db.Add(new OutboxJob
            {
                Kind = ReferralMailHandler.JobKind,
                Payload = JsonSerializer.Serialize(referral.Id),
                DueAt = now,
                DedupeKey = $"{ReferralMailHandler.JobKind}:{what}:{referral.Id}",
            });
        }
    }
}

/// <summary>Sends one such mail. Its words are the same for every receiver and every child; the link is destroyed once it went out.</summary>
public sealed class ReferralMailHandler(PortalDb db, Vault vault, ILetterTexts texts, IMailSender sender, TimeProvider time) : IOutboxHandler
{
    public const string JobKind = "children.referral";

    private const string Korean = "ko";

    public string Kind => JobKind;

    public OutboxLane Lane => OutboxLane.Mail;

    public async Task HandleAsync(string payload, CancellationToken cancel)
    {
        var id = JsonSerializer.Deserialize<Guid>(payload);
        if (await db.Set<ServiceReferral>().SingleOrDefaultAsync(r => r.Id == id, cancel) is not { Address: { } sealedAddress } referral)
        {
            return;
        }

        var address = vault.Open(sealedAddress, id, SealedField.ReceiverAddress);
        if (referral.OwesWord)
        {
            if (await SendAsync(address, texts.In(Korean, "outbox.referral.ended.subject"), texts.In(Korean, "outbox.referral.ended.body"), cancel))
            {
                await ToldAsync(referral, cancel);
            }
        }
        else if (referral.Link is { } link)
        {
            var text = texts.In(Korean, "outbox.referral.sent.body", vault.Open(link, id, SealedField.ReceiverLink));
            await SendAsync(address, texts.In(Korean, "outbox.referral.sent.subject"), text, cancel);
            referral.MailDone();
            await db.SaveChangesAsync(cancel);
        }
    }

    private async Task ToldAsync(ServiceReferral referral, CancellationToken cancel)
    {
        var now = time.GetUtcNow();
        var one = await db.ChildConfirmations.SingleAsync(c => c.Id == referral.CaseId, cancel);
        one.TellReceiverBy(Actor.Portal, referral.Receiver, now);
        referral.Told(now);
        await new AccessLog(db, time).SaveChangeAsync(Actor.Portal, one.Id, ChildConfirmation.TellReceiver, cancel);
    }

    /// <returns>False when it never will go out; then a colleague tells the receiver.</returns>
    private async Task<bool> SendAsync(string to, string subject, string body, CancellationToken cancel)
    {
        var answer = await sender.SendAsync(new() { To = to, Subject = subject, Body = body, MessageId = Guid.NewGuid() }, cancel);
        return answer.End switch
        {
            MailEnd.Sent => true,
            MailEnd.NoServer or MailEnd.NoSuchBox => false,
            _ => throw new MailNotSentException(),
        };
    }
}
