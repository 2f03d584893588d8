using System.Collections.Concurrent;
using System.Net;
using System.Net.Sockets;
using System.Security.Cryptography;

namespace MigrantServices.Portal.Web.Access;

/// <summary>Slows the guessing of receipt codes: only wrong codes count, per address and for the whole portal, and waiting always ends.</summary>
/// <remarks>
/// Sized for a shelter whose people share one line. Addresses are kept as keyed hashes, in memory, and never stored.
/// A try is taken before the code is looked up and given back when the code was right, so that many tries at once gain nothing.
/// </remarks>
public sealed class GuessLimiter(TimeProvider time)
{
    public const int AddressBurst = 10;
    public const int PortalBurst = 200;

    private const int MaxRemembered = 50_000;
    private static readonly TimeSpan AddressEvery = TimeSpan.FromSeconds(10);
    private static readonly TimeSpan PortalEvery = TimeSpan.FromMilliseconds(500);

    private readonly byte[] _key = RandomNumberGenerator.GetBytes(32);
    private readonly ConcurrentDictionary<string, Bucket> _addresses = new(StringComparer.Ordinal);
    private readonly Bucket _portal = new(PortalBurst, PortalEvery);

    /// <summary>How long to wait before trying; zero when this try may be made, and then it counts until <see cref="GiveBack"/>.</summary>
    public TimeSpan Take(IPAddress? address)
    {
        var now = time.GetUtcNow();
        var own = _addresses.GetOrAdd(Name(address), _ => new(AddressBurst, AddressEvery));
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
        if (!_addresses.TryGetValue(Name(address), out var own))
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

    /// <summary>One household has a whole block of IPv6 addresses, so the block counts as one.</summary>
    private string Name(IPAddress? address)
    {
        var plain = address is { IsIPv4MappedToIPv6: true } ? address.MapToIPv4() : address;
        var bytes = plain?.GetAddressBytes() ?? [];
        return Convert.ToBase64String(HMACSHA256.HashData(_key, plain?.AddressFamily == AddressFamily.InterNetworkV6 ? bytes.AsSpan(0, 8) : bytes));
    }

    /// <summary>Tries that are used up and come back one by one.</summary>
    private sealed class Bucket(int burst, TimeSpan every)
    {
        private readonly Lock _gate = new();
        private double _used;
        private int _free;
        private DateTimeOffset _countedAt;

        public TimeSpan Take(DateTimeOffset now)
        {
            lock (_gate)
            {
                Drain(now);
                if (_used + 1 <= burst)
                {
                    _used++;
                    return TimeSpan.Zero;
                }

                return (_used + 1 - burst) * every;
            }
        }

        /// <summary>More was taken than the try that is being made.</summary>
        public bool HasFailed
        {
            get
            {
                lock (_gate)
                {
                    return _used > 1;
                }
            }
        }

        /// <summary>The try that is being made was not taken from the portal's measure.</summary>
        public void NoteFree()
        {
            lock (_gate)
            {
                _free++;
            }
        }

        /// <summary>True once for each try that was not.</summary>
        public bool WasFree()
        {
            lock (_gate)
            {
                return _free > 0 && _free-- > 0;
            }
        }

        public void GiveBack()
        {
            lock (_gate)
            {
                _used = Math.Max(0, _used - 1);
            }
        }

        public bool IsFull(DateTimeOffset now)
        {
            lock (_gate)
            {
                Drain(now);
                return _used <= 0;
            }
        }

        private void Drain(DateTimeOffset now)
        {
            if (now > _countedAt)
            {
                _used = Math.Max(0, _used - (now - _countedAt) / every);
                _countedAt = now;
            }
        }
    }
}
