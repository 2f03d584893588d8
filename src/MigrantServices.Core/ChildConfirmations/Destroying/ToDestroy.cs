using MigrantServices.Core.Storage;

namespace MigrantServices.Core.ChildConfirmations.Destroying;

/// <summary>What was asked to be destroyed and waits for a second person. What is held waits for nobody until the day of the hold is over; then somebody looks again. A parent goes with the child, so that nothing waits once the child was destroyed.</summary>
public static class ToDestroy
{
    public static IQueryable<IdentityDestruction> At(PortalDb db, DateOnly today) => db.Set<IdentityDestruction>()
        .Where(asked => asked.State == DestructionState.Asked && !db.ChildConfirmations.Any(one => one.Id == asked.CaseId && one.IdentityDestroyedAt != null))
        .Where(asked => !db.Set<DestructionHold>().Any(hold => hold.CaseId == asked.CaseId && hold.LiftedAt == null && hold.Until >= today));
}
