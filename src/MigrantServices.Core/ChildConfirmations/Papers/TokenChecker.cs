using System.Buffers;
using System.Buffers.Text;
using System.Text;

namespace MigrantServices.Core.ChildConfirmations.Papers;

/// <summary>
/// Reads a token in the one spelling in which it was made and verifies its signature, as anybody can who has the public keys.
/// Says nothing about whether the papers still hold: that only the register knows.
/// </summary>
public sealed class TokenChecker(SigningKeys keys)
{
    private const int PayloadSigns = 23;
    private const int SignatureSigns = 86;

    /// <summary>Whether the office signed it.</summary>
    public bool IsGenuine(string? text)
    {
        Span<byte> payload = stackalloc byte[CardToken.PayloadBytes];
        Span<byte> signature = stackalloc byte[CardToken.SignatureBytes];
        return Split(text, payload, signature) is var (key, signed) && keys.Verify(key, signed, signature);
    }

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
