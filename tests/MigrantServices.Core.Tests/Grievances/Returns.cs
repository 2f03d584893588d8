using System.Runtime.CompilerServices;
using MigrantServices.Core.Grievances;
using MigrantServices.Core.Grievances.Fairness;
using MigrantServices.Core.People;

namespace MigrantServices.Core.Tests.Grievances;

/// <summary>What was last proposed of each grievance that was set apart.</summary>
internal static class Returns
{
    private static readonly ConditionalWeakTable<Grievance, ApartReturn> All = [];

    public static void Propose(Grievance one, Actor actor, DateTimeOffset? at = null) => All.AddOrUpdate(one, one.ProposeBringBackBy(actor, _ => new([1]), at ?? Life.Noon));

    /// <summary>The last proposal; null where none was made.</summary>
    public static ApartReturn? Last(Grievance one) => All.TryGetValue(one, out var proposal) ? proposal : null;

    /// <summary>The last proposal, or one that nobody made.</summary>
    public static ApartReturn Of(Grievance one) => All.GetValue(one, _ => new()
    {
        CaseId = one.Id,
        Words = new([1]),
        ProposedById = Guid.CreateVersion7(),
        ProposedAt = Life.Noon,
    });
}
