using System.Net;
using System.Net.Sockets;
using System.Security.Cryptography;

namespace MigrantServices.Portal.Web.Access;

/// <summary>Tells network addresses apart without keeping them: keyed hashes, in memory, under a key that ends with the process.</summary>
public sealed class AddressNames
{
    private readonly byte[] _key = RandomNumberGenerator.GetBytes(32);

    /// <summary>One household has a whole block of IPv6 addresses, so the block counts as one.</summary>
    public string Of(IPAddress? address)
    {
        var plain = address is { IsIPv4MappedToIPv6: true } ? address.MapToIPv4() : address;
        var bytes = plain?.GetAddressBytes() ?? [];
        return Convert.ToBase64String(HMACSHA256.HashData(_key, plain?.AddressFamily == AddressFamily.InterNetworkV6 ? bytes.AsSpan(0, 8) : bytes));
    }
}
