using System.Collections.Concurrent;

namespace MigrantServices.Core.Workday;

/// <summary>Which views colleagues meet, for a minute: the worklist shows their names at each look and need not ask for them each time. What is counted in them is never kept.</summary>
public sealed class ViewCache(TimeProvider time)
{
    private static readonly TimeSpan Fresh = TimeSpan.FromMinutes(1);

    private readonly ConcurrentDictionary<(Guid User, string Places), (DateTimeOffset Until, IReadOnlyList<ViewLine> Views)> _known = new();

    public IReadOnlyList<ViewLine>? Find(Guid user, string places) =>
        _known.TryGetValue((user, places), out var known) && known.Until > time.GetUtcNow() ? known.Views : null;

    public void Keep(Guid user, string places, IReadOnlyList<ViewLine> views) => _known[(user, places)] = (time.GetUtcNow() + Fresh, views);

    /// <summary>A view was changed; another node of the portal follows within the minute.</summary>
    public void Forget() => _known.Clear();
}
