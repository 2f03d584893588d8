namespace MigrantServices.Core.Grievances.Patterns;

/// <summary>Puts together what belongs together: repeats of the same person and the members of a joint petition are one.</summary>
public static class JoinedCases
{
    /// <param name="links">Also with cases that are not among these: two that are linked with the same third one are one.</param>
    public static IReadOnlyList<IReadOnlyList<Guid>> Groups(IReadOnlyCollection<Guid> cases, IEnumerable<(Guid One, Guid Other)> links)
    {
        var over = new Dictionary<Guid, Guid>();
        foreach (var (one, other) in links)
        {
            over[Top(one)] = Top(other);
        }

        return [.. cases.GroupBy(Top).Select(group => group.ToList())];

        Guid Top(Guid id)
        {
            while (over.TryGetValue(id, out var next) && next != id)
            {
                id = next;
            }

            return id;
        }
    }
}
