using System.Runtime.CompilerServices;
using MigrantServices.Core.Grievances;
using MigrantServices.Core.Grievances.Duplicates;

namespace MigrantServices.Core.Tests.Grievances;

/// <summary>With what each grievance was proposed to be merged.</summary>
internal static class Merges
{
    private static readonly ConditionalWeakTable<Grievance, Known> All = [];

    public static void Remember(Grievance goes, Grievance stays, Func<Grievance, CaseMerge> propose) => All.AddOrUpdate(goes, new(propose(stays), stays));

    /// <summary>The last proposal, or one that nobody made.</summary>
    public static Known Of(Grievance goes)
    {
        if (!All.TryGetValue(goes, out var known))
        {
            var stays = Life.Earlier();
            known = new(new() { MergedId = goes.Id, SurvivingId = stays.Id, Ground = MergeGround.TheySaid, Words = new([1]), ProposedById = Guid.CreateVersion7(), ProposedAt = Life.Noon }, stays);
            All.Add(goes, known);
        }

        return known;
    }

    public sealed record Known(CaseMerge Merge, Grievance Stays);
}
