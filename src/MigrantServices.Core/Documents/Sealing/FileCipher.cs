using System.Buffers.Binary;
using System.Security.Cryptography;
using System.Text;

namespace MigrantServices.Core.Documents.Sealing;

/// <summary>
/// Closes and opens the pieces of one file with a key of its own. Each piece is bound to its file, copy, number and to whether it
/// is the last, so that none can be changed, moved, left out or put into another file unnoticed.
/// </summary>
public sealed class FileCipher : IDisposable
{
    public const int ChunkLength = 256 * 1024;

    /// <summary>How much longer a piece is when closed.</summary>
    public const int Overhead = NonceLength + TagLength;

    private const int KeyLength = 32;
    private const int NonceLength = 12;
    private const int TagLength = 16;

    private readonly Guid _fileId;
    private readonly AesGcm _cipher;

    private FileCipher(Guid fileId, ReadOnlySpan<byte> dataKey)
    {
        _fileId = fileId;
        _cipher = new AesGcm(dataKey, TagLength);
    }

    /// <summary>Gives a new file its own key, and that key closed with the current key of the portal.</summary>
    public static (FileCipher Cipher, string KeyId, byte[] WrappedKey) Create(Guid fileId, IFileKeys keys)
    {
        var keyId = keys.CurrentKeyId;
        var dataKey = RandomNumberGenerator.GetBytes(KeyLength);
        using var wrapping = new AesGcm(keys.KeyFor(keyId), TagLength);
        var wrapped = Seal(wrapping, dataKey, KeyContext(fileId, keyId));
        var cipher = new FileCipher(fileId, dataKey);
        CryptographicOperations.ZeroMemory(dataKey);
        return (cipher, keyId, wrapped);
    }

    public static FileCipher Open(Guid fileId, string keyId, byte[] wrappedKey, IFileKeys keys)
    {
        using var wrapping = new AesGcm(keys.KeyFor(keyId), TagLength);
        Span<byte> dataKey = stackalloc byte[KeyLength];
        Open(wrapping, wrappedKey, KeyContext(fileId, keyId), dataKey);
        var cipher = new FileCipher(fileId, dataKey);
        CryptographicOperations.ZeroMemory(dataKey);
        return cipher;
    }

    public byte[] SealChunk(FileCopy copy, int number, bool isLast, ReadOnlySpan<byte> content) =>
        Seal(_cipher, content, ChunkContext(copy, number, isLast));

    public void OpenChunk(FileCopy copy, int number, bool isLast, ReadOnlySpan<byte> chunk, Span<byte> content) =>
        Open(_cipher, chunk, ChunkContext(copy, number, isLast), content);

    public byte[] SealName(string name) => Seal(_cipher, Encoding.UTF8.GetBytes(name), NameContext());

    public string OpenName(byte[] sealedName)
    {
        var name = new byte[Math.Max(0, sealedName.Length - Overhead)];
        Open(_cipher, sealedName, NameContext(), name);
        return Encoding.UTF8.GetString(name);
    }

    public void Dispose() => _cipher.Dispose();

    // The nonce is random and not the number: a working copy may be made twice under the same key.
    private static byte[] Seal(AesGcm cipher, ReadOnlySpan<byte> content, ReadOnlySpan<byte> context)
    {
        var closed = new byte[NonceLength + content.Length + TagLength];
        var nonce = closed.AsSpan(0, NonceLength);
        RandomNumberGenerator.Fill(nonce);
        cipher.Encrypt(nonce, content, closed.AsSpan(NonceLength, content.Length), closed.AsSpan(NonceLength + content.Length), context);
        return closed;
    }

    private static void Open(AesGcm cipher, ReadOnlySpan<byte> closed, ReadOnlySpan<byte> context, Span<byte> content)
    {
        if (closed.Length != content.Length + Overhead)
        {
            throw new DamagedFileException("A piece of a stored file has the wrong length.");
        }

        try
        {
            cipher.Decrypt(closed[..NonceLength], closed[NonceLength..^TagLength], closed[^TagLength..], content, context);
        }
        catch (AuthenticationTagMismatchException mismatch)
        {
            throw new DamagedFileException("A piece of a stored file is not the one that was stored.", mismatch);
        }
    }

    private byte[] ChunkContext(FileCopy copy, int number, bool isLast)
    {
        var context = Context("file-chunk", _fileId, 6);
        context[^6] = (byte)copy;
        BinaryPrimitives.WriteInt32BigEndian(context.AsSpan(context.Length - 5), number);
        context[^1] = isLast ? (byte)1 : (byte)0;
        return context;
    }

    private byte[] NameContext() => Context("file-name", _fileId, 0);

    private static byte[] KeyContext(Guid fileId, string keyId) => [.. Context("file-key", fileId, 0), .. Encoding.UTF8.GetBytes(keyId)];

    private static byte[] Context(string purpose, Guid fileId, int room)
    {
        var context = new byte[purpose.Length + 16 + room];
        Encoding.ASCII.GetBytes(purpose, context);
        fileId.TryWriteBytes(context.AsSpan(purpose.Length), bigEndian: true, out _);
        return context;
    }
}
