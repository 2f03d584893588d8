using System.Buffers.Binary;
using System.Security.Cryptography;
using System.Text;
using MigrantServices.Core.Privacy;

namespace MigrantServices.Core.Matching;

/// <summary>Keyed marks by which records meet that may be about the same person: without the key file nobody can make or guess one.</summary>
public sealed class BlockMarks(KeyRing keys)
{
    private readonly byte[] _key = KeyRing.DeriveFrom(keys.IndexKey, "records-that-meet");

    /// <param name="what">What the words are, such as a name or a telephone number: equal words of different kinds never meet.</param>
    public long Of(string what, params string[] words)
    {
        Span<byte> hash = stackalloc byte[HMACSHA256.HashSizeInBytes];
        HMACSHA256.HashData(_key, Encoding.UTF8.GetBytes(string.Join('\u001f', [what, .. words])), hash);
        return BinaryPrimitives.ReadInt64BigEndian(hash);
    }
}
