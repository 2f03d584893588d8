using System.Collections.Concurrent;
using System.Net;
using MigrantServices.Core.Documents;

namespace MigrantServices.Portal.Web.Access;

/// <summary>How many bytes of files one address may still add to unsent forms today. Used room comes back evenly over a day.</summary>
/// <remarks>A file is first counted as large as it may become, so that many at once gain nothing. Counted in each node.</remarks>
public sealed class UploadAllowance(DraftLimits limits, AddressNames names, TimeProvider time)
{
    private const int MaxRemembered = 50_000;

    private readonly TimeSpan _every = TimeSpan.FromDays(1) / limits.OfOneAddress;
    private readonly ConcurrentDictionary<string, Bucket> _addresses = new(StringComparer.Ordinal);

    /// <summary>Takes room for one file; false when there is not enough left.</summary>
    public bool Take(IPAddress? address)
    {
        var now = time.GetUtcNow();
        if (_addresses.Count >= MaxRemembered)
        {
            foreach (var (name, _) in _addresses.Where(pair => pair.Value.IsFull(now)))
            {
                _addresses.TryRemove(name, out var _);
            }
        }

        return Of(address).Take(now, CaseFile.MaxLength) == TimeSpan.Zero;
    }

    /// <summary>The file is here, or was refused: what it does not need is free again.</summary>
    /// <param name="length">In bytes; 0 for a file that was not taken.</param>
    public void Settle(IPAddress? address, long length) => Of(address).GiveBack(CaseFile.MaxLength - length);

    private Bucket Of(IPAddress? address) => _addresses.GetOrAdd(names.Of(address), _ => new(limits.OfOneAddress, _every));
}
