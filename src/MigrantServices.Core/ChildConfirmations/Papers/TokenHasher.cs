using System.Security.Cryptography;
using MigrantServices.Core.Privacy;

namespace MigrantServices.Core.ChildConfirmations.Papers;

/// <summary>What the register keeps of a token. Keyed from outside the database: a found card and a stolen database together do not lead to a child.</summary>
public sealed class TokenHasher(KeyRing keys)
{
    private readonly byte[] _key = KeyRing.DeriveFrom(keys.CodeKey, "card-token");

    public byte[] Of(ReadOnlySpan<byte> random) => HMACSHA256.HashData(_key, random);
}
