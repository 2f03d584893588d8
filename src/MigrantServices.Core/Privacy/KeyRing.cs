using System.Collections.Concurrent;
using System.Security.Cryptography;
using System.Text;
using System.Text.Json;

namespace MigrantServices.Core.Privacy;

/// <summary>The portal's keys, kept in a file outside the database, so that a stolen database alone tells nothing.</summary>
/// <remarks>The file is read anew when it has changed, so that a new key needs no stop. What search and codes rest on stays as it was at the start.</remarks>
public sealed class KeyRing
{
    private const int KeyBytes = 32;
    private const int KeyIdMaxLength = 32;

    private readonly ConcurrentDictionary<(string KeyId, string Purpose), byte[]> _derived = new();
    private readonly string? _path;
    private readonly Lock _reading = new();
    private volatile Held _held;

    private KeyRing(Held held, byte[] index, byte[] codes, string? path)
    {
        _held = held;
        _path = path;
        IndexKey = index;
        CodeKey = codes;
    }

    /// <summary>The key under which new values are sealed; older ones only open.</summary>
    public string CurrentKeyId => Newest().Current;

    /// <summary>Under this key words become search tokens. Changing it means computing all tokens anew.</summary>
    public byte[] IndexKey { get; }

    /// <summary>Belongs to receipt codes and drafts. Changing it makes every code unknown.</summary>
    public byte[] CodeKey { get; }

    public bool Has(string keyId) => _held.Keys.ContainsKey(keyId) || Newest().Keys.ContainsKey(keyId);

    /// <summary>A key of 32 bytes for one purpose. The array is shared: read it, never write to it. Purposes are few and fixed.</summary>
    public byte[] Derive(string keyId, string purpose) =>
        _derived.GetOrAdd((keyId, purpose), static (wanted, ring) =>
            ring._held.Keys.TryGetValue(wanted.KeyId, out var key) || ring.Newest().Keys.TryGetValue(wanted.KeyId, out key)
                ? DeriveFrom(key, wanted.Purpose)
                : throw new KeysMissingException("The key file lacks a key that is asked for. Bring back the file that held it."), this);

    public static KeyRing Load(string path) => KeyFile.Read(path);

    /// <summary>Loads the key file, or makes one with new random keys where there is none, readable by this account only.</summary>
    public static KeyRing LoadOrCreate(string path) => KeyFile.ReadOrCreate(path);

    public static KeyRing Parse(string json) => Parse(json, null, default);

    internal static KeyRing Parse(string json, string? path, DateTime writtenAt)
    {
        try
        {
            var file = JsonSerializer.Deserialize<KeyFile.Content>(json, KeyFile.Json) ?? throw new FormatException();
            var keys = file.Keys.ToDictionary(key => key.Key, key => KeyFrom(key.Value), StringComparer.Ordinal);
            var wellNamed = keys.Keys.All(id => id.Length is > 0 and <= KeyIdMaxLength && id.All(char.IsAsciiLetterOrDigit));
            if (!wellNamed || !keys.ContainsKey(file.Current))
            {
                throw new FormatException();
            }

            return new KeyRing(new(file.Current, keys, writtenAt), KeyFrom(file.Index), KeyFrom(file.Codes), path);
        }
        catch (Exception broken) when (broken is JsonException or FormatException or ArgumentException)
        {
            // the cause is left out on purpose: parsers quote what they choke on, and this is a key
            throw new KeysMissingException(
                "The key file is damaged. It must name the current key and hold 'keys', 'index' and 'codes', each key 32 bytes in base64.");
        }
    }

    // a file that is away or broken, or that would change what search and codes rest on, changes nothing: the portal goes on with what it has
    private Held Newest()
    {
        var held = _held;
        if (_path is null || File.GetLastWriteTimeUtc(_path) == held.WrittenAt)
        {
            return held;
        }

        lock (_reading)
        {
            try
            {
                var read = KeyFile.Read(_path);
                if (read.IndexKey.AsSpan().SequenceEqual(IndexKey) && read.CodeKey.AsSpan().SequenceEqual(CodeKey))
                {
                    _held = read._held;
                }
            }
            catch (KeysMissingException)
            {
                // somebody is writing it, or wrote it wrongly; the next start says so
            }

            return _held;
        }
    }

    internal static byte[] DeriveFrom(byte[] key, string purpose) =>
        HKDF.DeriveKey(HashAlgorithmName.SHA256, key, KeyBytes, info: Encoding.UTF8.GetBytes(purpose));

    internal static string NewContent()
    {
        static string Fresh() => Convert.ToBase64String(RandomNumberGenerator.GetBytes(KeyBytes));
        var keys = new Dictionary<string, string>(StringComparer.Ordinal) { ["k1"] = Fresh() };
        return JsonSerializer.Serialize(new KeyFile.Content("k1", keys, Fresh(), Fresh()), KeyFile.Json);
    }

    private static byte[] KeyFrom(string base64)
    {
        var key = Convert.FromBase64String(base64);
        return key.Length == KeyBytes ? key : throw new FormatException();
    }

    private sealed record Held(string Current, Dictionary<string, byte[]> Keys, DateTime WrittenAt);
}
