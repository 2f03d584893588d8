using System.Security.Cryptography;
using System.Text;

namespace MigrantServices.Core.IdentityVault;

/// <summary>Seals something of one person under that person's own key: nonce (12), what is sealed, tag (16), with the person and the kind bound into it.</summary>
internal static class PersonCipher
{
    private const int NonceBytes = 12;
    private const int TagBytes = 16;
    private const int Step = 256;

    /// <summary>Text is filled up to a multiple of 256 bytes first, so that its length tells nothing of a name.</summary>
    public static byte[] SealText(byte[] key, Guid person, string kind, byte[] text)
    {
        var padded = new byte[(text.Length / Step + 1) * Step];
        text.CopyTo(padded, 0);
        padded[text.Length] = 0x80;
        return Seal(key, person, kind, padded);
    }

    public static ReadOnlyMemory<byte> OpenText(byte[] key, Guid person, string kind, byte[] content)
    {
        var padded = Open(key, person, kind, content);
        return padded.AsMemory(0, padded.AsSpan().LastIndexOf((byte)0x80));
    }

    public static byte[] Seal(byte[] key, Guid person, string kind, ReadOnlySpan<byte> plain)
    {
        var result = new byte[NonceBytes + plain.Length + TagBytes];
        RandomNumberGenerator.Fill(result.AsSpan(0, NonceBytes));
        using var cipher = new AesGcm(key, TagBytes);
        cipher.Encrypt(result.AsSpan(0, NonceBytes), plain, result.AsSpan(NonceBytes, plain.Length), result.AsSpan(^TagBytes), Binding(person, kind));
        return result;
    }

    /// <exception cref="CryptographicException">It was altered, or belongs to somebody else.</exception>
    public static byte[] Open(byte[] key, Guid person, string kind, byte[] content)
    {
        var plain = new byte[content.Length - NonceBytes - TagBytes];
        using var cipher = new AesGcm(key, TagBytes);
        cipher.Decrypt(content.AsSpan(0, NonceBytes), content.AsSpan(NonceBytes, plain.Length), content.AsSpan(^TagBytes), plain, Binding(person, kind));
        return plain;
    }

    private static byte[] Binding(Guid person, string kind) => [.. person.ToByteArray(), .. Encoding.UTF8.GetBytes(kind)];
}
