using Microsoft.EntityFrameworkCore;
using MigrantServices.Core.RefugeeSupport.Money;
using MigrantServices.Core.Storage;

namespace MigrantServices.Core.RefugeeSupport.StartUps;

/// <summary>Finds the plan that a grant follows: the newest of its line.</summary>
internal static class PlansOfGrants
{
    public static async Task<StartUpPlan?> PlanOfAsync(this PortalDb db, Guid? lineId, CancellationToken cancel) => lineId is not { } line ? null
        : await db.Set<StartUpPlan>().Include(plan => plan.Milestones).Where(plan => plan.LineId == line && plan.Milestones.All(step => step.InstalmentId == null))
            .OrderByDescending(plan => plan.WrittenAt).ThenByDescending(plan => plan.Id).FirstOrDefaultAsync(cancel);

    /// <summary>As the plan says, where there is one.</summary>
    public static GrantAward By(this GrantAward grant, StartUpPlan? plan) => plan is null ? grant : grant with { Instalments = plan.Instalments };
}
