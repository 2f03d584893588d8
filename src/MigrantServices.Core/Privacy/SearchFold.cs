using System.Globalization;
using System.Text;

namespace MigrantServices.Core.Privacy;

/// <summary>Makes different spellings of the same word equal: width, case, digits of any script, accents.</summary>
internal static class SearchFold
{
    public static string Fold(string text)
    {
        var compatible = TextHygiene.Clean(text).Text.Normalize(NormalizationForm.FormKC);
        var folded = new StringBuilder(compatible.Length);
        foreach (var letter in compatible.EnumerateRunes())
        {
            var kind = Rune.GetUnicodeCategory(letter);
            if (kind == UnicodeCategory.DecimalDigitNumber)
            {
                folded.Append((char)('0' + (int)Rune.GetNumericValue(letter)));
            }
            else if (Rune.IsWhiteSpace(letter))
            {
                folded.Append(' ');
            }
            else if (kind != UnicodeCategory.Format && letter.Value != 'ـ')
            {
                folded.Append(Rune.ToLowerInvariant(letter));
            }
        }

        return folded.ToString().Normalize(NormalizationForm.FormKC);
    }

    /// <summary>Nguyễn becomes nguyen; vowel signs of Indic scripts stay, they are letters of their own.</summary>
    public static string WithoutMarks(string folded)
    {
        if (!folded.AsSpan().ContainsAnyInRange('\u0080', '\u08FF') && !folded.AsSpan().ContainsAnyInRange('\u1E00', '\u1FFF'))
        {
            return folded;
        }

        var bare = new StringBuilder(folded.Length);
        foreach (var letter in folded.Normalize(NormalizationForm.FormD))
        {
            if (letter is not ((>= '\u0300' and <= '\u036F') or (>= '\u0591' and <= '\u05C7') or (>= '\u064B' and <= '\u065F') or '\u0670'))
            {
                // İ becomes small only without its dot
                bare.Append(char.ToLowerInvariant(Unmarked(letter)));
            }
        }

        return bare.ToString().Normalize(NormalizationForm.FormC);
    }

    /// <summary>Scripts without dependable spaces: Hangul, Han, Kana, Bopomofo, Thai, Lao, Khmer, Burmese.</summary>
    public static bool IsPaired(Rune letter) => letter.Value switch
    {
        < 0x0E00 => false,
        <= 0x0EFF or (>= 0x1000 and <= 0x109F) or (>= 0x1100 and <= 0x11FF) or (>= 0x1780 and <= 0x17FF)
            or (>= 0x3005 and <= 0x3007) or (>= 0x3041 and <= 0x312F) or (>= 0x3400 and <= 0x4DBF) or (>= 0x4E00 and <= 0x9FFF)
            or (>= 0xA960 and <= 0xA97F) or (>= 0xA9E0 and <= 0xA9FF) or (>= 0xAA60 and <= 0xAA7F) or (>= 0xAC00 and <= 0xD7FF)
            or (>= 0xF900 and <= 0xFAFF) or (>= 0x1B000 and <= 0x1B16F) or (>= 0x20000 and <= 0x3FFFD) =>
            Rune.IsLetter(letter) || IsMark(letter),
        _ => false,
    };

    public static bool IsOfWord(Rune letter) => !IsPaired(letter) && (Rune.IsLetterOrDigit(letter) || IsMark(letter));

    private static bool IsMark(Rune letter) => Rune.GetUnicodeCategory(letter)
        is UnicodeCategory.NonSpacingMark or UnicodeCategory.SpacingCombiningMark or UnicodeCategory.LetterNumber;

    // letters that Unicode does not take apart
    private static char Unmarked(char letter) => letter switch
    {
        'đ' => 'd',
        'ł' => 'l',
        'ø' => 'o',
        'ı' => 'i',
        'ħ' => 'h',
        'ŧ' => 't',
        _ => letter,
    };
}
