using System.Globalization;

namespace MigrantServices.Core.Grievances.OtherSide;

/// <summary>Whether somebody's name, number or address stands in a text, however it is spaced or written large.</summary>
public static class NamedIn
{
    /// <summary>Shorter numbers stand in every letter: days, articles, rooms.</summary>
    private const int FewestDigits = 7;

    private const int FewestLetters = 4;

    /// <summary>In scripts that write a syllable or a word with one sign a name of two signs is whole.</summary>
    private const int FewestSigns = 2;

    public static bool Has(string text, string known)
    {
        var digits = Of(known, char.IsDigit);
        if (digits.Length >= FewestDigits && Of(text, char.IsDigit).Contains(digits, StringComparison.Ordinal))
        {
            return true;
        }

        var letters = Of(known, char.IsLetter);
        var fewest = letters.Any(IsSign) ? FewestSigns : FewestLetters;
        return letters.Length >= fewest && (letters.Any(IsSign) ? Of(text, char.IsLetter).Contains(letters, StringComparison.Ordinal) : HasWords(text, known));
    }

    // a name in letters is looked for word by word: what is left when spaces go would be found in the middle of others
    private static bool HasWords(string text, string known)
    {
        var (words, looked) = (Words(text), Words(known));
        return Enumerable.Range(0, Math.Max(words.Length - looked.Length + 1, 0)).Any(at => words.AsSpan(at, looked.Length).SequenceEqual(looked));
    }

    private static string[] Words(string text) =>
        string.Concat(Folded(text).Select(sign => char.IsLetterOrDigit(sign) && !IsSign(sign) ? sign : ' ')).Split(' ', StringSplitOptions.RemoveEmptyEntries);

    private static string Of(string text, Func<char, bool> which) => string.Concat(Folded(text).Where(which));

    private static string Folded(string text) => string.Concat(text.Normalize(System.Text.NormalizationForm.FormKD)
        .Where(sign => CharUnicodeInfo.GetUnicodeCategory(sign) != UnicodeCategory.NonSpacingMark)).Normalize(System.Text.NormalizationForm.FormKC).ToLowerInvariant();

    private static bool IsSign(char sign) => sign is >= '\u3040' and <= '\u30ff' or >= '\u3400' and <= '\u9fff' or >= '\uac00' and <= '\ud7a3';
}
