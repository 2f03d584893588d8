namespace MigrantServices.Core.Workday;

/// <summary>A case to be given to somebody, and the colleagues who may have it.</summary>
/// <param name="Weight">What it weighs, see <see cref="Risk"/>.</param>
public sealed record WorkToShare(Guid Id, string Language, int Weight, IReadOnlyCollection<Guid> MayGoTo);

/// <summary>A colleague's desk before anything is shared out.</summary>
/// <param name="Languages">How many open cases they have in each language.</param>
public sealed record DeskLoad(Guid Id, int Load, IReadOnlyDictionary<string, int> Languages);

/// <summary>Shares out cases evenly: each goes to the least loaded of those who may have it, and among equals to whoever has fewest in its language.</summary>
/// <remarks>Cases are dealt language by language, the heaviest first, so that no desk gets all of one language. The order in which they are given in does not matter.</remarks>
public static class FairShare
{
    /// <summary>Who gets which case; one that none of them may have is left out.</summary>
    public static IReadOnlyDictionary<Guid, Guid> Deal(IEnumerable<WorkToShare> work, IEnumerable<DeskLoad> desks)
    {
        var loads = desks.ToDictionary(desk => desk.Id, desk => desk.Load);
        var languages = desks.SelectMany(desk => desk.Languages.Select(one => (desk.Id, one.Key, one.Value))).ToDictionary(one => (one.Id, one.Key), one => one.Value);
        var dealt = new Dictionary<Guid, Guid>();
        foreach (var one in work.OrderBy(one => one.Language, StringComparer.Ordinal).ThenByDescending(one => one.Weight).ThenBy(one => one.Id))
        {
            var able = one.MayGoTo.Where(loads.ContainsKey).ToList();
            if (able.Count == 0)
            {
                continue;
            }

            var to = able.OrderBy(id => loads[id]).ThenBy(id => languages.GetValueOrDefault((id, one.Language))).ThenBy(id => id).First();
            dealt[one.Id] = to;
            loads[to] += one.Weight;
            languages[(to, one.Language)] = languages.GetValueOrDefault((to, one.Language)) + 1;
        }

        return dealt;
    }
}
