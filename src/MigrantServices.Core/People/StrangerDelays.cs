using System.Collections.Concurrent;
using System.Security.Cryptography;
using System.Text;

namespace MigrantServices.Core.People;

/// <summary>Makes addresses without an account wait exactly as accounts do, so that waiting does not tell which addresses have one.</summary>
/// <remarks>One instance for the whole portal; only keyed hashes, in memory, for an hour.</remarks>
public sealed class StrangerDelays(TimeProvider time)
{
    private const int MaxRemembered = 20_000;
    private static readonly TimeSpan RememberedFor = TimeSpan.FromHours(1);

    private readonly byte[] _key = RandomNumberGenerator.GetBytes(32);
    private readonly ConcurrentDictionary<string, Tries> _tries = new(StringComparer.Ordinal);

    /// <summary>Null when this address may try now.</summary>
    public TimeSpan? WaitFor(string address)
    {
        var now = time.GetUtcNow();
        return _tries.TryGetValue(Name(address), out var tries) && tries.Next > now ? tries.Next - now : null;
    }

    public void CountFailure(string address)
    {
        var now = time.GetUtcNow();
        if (_tries.Count >= MaxRemembered)
        {
            foreach (var (name, _) in _tries.Where(pair => pair.Value.Last + RememberedFor < now))
            {
                _tries.TryRemove(name, out _);
            }
        }

        if (_tries.Count < MaxRemembered)
        {
            _tries.AddOrUpdate(Name(address), _ => new(1, now, now), (_, old) => new(old.Count + 1, now + SignInDelay.After(old.Count + 1), now));
        }
    }

    private string Name(string address) => Convert.ToBase64String(HMACSHA256.HashData(_key, Encoding.UTF8.GetBytes(address)));

    private sealed record Tries(int Count, DateTimeOffset Next, DateTimeOffset Last);
}
