using System.Globalization;
using System.Text;
using MigrantServices.Core.Privacy;

namespace MigrantServices.Core.Grievances;

/// <summary>What a colleague typed into the search box: a reference, or words.</summary>
internal sealed record WorklistSearch(string? Reference, long[] Tokens)
{
    private const int YearDigits = 4;
    private const int GroupDigits = 5;

    public static WorklistSearch Read(string typed, SearchTokens tokens) =>
        ReferenceIn(typed) is { } reference ? new(reference, []) : new(null, tokens.OfQuery(typed));

    /// <summary>Reads "dg 2026 48213 90754", "20264821390754" and the like; null when it is no reference.</summary>
    private static string? ReferenceIn(string typed)
    {
        var plain = string.Concat(typed.Normalize(NormalizationForm.FormKC).ToUpperInvariant()
            .Where(c => !char.IsWhiteSpace(c) && char.GetUnicodeCategory(c) != UnicodeCategory.DashPunctuation));
        var digits = plain.StartsWith(Grievance.Prefix, StringComparison.Ordinal) ? plain[Grievance.Prefix.Length..] : plain;
        return digits.Length == YearDigits + (2 * GroupDigits) && digits.All(char.IsAsciiDigit)
            ? $"{Grievance.Prefix}-{digits[..YearDigits]}-{digits[YearDigits..^GroupDigits]}-{digits[^GroupDigits..]}"
            : null;
    }
}
