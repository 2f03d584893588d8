using System.Runtime.CompilerServices;
using MigrantServices.Core.Grievances;
using MigrantServices.Core.Grievances.Duplicates;
using MigrantServices.Core.People;

namespace MigrantServices.Core.Tests.Grievances;

/// <summary>With what each grievance was proposed to be merged.</summary>
internal static class Merges
{
    private static readonly ConditionalWeakTable<Grievance, Known> All = [];

    /// <summary>It goes where it may; where only another may be merged with it, it stays.</summary>
    public static void Propose(Grievance one, Actor actor, DateTimeOffset? at = null)
    {
        if (Grievance.Service.Line(one.Status, Grievance.ProposeMerge) is not null && Grievance.Service.Line(one.Status, Grievance.Merge) is null)
        {
            Life.Received(1, one.ReceivedAt).ProposeMergeBy(actor, one, MergeGround.TheySaid, _ => new([1]), at ?? Life.Noon);
            return;
        }

        var stays = Life.Received(-1);
        All.AddOrUpdate(one, new(one.ProposeMergeBy(actor, stays, MergeGround.TheySaid, _ => new([1]), at ?? Life.Noon), stays));
    }

    public static void Decline(Grievance one, Actor actor, DateTimeOffset? at = null)
    {
        var (merge, goes, stays) = one.Status == Core.Cases.CaseStatus.Merged && Life.Received(1, one.ReceivedAt) is var later
            ? (Proposed(later, one), later, one)
            : (Of(one).Merge, one, Of(one).Stays);
        goes.DeclineMergeBy(actor, merge, stays, at ?? Life.Noon);
    }

    /// <summary>The last proposal; null where none was made.</summary>
    public static CaseMerge? Last(Grievance goes) => All.TryGetValue(goes, out var known) ? known.Merge : null;

    /// <summary>The last proposal, or one that nobody made.</summary>
    public static Known Of(Grievance goes)
    {
        if (!All.TryGetValue(goes, out var known))
        {
            var stays = Life.Received(-1);
            known = new(Proposed(goes, stays), stays);
            All.Add(goes, known);
        }

        return known;
    }

    private static CaseMerge Proposed(Grievance goes, Grievance stays) => new()
    {
        MergedId = goes.Id,
        SurvivingId = stays.Id,
        Ground = MergeGround.TheySaid,
        Words = new([1]),
        ProposedById = Guid.CreateVersion7(),
        ProposedAt = Life.Noon,
    };

    public sealed record Known(CaseMerge Merge, Grievance Stays);
}
