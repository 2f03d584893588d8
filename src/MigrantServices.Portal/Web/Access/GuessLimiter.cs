using System.Collections.Concurrent;
using System.Net;

namespace MigrantServices.Portal.Web.Access;

/// <summary>Slows the guessing of receipt codes: only wrong codes count, per address and for the whole portal, and waiting always ends.</summary>
/// <remarks>
/// Sized for a shelter whose people share one line. Addresses are kept as keyed hashes, in memory, and never stored.
/// A try is taken before the code is looked up and given back when the code was right, so that many tries at once gain nothing.
/// </remarks>
public sealed class GuessLimiter(AddressNames names, TimeProvider time)
{
    public const int AddressBurst = 10;
    public const int PortalBurst = 200;

    private const int MaxRemembered = 50_000;
    private static readonly TimeSpan AddressEvery = TimeSpan.FromSeconds(10);
    private static readonly TimeSpan PortalEvery = TimeSpan.FromMilliseconds(500);

    private readonly ConcurrentDictionary<string, Bucket> _addresses = new(StringComparer.Ordinal);
    private readonly Bucket _portal = new(PortalBurst, PortalEvery);

    /// <summary>How long to wait before trying; zero when this try may be made, and then it counts until <see cref="GiveBack"/>.</summary>
    public TimeSpan Take(IPAddress? address)
    {
        var now = time.GetUtcNow();
        var own = _addresses.GetOrAdd(names.Of(address), _ => new(AddressBurst, AddressEvery));
        Tidy(now);
        var wait = own.Take(now);
        if (wait > TimeSpan.Zero)
        {
            return wait;
        }

        wait = _portal.Take(now);
        if (wait == TimeSpan.Zero)
        {
            return wait;
        }

        if (own.HasFailed)
        {
            own.GiveBack();
            return wait;
        }

        // somebody who has made no wrong try is never kept out by the wrong tries of others
        own.NoteFree();
        return TimeSpan.Zero;
    }

    /// <summary>The code was right: the try does not count.</summary>
    public void GiveBack(IPAddress? address)
    {
        // what was not taken from the portal's measure is not given back to it: right codes would pay for wrong ones
        if (!_addresses.TryGetValue(names.Of(address), out var own))
        {
            _portal.GiveBack();
            return;
        }

        own.GiveBack();
        if (!own.WasFree())
        {
            _portal.GiveBack();
        }
    }

    private void Tidy(DateTimeOffset now)
    {
        if (_addresses.Count < MaxRemembered)
        {
            return;
        }

        foreach (var (name, _) in _addresses.Where(pair => pair.Value.IsFull(now)))
        {
            _addresses.TryRemove(name, out _);
        }
    }
}
