using Microsoft.EntityFrameworkCore;
using MigrantServices.Core.Privacy;
using MigrantServices.Core.Storage;

namespace MigrantServices.Core.ChildConfirmations.Referrals;

/// <summary>Which receivers a family agreed to, and what was sent to each: for the office and for the family.</summary>
public sealed class ServiceReader(PortalDb db, Vault vault)
{
    public const int Most = 100;

    public async Task<IReadOnlyList<ConsentLine>> ConsentsAsync(Guid caseId, CancellationToken cancel) => await db.Set<ServiceConsent>().AsNoTracking()
        .Where(c => c.CaseId == caseId).OrderByDescending(c => c.RecordedAt).Take(Most)
        .Select(c => new ConsentLine(c.Id, c.Receiver, c.Way, c.GivenOn, c.WithdrawnAt)).ToListAsync(cancel);

    /// <summary>The newest first.</summary>
    public async Task<IReadOnlyList<ReferralLine>> ReferralsAsync(Guid caseId, CancellationToken cancel)
    {
        var found = await db.Set<ServiceReferral>().AsNoTracking().Where(r => r.CaseId == caseId).OrderByDescending(r => r.PreparedAt).Take(Most).ToListAsync(cancel);
        return [.. found.Select(r => new ReferralLine(r, r.AnswerWords is { } answer ? vault.Open(answer, r.Id, SealedField.ReceiverAnswer) : null))];
    }
}

/// <summary>An agreement, in force or taken back.</summary>
public sealed record ConsentLine(Guid Id, string Receiver, string Way, DateOnly GivenOn, DateTimeOffset? WithdrawnAt);

/// <summary>A referral with the words of its answer.</summary>
public sealed record ReferralLine(ServiceReferral Referral, string? AnswerWords);
