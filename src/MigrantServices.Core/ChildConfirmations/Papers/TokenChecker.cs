using System.Buffers;
using System.Buffers.Text;
using System.Security.Cryptography;
using System.Text;

namespace MigrantServices.Core.ChildConfirmations.Papers;

/// <summary>
/// Reads a token in the one spelling in which it was made. Whatever else is brought, the same work is done for it:
/// a signature is verified and a hash is given, only that it belongs to nobody.
/// </summary>
public sealed class TokenChecker(SigningKeys keys, TokenHasher hasher)
{
    private const int PayloadSigns = 23;
    private const int SignatureSigns = 86;

    /// <summary>Whether the office signed it. Says nothing about whether the papers still hold.</summary>
    public bool IsGenuine(string? text) => Read(text) is not null;

    /// <summary>What to look for in the register; for a token that is none, a hash that nothing has.</summary>
    public byte[] HashOf(string? text) => hasher.Of(Read(text) ?? RandomNumberGenerator.GetBytes(CardToken.RandomBytes));

    private byte[]? Read(string? text)
    {
        Span<byte> payload = stackalloc byte[CardToken.PayloadBytes];
        Span<byte> signature = stackalloc byte[CardToken.SignatureBytes];
        var parts = Split(text, payload, signature);
        if (parts is null)
        {
            // a signature of zeros would be refused without any work
            signature.Fill(1);
        }

        var verified = keys.Verify(parts?.Key ?? keys.CurrentKeyId, parts?.Signed ?? CardToken.NewPayload(), signature);
        return verified && parts is not null ? payload[1..].ToArray() : null;
    }

    // the checks here are of the spelling and take no time that could be measured beside the signature's
    private (string Key, byte[] Signed)? Split(string? text, Span<byte> payload, Span<byte> signature)
    {
        var first = text?.IndexOf('.', StringComparison.Ordinal) ?? -1;
        if (first < 0 || keys.FindByHeader(text.AsSpan(0, first)) is not { } key || text!.Length != first + 1 + PayloadSigns + 1 + SignatureSigns
            || text[first + 1 + PayloadSigns] != '.'
            || !Decode(text.AsSpan(first + 1, PayloadSigns), payload) || !Decode(text.AsSpan(^SignatureSigns), signature)
            || payload[0] != CardToken.Version || !P256.CanHold(signature))
        {
            return null;
        }

        return (key, Encoding.ASCII.GetBytes(text, 0, first + 1 + PayloadSigns));
    }

    // the last sign of a part has bits that carry nothing: written back, only one of its spellings is the same
    private static bool Decode(ReadOnlySpan<char> part, Span<byte> into)
    {
        Span<char> again = stackalloc char[part.Length];
        return Base64Url.DecodeFromChars(part, into, out _, out var bytes) == OperationStatus.Done && bytes == into.Length
            && Base64Url.EncodeToChars(into, again) == part.Length && part.SequenceEqual(again);
    }
}
