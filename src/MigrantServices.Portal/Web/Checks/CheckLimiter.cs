using System.Collections.Concurrent;
using System.Net;
using MigrantServices.Portal.Web.Access;

namespace MigrantServices.Portal.Web.Checks;

/// <summary>
/// Keeps one line from asking without end. A clinic that checks a hundred cards in a row is not stopped: codes cannot be guessed, so this guards the portal's strength only.
/// </summary>
/// <remarks>Addresses are kept as keyed hashes, in memory, and never stored. <c>Check:Burst</c> sets another measure.</remarks>
public sealed class CheckLimiter(AddressNames names, TimeProvider time, IConfiguration settings)
{
    public const int Burst = 120;

    private const int MaxRemembered = 50_000;
    private static readonly TimeSpan Every = TimeSpan.FromSeconds(1);

    private readonly int _burst = settings.GetValue("Check:Burst", Burst);
    private readonly ConcurrentDictionary<string, Bucket> _addresses = new(StringComparer.Ordinal);

    /// <summary>How long to wait before asking; zero when this question may be asked.</summary>
    public TimeSpan Take(IPAddress? address)
    {
        var (name, now) = (names.Of(address), time.GetUtcNow());
        return (_addresses.TryGetValue(name, out var known) ? known : Remember(name, now)).Take(now);
    }

    // to count them stops everybody else, so it is done for newcomers only
    private Bucket Remember(string address, DateTimeOffset now)
    {
        if (_addresses.Count >= MaxRemembered)
        {
            foreach (var (name, _) in _addresses.Where(pair => pair.Value.IsFull(now)))
            {
                _addresses.TryRemove(name, out _);
            }
        }

        return _addresses.GetOrAdd(address, _ => new(_burst, Every));
    }
}
