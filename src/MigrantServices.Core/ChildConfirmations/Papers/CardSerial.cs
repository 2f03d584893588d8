using System.Security.Cryptography;

namespace MigrantServices.Core.ChildConfirmations.Papers;

/// <summary>
/// The numbers on a document and its card: eight random signs that both share, one that tells document from card, and a check sign.
/// Nothing about the child, the place or the day is in them.
/// </summary>
public static class CardSerial
{
    public const int Length = 12;

    /// <summary>No 0 and O, no 1, I and L: 31 signs, a prime, so that the check finds every wrong sign and every two that changed places.</summary>
    private const string Signs = "23456789ABCDEFGHJKMNPQRSTUVWXYZ";

    private const char OfDocument = 'D';
    private const char OfCard = 'C';

    public static (string Document, string Card) NewPair()
    {
        var shared = RandomNumberGenerator.GetString(Signs, 8);
        return (Complete(shared + OfDocument), Complete(shared + OfCard));
    }

    /// <summary>Whether somebody wrote it down without a slip; it may still never have been given out.</summary>
    public static bool IsSound(string? text) =>
        text is { Length: Length } && text[4] == '-' && text[9] == '-'
        && text.Replace("-", "", StringComparison.Ordinal) is { Length: 10 } signs && signs.All(sign => Signs.Contains(sign, StringComparison.Ordinal))
        && signs[8] is OfDocument or OfCard && Check(signs[..9]) == signs[9];

    private static string Complete(string signs) => $"{signs[..4]}-{signs[4..8]}-{signs[8]}{Check(signs)}";

    private static char Check(string signs) =>
        Signs[signs.Select((sign, at) => Signs.IndexOf(sign, StringComparison.Ordinal) * (at + 2)).Sum() % Signs.Length];
}
