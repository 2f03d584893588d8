using Microsoft.EntityFrameworkCore;
using MigrantServices.Core.Cases;
using MigrantServices.Core.People;
using MigrantServices.Core.Privacy;
using MigrantServices.Core.Storage;

namespace MigrantServices.Core.Grievances.Inquiry;

/// <summary>Sends a case on to a body that can give relief, and keeps what they answer.</summary>
public sealed class ReferralDesk(PortalDb db, CaseWords words, Vault vault, AccessLog access, TimeProvider time)
{
    /// <summary>The chosen words of a case, opened for the letter; whose name is among them is put on record.</summary>
    public async Task<ReferralPieces> PiecesAsync(Grievance grievance, IReadOnlyList<string> items, Actor actor, CancellationToken cancel)
    {
        var filer = grievance.People.Find(p => p.Part == PersonPart.Filer);
        if (items.Any(Referral.Identifying.Contains))
        {
            await access.WriteAsync(actor, AccessDeed.View, grievance.Id, "identity:referral", cancel);
        }

        return new(
            items.Contains("account") ? vault.Open(grievance.Account, grievance.Id, SealedField.Account) : null,
            items.Contains("hope") && grievance.Hope is { } hope ? vault.Open(hope, grievance.Id, SealedField.Hope) : null,
            items.Contains("name") && filer is not null ? vault.Open(filer.Name, filer.Id, SealedField.Name) : null,
            items.Contains("contact") && filer?.Contact is { } contact ? vault.Open(contact, filer.Id, SealedField.Contact) : null);
    }

    /// <param name="letter">The letter as it leaves, word for word.</param>
    /// <exception cref="RefusedException"><c>referral.consent-in-the-future</c>, <c>referral.consent-before-the-receipt</c>, <c>grievance.tip-cannot-consent</c>.</exception>
    public Task ReferAsync(Grievance grievance, ReferOn form, string letter, Actor actor, CancellationToken cancel)
    {
        var id = Guid.CreateVersion7();
        var referral = new Referral
        {
            Id = id,
            CaseId = grievance.Id,
            Body = form.Body!,
            Sent = [.. Referral.Items.Where(form.Sent.Contains)],
            Letter = words.Seal(letter, id, SealedField.Referral),
            ConsentOn = form.ConsentOn!.Value,
            ConsentWay = form.ConsentWay!.Value,
            SentAt = time.GetUtcNow(),
            SentById = actor.UserId!.Value,
        };
        grievance.ReferBy(actor, referral, time.GetUtcNow());
        db.Add(referral);
        return SaveAsync(grievance, actor, Grievance.Refer, cancel);
    }

    /// <summary>A referral of this case; null when there is no such.</summary>
    public Task<Referral?> FindAsync(Grievance grievance, Guid id, CancellationToken cancel) =>
        db.Referrals.FirstOrDefaultAsync(r => r.Id == id && r.CaseId == grievance.Id, cancel);

    /// <exception cref="RefusedException"><c>referral.replied-already</c>, <c>referral.before-the-sending</c>, <c>referral.in-the-future</c>.</exception>
    public Task RecordReplyAsync(Grievance grievance, Referral referral, RecordReferralReply form, Actor actor, CancellationToken cancel)
    {
        var reply = words.Seal(form.Words!, referral.Id, SealedField.ReferralReply);
        grievance.RecordReferralReplyBy(actor, referral, new(form.Reply!.Value, form.RepliedOn!.Value, reply), time.GetUtcNow());
        return SaveAsync(grievance, actor, Grievance.RecordReferralReply, cancel);
    }

    private Task SaveAsync(Grievance grievance, Actor actor, CaseAction action, CancellationToken cancel)
    {
        access.AddChange(actor, grievance.Id, action);
        return db.SaveChangesAsync(cancel);
    }
}

/// <summary>What of a case goes into the letter; null for what stays here.</summary>
public sealed record ReferralPieces(string? Account, string? Hope, string? Name, string? Contact);
