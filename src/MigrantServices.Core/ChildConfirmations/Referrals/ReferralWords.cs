using Microsoft.EntityFrameworkCore;
using MigrantServices.Core.Calendar;
using MigrantServices.Core.Cases;
using MigrantServices.Core.ChildConfirmations.Casework;
using MigrantServices.Core.ChildConfirmations.Papers;
using MigrantServices.Core.IdentityVault;
using MigrantServices.Core.People;
using MigrantServices.Core.Privacy;
using MigrantServices.Core.Reference;
using MigrantServices.Core.Storage;

namespace MigrantServices.Core.ChildConfirmations.Referrals;

/// <summary>Freezes the words of a referral in the identity vault, under the child's own key, and reads them again.</summary>
public sealed class ReferralWords(PortalDb db, IdentityDesk identities, VaultDesk people, Vault vault, ReferralTerms terms)
{
    private const string Purpose = "referral";

    public bool OpensBeforeDecision(string service, DateTimeOffset now) => terms.OpensBeforeDecision(service, now);

    /// <summary>Until when a link sent now opens something.</summary>
    public DateTimeOffset LinkEndsAt(DateTimeOffset now) => terms.LinkEndsAt(now);

    public SealedText Seal(string text, Guid owner, string field) => vault.Seal(text.Trim(), owner, field);

    /// <returns>The mark by which the words are known again.</returns>
    public async Task<byte[]> FreezeAsync(ChildConfirmation one, Guid id, MakeReferral form, Actor actor, DateTimeOffset now, CancellationToken cancel)
    {
        var opened = form.Items.Exists(ChildItems.FromVault.Contains)
            ? await identities.OpenAsync(one, Purpose, actor, cancel) ?? throw new RefusedException(new("child.destroyed"))
            : null;
        var number = form.Items.Contains(ChildItems.ConfirmationNumber)
            ? await db.Set<CardIssue>().Where(c => c.CaseId == one.Id && c.State == CardState.Valid).Select(c => c.DocumentSerial).SingleOrDefaultAsync(cancel)
            : null;
        var text = terms.Paper.Write(one, form, opened, number, now);
        await people.PutPaperAsync(one.ChildId, id, text, cancel);
        return vault.Mark(text, id, SealedField.ServiceReferral);
    }

    /// <summary>Null when the child's key was destroyed.</summary>
    /// <exception cref="InvalidOperationException">They are not the words that were frozen.</exception>
    public async Task<string?> ReadAsync(ChildConfirmation one, ServiceReferral referral, CancellationToken cancel)
    {
        var text = await people.PaperAsync(one.ChildId, referral.Id, cancel);
        return text is null || vault.Mark(text, referral.Id, SealedField.ServiceReferral).AsSpan().SequenceEqual(referral.Mark)
            ? text
            : throw new InvalidOperationException("The words of a referral are not those that were frozen.");
    }
}

/// <summary>What the dated lists say about referrals, and the words of one.</summary>
public sealed class ReferralTerms(ReferenceBook book, Clocks clocks, ReferralPaper paper)
{
    private const string LinkPeriod = "referral-link." + ChildConfirmation.Prefix;

    public ReferralPaper Paper => paper;

    public bool OpensBeforeDecision(string service, DateTimeOffset now) => book.OpensBeforeDecision(service, Seoul.DateOf(now));

    public DateTimeOffset LinkEndsAt(DateTimeOffset now) => now.AddDays(clocks.LengthOf(LinkPeriod, now));
}
