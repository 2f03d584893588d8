using MigrantServices.Core.RefugeeSupport.StartUps;
using MigrantServices.Core.Storage;

namespace MigrantServices.Core.RefugeeSupport.Money;

/// <summary>Payments that somebody has to prepare or to release.</summary>
internal static class PaymentsWaiting
{
    /// <summary>Instalments whose day has come, which wait for no step of a start-up and which nobody has prepared.</summary>
    public static IQueryable<Instalment> ToPrepare(PortalDb db, DateOnly today) => db.Set<Instalment>().Where(part => part.State == InstalmentState.Due && part.DueOn <= today
        && !db.Set<Milestone>().Any(step => step.InstalmentId == part.Id && step.State != MilestoneState.Accepted)
        && !db.Set<Payment>().Any(payment => payment.InstalmentId == part.Id && payment.State == PaymentState.Prepared));

    public static IQueryable<Payment> ToRelease(PortalDb db) => db.Set<Payment>().Where(payment => payment.State == PaymentState.Prepared);
}
