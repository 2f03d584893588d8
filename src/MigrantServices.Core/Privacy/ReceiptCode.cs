using System.Diagnostics.CodeAnalysis;
using System.Globalization;
using System.Security.Cryptography;

namespace MigrantServices.Core.Privacy;

/// <summary>The twenty digits with which a person comes back to their case; the last two show a slip of the pen.</summary>
public readonly struct ReceiptCode : IEquatable<ReceiptCode>
{
    public const int Length = 20;

    private const int BodyLength = 18;
    private const int GroupLength = 4;

    /// <summary>More than this was not copied from a receipt.</summary>
    private const int InputMaxLength = 100;

    private readonly string? _digits;

    private ReceiptCode(string digits) => _digits = digits;

    /// <summary>The twenty digits without spaces.</summary>
    public string Digits => _digits ?? throw new InvalidOperationException("There is no code here.");

    public static ReceiptCode New()
    {
        const int NineDigits = 1_000_000_000;
        var body = (ulong)RandomNumberGenerator.GetInt32(NineDigits) * NineDigits + (ulong)RandomNumberGenerator.GetInt32(NineDigits);
        return new ReceiptCode(string.Create(CultureInfo.InvariantCulture, $"{body:D18}{CheckOf(body):D2}"));
    }

    /// <summary>Reads the digits of any script, with spaces, hyphens or dots between them.</summary>
    public static bool TryParse([NotNullWhen(true)] string? input, out ReceiptCode code)
    {
        code = default;
        if (input is null || input.Length > InputMaxLength)
        {
            return false;
        }

        Span<char> digits = stackalloc char[Length];
        var count = 0;
        foreach (var letter in input)
        {
            var value = CharUnicodeInfo.GetDecimalDigitValue(letter);
            if (value >= 0 && count < Length)
            {
                digits[count++] = (char)('0' + value);
            }
            else if (value >= 0 || !IsBetween(letter))
            {
                return false;
            }
        }

        if (count != Length || CheckOf(Number(digits[..BodyLength])) != Number(digits[BodyLength..]))
        {
            return false;
        }

        code = new ReceiptCode(digits.ToString());
        return true;
    }

    /// <summary>Five groups of four, as printed.</summary>
    public override string ToString() => string.Join(' ', Digits.Chunk(GroupLength).Select(group => new string(group)));

    public bool Equals(ReceiptCode other) => string.Equals(_digits, other._digits, StringComparison.Ordinal);

    public override bool Equals(object? obj) => obj is ReceiptCode other && Equals(other);

    public override int GetHashCode() => _digits?.GetHashCode(StringComparison.Ordinal) ?? 0;

    public static bool operator ==(ReceiptCode left, ReceiptCode right) => left.Equals(right);

    public static bool operator !=(ReceiptCode left, ReceiptCode right) => !left.Equals(right);

    // ISO 7064 MOD 97-10: the whole number leaves 1 when divided by 97
    private static ulong CheckOf(ulong body) => 98 - (body % 97 * 100 % 97);

    private static ulong Number(ReadOnlySpan<char> digits) => ulong.Parse(digits, NumberStyles.None, CultureInfo.InvariantCulture);

    private static bool IsBetween(char letter) => letter is '.' or '·' or '\u2212' || char.IsWhiteSpace(letter)
        || char.GetUnicodeCategory(letter) is UnicodeCategory.DashPunctuation or UnicodeCategory.Format;
}
