using System.Buffers.Text;
using System.Security.Cryptography;
using System.Text;
using System.Text.Json;
using MigrantServices.Core.Privacy;

namespace MigrantServices.Core.ChildConfirmations.Papers;

/// <summary>The file of the signing keys. Each is named after itself (the beginning of its RFC 7638 thumbprint), so that no two have one name.</summary>
internal static class SigningKeyFile
{
    private const int NameLength = 8;

    public static string Read(string path)
    {
        try
        {
            return File.ReadAllText(path);
        }
        catch (Exception unread) when (unread is IOException or UnauthorizedAccessException)
        {
            throw new KeysMissingException($"The file of the signing keys {path} is missing or cannot be read by this account.", unread);
        }
    }

    public static void CreateUnlessThere(string path, DateOnly today)
    {
        if (!File.Exists(path))
        {
            KeyFile.Create(Path.GetFullPath(path), Write(Added([], today)));
        }
    }

    public static string Rotate(string path, DateOnly today)
    {
        var older = File.Exists(path) ? Parse(Read(path)).Keys : [];
        var content = Added(older.ToDictionary(line => line.Key, line => OnlyPublic(line.Value)), today);
        if (older.Count == 0)
        {
            KeyFile.Create(Path.GetFullPath(path), Write(content));
        }
        else
        {
            KeyFile.Replace(Path.GetFullPath(path), Write(content));
        }

        return content.Current;
    }

    public static Content Parse(string json)
    {
        try
        {
            return JsonSerializer.Deserialize<Content>(json, KeyFile.Json) ?? throw Damaged();
        }
        catch (JsonException)
        {
            // the cause is left out on purpose: parsers quote what they choke on, and this is a key
            throw Damaged();
        }
    }

    public static KeysMissingException Damaged() => new(
        "The file of the signing keys is damaged. It must name the current key and hold 'keys', each with 'since' and 'private' or 'public', in base64, under its own name.");

    public static ECDsa Open(string signing)
    {
        var key = ECDsa.Create();
        key.ImportPkcs8PrivateKey(Convert.FromBase64String(signing), out _);
        return key;
    }

    public static ECPoint PointOf(Line line)
    {
        try
        {
            using var key = line.Private is { } signing ? Open(signing) : ECDsa.Create();
            if (line.Private is null)
            {
                key.ImportSubjectPublicKeyInfo(Convert.FromBase64String(line.Public ?? ""), out _);
            }

            var parameters = key.ExportParameters(includePrivateParameters: false);
            return parameters.Curve.Oid.Value == ECCurve.NamedCurves.nistP256.Oid.Value ? parameters.Q : throw Damaged();
        }
        catch (Exception broken) when (broken is CryptographicException or FormatException)
        {
            throw Damaged();
        }
    }

    public static string NameOf(ECPoint point)
    {
        var json = $$"""{"crv":"P-256","kty":"EC","x":"{{Base64Url.EncodeToString(point.X)}}","y":"{{Base64Url.EncodeToString(point.Y)}}"}""";
        return Base64Url.EncodeToString(SHA256.HashData(Encoding.ASCII.GetBytes(json)))[..NameLength];
    }

    private static Content Added(Dictionary<string, Line> older, DateOnly today)
    {
        using var key = ECDsa.Create(ECCurve.NamedCurves.nistP256);
        var name = NameOf(key.ExportParameters(includePrivateParameters: false).Q);
        older[name] = new(today, Convert.ToBase64String(key.ExportPkcs8PrivateKey()), null);
        return new(name, older);
    }

    private static Line OnlyPublic(Line line)
    {
        if (line.Private is null)
        {
            return line;
        }

        using var key = Open(line.Private);
        return line with { Private = null, Public = Convert.ToBase64String(key.ExportSubjectPublicKeyInfo()) };
    }

    private static string Write(Content content) => JsonSerializer.Serialize(content, KeyFile.Json);

    public sealed record Content(string Current, Dictionary<string, Line> Keys);

    /// <param name="Private">PKCS #8 in base64; null for a key that only checks.</param>
    /// <param name="Public">SubjectPublicKeyInfo in base64; null where the private half is there.</param>
    public sealed record Line(DateOnly Since, string? Private, string? Public);
}
