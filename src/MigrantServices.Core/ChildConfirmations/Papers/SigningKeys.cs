using System.Buffers.Text;
using System.Collections.Frozen;
using System.Security.Cryptography;
using System.Text;
using System.Text.Json;
using Microsoft.Extensions.ObjectPool;
using MigrantServices.Core.Privacy;

namespace MigrantServices.Core.ChildConfirmations.Papers;

/// <summary>The keys under which tokens are signed, kept in a file outside the database: one that signs, and the public halves of those that did before.</summary>
public sealed class SigningKeys
{
    private readonly FrozenDictionary<string, Key> _keys;
    private readonly FrozenDictionary<string, string>.AlternateLookup<ReadOnlySpan<char>> _byHeader;
    private readonly ObjectPool<ECDsa> _signers;

    private SigningKeys(IEnumerable<Key> keys, Key current, string signing)
    {
        CurrentKeyId = current.Id;
        _keys = keys.ToFrozenDictionary(key => key.Id, StringComparer.Ordinal);
        _byHeader = _keys.Keys.ToFrozenDictionary(id => Base64Url.EncodeToString(Encoding.ASCII.GetBytes(CardToken.Header(id))), StringComparer.Ordinal)
            .GetAlternateLookup<ReadOnlySpan<char>>();
        _signers = new DefaultObjectPoolProvider().Create(new Lent(() => SigningKeyFile.Open(signing)));
        PublicKeys = JsonSerializer.Serialize(new { keys = _keys.Values.OrderBy(key => key.Id != CurrentKeyId).ThenByDescending(key => key.Since).Select(key => key.Public) });
        NewestSince = current.Since;
    }

    public string CurrentKeyId { get; }

    /// <summary>The public halves as a JSON Web Key Set, the current one first.</summary>
    public string PublicKeys { get; }

    /// <summary>The day from which the current key signs.</summary>
    public DateOnly NewestSince { get; }

    public static SigningKeys Load(string path) => Parse(SigningKeyFile.Read(path));

    /// <summary>Loads the file, or makes one with a new key where there is none, readable by this account only.</summary>
    public static SigningKeys LoadOrCreate(string path, DateOnly today)
    {
        SigningKeyFile.CreateUnlessThere(path, today);
        return Load(path);
    }

    /// <summary>Puts a new key into the file (or makes the file) and destroys the private half of the one before. Every node must be started again.</summary>
    /// <returns>The name of the new key.</returns>
    public static string Rotate(string path, DateOnly today) => SigningKeyFile.Rotate(path, today);

    public static SigningKeys Parse(string json)
    {
        var file = SigningKeyFile.Parse(json);
        var keys = file.Keys.Select(line => Key.From(line.Key, line.Value)).ToList();
        var current = keys.Find(key => key.Id == file.Current);
        return current is not null && file.Keys[current.Id].Private is { } signing ? new(keys, current, signing) : throw SigningKeyFile.Damaged();
    }

    internal byte[] Sign(byte[] what)
    {
        var signer = _signers.Get();
        var signature = signer.SignData(what, HashAlgorithmName.SHA256, DSASignatureFormat.IeeeP1363FixedFieldConcatenation);
        _signers.Return(signer);
        return signature;
    }

    internal bool Verify(string keyId, byte[] what, ReadOnlySpan<byte> signature)
    {
        var checkers = _keys[keyId].Checkers;
        var checker = checkers.Get();
        var holds = checker.VerifyData(what, signature, HashAlgorithmName.SHA256, DSASignatureFormat.IeeeP1363FixedFieldConcatenation);
        checkers.Return(checker);
        return holds;
    }

    /// <param name="header">The first part of a token as it is written.</param>
    internal string? FindByHeader(ReadOnlySpan<char> header) => _byHeader.TryGetValue(header, out var id) ? id : null;

    // a key of the machine's library is not safe to share between threads and dear to make: a few are lent out
    private sealed class Lent(Func<ECDsa> make) : PooledObjectPolicy<ECDsa>
    {
        public override ECDsa Create() => make();

        public override bool Return(ECDsa obj) => true;
    }

    private sealed record Key(string Id, DateOnly Since, object Public, ObjectPool<ECDsa> Checkers)
    {
        public static Key From(string id, SigningKeyFile.Line line)
        {
            var point = SigningKeyFile.PointOf(line);
            if (SigningKeyFile.NameOf(point) != id)
            {
                throw SigningKeyFile.Damaged();
            }

            var (x, y) = (Base64Url.EncodeToString(point.X), Base64Url.EncodeToString(point.Y));
            return new(
                id,
                line.Since,
                new { kty = "EC", crv = "P-256", alg = "ES256", use = "sig", kid = id, x, y },
                new DefaultObjectPoolProvider().Create(new Lent(() => ECDsa.Create(new ECParameters { Curve = ECCurve.NamedCurves.nistP256, Q = point }))));
        }
    }
}
