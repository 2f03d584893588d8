using System.Security.Cryptography;

namespace MigrantServices.Core.ChildConfirmations.Papers;

/// <summary>What the QR code carries, before it is signed: a version and sixteen random bytes. It says nothing and leads only to the register.</summary>
internal static class CardToken
{
    public const byte Version = 1;
    public const int RandomBytes = 16;
    public const int PayloadBytes = 1 + RandomBytes;
    public const int SignatureBytes = 64;

    public static byte[] NewPayload()
    {
        var payload = new byte[PayloadBytes];
        payload[0] = Version;
        RandomNumberGenerator.Fill(payload.AsSpan(1));
        return payload;
    }

    /// <summary>The header of a key, byte for byte as it is written; no other spelling is taken.</summary>
    public static string Header(string keyId) => $$"""{"alg":"ES256","kid":"{{keyId}}"}""";
}
