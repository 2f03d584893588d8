using System.Collections.Concurrent;
using System.Security.Cryptography;
using System.Text;
using Microsoft.Extensions.ObjectPool;

namespace MigrantServices.Core.Privacy;

/// <summary>Seals what people tell us and opens it again, each value only for the case and the field it was written for.</summary>
/// <remarks>
/// A sealed value is: version, length of the key's name, the key's name, nonce (12), ciphertext, tag (16), under AES-256-GCM with a key
/// per field and the owner and field as associated data. Before sealing, a text is filled up (0x80, then zeros) to a multiple of 16
/// bytes below 256 and of 64 above, so that the stored length tells neither "yes" from "no" nor one family name from another.
/// </remarks>
public sealed class Vault(KeyRing keys)
{
    private const byte Version = 1;
    private const int NonceBytes = 12;
    private const int TagBytes = 16;
    private const int OwnerBytes = 16;
    private const int ShortText = 256;

    private readonly byte[] _markKey = KeyRing.DeriveFrom(keys.IndexKey, "version-of-a-text");

    // an AesGcm is not safe to share between threads and dear to make: each key and field has a few that are lent out
    private readonly ConcurrentDictionary<(string KeyId, string Field), ObjectPool<AesGcm>> _ciphers = new();

    public SealedText Seal(string text, Guid owner, string field)
    {
        var keyId = keys.CurrentKeyId;
        var padded = Pad(text);
        var header = 2 + keyId.Length;
        var result = new byte[header + NonceBytes + padded.Length + TagBytes];
        result[0] = Version;
        result[1] = (byte)keyId.Length;
        Encoding.ASCII.GetBytes(keyId, result.AsSpan(2));
        var nonce = result.AsSpan(header, NonceBytes);
        RandomNumberGenerator.Fill(nonce);

        var ciphers = CiphersFor(keyId, field);
        var cipher = ciphers.Get();
        cipher.Encrypt(nonce, padded, result.AsSpan(header + NonceBytes, padded.Length), result.AsSpan(^TagBytes), Binding(owner, field));
        ciphers.Return(cipher);
        return new SealedText(result);
    }

    /// <exception cref="CryptographicException">The value was altered, belongs to another case or field, or its key is gone.</exception>
    public string Open(SealedText text, Guid owner, string field)
    {
        var bytes = text.Bytes.AsSpan();
        var header = bytes.Length > 2 && bytes[0] == Version ? 2 + bytes[1] : throw Unreadable();
        var length = bytes.Length - header - NonceBytes - TagBytes;
        var keyId = length > 0 ? Encoding.ASCII.GetString(bytes[2..header]) : throw Unreadable();
        if (!keys.Has(keyId))
        {
            throw Unreadable();
        }

        var padded = new byte[length];
        var ciphers = CiphersFor(keyId, field);
        var cipher = ciphers.Get();
        var nonce = bytes.Slice(header, NonceBytes);
        cipher.Decrypt(nonce, bytes.Slice(header + NonceBytes, length), bytes[^TagBytes..], padded, Binding(owner, field));
        ciphers.Return(cipher);
        return Encoding.UTF8.GetString(padded.AsSpan(0, padded.AsSpan().LastIndexOf((byte)0x80)));
    }

    /// <summary>The same for the same words in the same place only, and without the keys it tells nothing of them: by it one knows whether a text has changed.</summary>
    public byte[] Mark(string text, Guid owner, string field)
    {
        using var hmac = IncrementalHash.CreateHMAC(HashAlgorithmName.SHA256, _markKey);
        hmac.AppendData(Binding(owner, field));
        hmac.AppendData(Encoding.UTF8.GetBytes(text));
        return hmac.GetHashAndReset();
    }

    private ObjectPool<AesGcm> CiphersFor(string keyId, string field) =>
        _ciphers.GetOrAdd((keyId, field), static (wanted, ring) =>
            new DefaultObjectPoolProvider().Create(new CipherPolicy(ring.Derive(wanted.KeyId, "field:" + wanted.Field))), keys);

    private static byte[] Pad(string text)
    {
        var length = Encoding.UTF8.GetByteCount(text);
        var step = length < ShortText ? 16 : 64;
        var padded = new byte[(length / step + 1) * step];
        Encoding.UTF8.GetBytes(text, padded);
        padded[length] = 0x80;
        return padded;
    }

    private static byte[] Binding(Guid owner, string field)
    {
        var binding = new byte[OwnerBytes + Encoding.UTF8.GetByteCount(field)];
        owner.TryWriteBytes(binding, bigEndian: true, out _);
        Encoding.UTF8.GetBytes(field, binding.AsSpan(OwnerBytes));
        return binding;
    }

    private static CryptographicException Unreadable() => new("The value was not sealed here, or its key is gone.");

    private sealed class CipherPolicy(byte[] key) : PooledObjectPolicy<AesGcm>
    {
        public override AesGcm Create() => new(key, TagBytes);

        public override bool Return(AesGcm obj) => true;
    }
}
