using System.Buffers.Text;
using System.Diagnostics.CodeAnalysis;
using System.Security.Cryptography;
using System.Text;

namespace MigrantServices.Core.People;

/// <summary>256 random bits that a cookie or a link carries. The portal keeps their hash only, so a stolen database opens nothing.</summary>
public static class RandomKey
{
    private const int Bytes = 32;
    private const int Letters = 43;

    public static string New() => Base64Url.EncodeToString(RandomNumberGenerator.GetBytes(Bytes));

    public static byte[] Hash(string key) => SHA256.HashData(Encoding.ASCII.GetBytes(key));

    public static bool LooksRight([NotNullWhen(true)] string? key) =>
        key is { Length: Letters } && key.All(letter => char.IsAsciiLetterOrDigit(letter) || letter is '-' or '_');
}
