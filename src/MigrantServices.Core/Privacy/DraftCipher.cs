using System.Security.Cryptography;
using System.Text;

namespace MigrantServices.Core.Privacy;

/// <summary>Seals an unfinished form so that only the person who holds its code can open it, not even the office.</summary>
/// <remarks>Sealed bytes are: version, nonce (12), ciphertext, tag (16) under AES-256-GCM; the draft's id is bound to them.</remarks>
public sealed class DraftCipher(KeyRing keys)
{
    private const byte Version = 1;
    private const int NonceBytes = 12;
    private const int TagBytes = 16;
    private const int Overhead = 1 + NonceBytes + TagBytes;
    private const int KeyBytes = 32;

    private readonly byte[] _serverKey = KeyRing.DeriveFrom(keys.CodeKey, "draft");

    public byte[] Seal(ReceiptCode code, Guid draftId, ReadOnlySpan<byte> content)
    {
        var result = new byte[Overhead + content.Length];
        result[0] = Version;
        var nonce = result.AsSpan(1, NonceBytes);
        RandomNumberGenerator.Fill(nonce);
        var id = draftId.ToByteArray(bigEndian: true);
        using var cipher = new AesGcm(KeyFor(code, id), TagBytes);
        cipher.Encrypt(nonce, content, result.AsSpan(1 + NonceBytes, content.Length), result.AsSpan(^TagBytes), id);
        return result;
    }

    /// <exception cref="CryptographicException">Another code, another draft, or altered bytes.</exception>
    public byte[] Open(ReceiptCode code, Guid draftId, ReadOnlySpan<byte> sealedDraft)
    {
        if (sealedDraft.Length < Overhead || sealedDraft[0] != Version)
        {
            throw new CryptographicException("The draft was not sealed here.");
        }

        var content = new byte[sealedDraft.Length - Overhead];
        var id = draftId.ToByteArray(bigEndian: true);
        using var cipher = new AesGcm(KeyFor(code, id), TagBytes);
        var nonce = sealedDraft.Slice(1, NonceBytes);
        cipher.Decrypt(nonce, sealedDraft.Slice(1 + NonceBytes, content.Length), sealedDraft[^TagBytes..], content, id);
        return content;
    }

    private byte[] KeyFor(ReceiptCode code, byte[] draftId) =>
        HKDF.DeriveKey(HashAlgorithmName.SHA256, [.. _serverKey, .. Encoding.ASCII.GetBytes(code.Digits)], KeyBytes, salt: draftId);
}
