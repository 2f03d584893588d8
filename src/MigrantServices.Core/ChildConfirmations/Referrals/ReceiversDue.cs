using MigrantServices.Core.Storage;

namespace MigrantServices.Core.ChildConfirmations.Referrals;

/// <summary>The cases in which somebody must turn to a receiver: it has not answered while its link held, or does not know that what it was sent holds no longer.</summary>
internal static class ReceiversDue
{
    public static IQueryable<ChildConfirmation> Silent(IQueryable<ChildConfirmation> cases, PortalDb db, DateTimeOffset now) =>
        cases.Where(c => db.Set<ServiceReferral>().Any(r => r.CaseId == c.Id && r.State == ReferralState.Sent && r.LinkEndsAt <= now));

    public static IQueryable<ChildConfirmation> Owed(IQueryable<ChildConfirmation> cases, PortalDb db) =>
        cases.Where(c => db.Set<ServiceReferral>().Any(r => r.CaseId == c.Id && r.EndedAt != null && r.SentAt != null && r.ToldAt == null));
}
