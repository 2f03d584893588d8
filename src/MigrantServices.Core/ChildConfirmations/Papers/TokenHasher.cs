using System.Security.Cryptography;
using System.Text;
using MigrantServices.Core.Privacy;

namespace MigrantServices.Core.ChildConfirmations.Papers;

/// <summary>What the register keeps of a token. Keyed from outside the database: a found card and a stolen database together do not lead to a child.</summary>
public sealed class TokenHasher(KeyRing keys)
{
    private const int MostSigns = 512;

    private readonly byte[] _key = KeyRing.DeriveFrom(keys.CodeKey, "card-token");

    /// <summary>Of the whole token, signature and all, as it is written: whatever differs in one sign belongs to nobody.</summary>
    /// <remarks>As many bytes are hashed whatever is brought, so that the time it takes tells nothing.</remarks>
    public byte[] Of(ReadOnlySpan<char> token)
    {
        Span<byte> bytes = stackalloc byte[MostSigns * 3];
        // no text has this byte, so none can look like the rest that is filled up
        bytes.Fill(0xFF);
        Encoding.UTF8.GetBytes(token[..Math.Min(token.Length, MostSigns)], bytes);
        return HMACSHA256.HashData(_key, bytes);
    }
}
