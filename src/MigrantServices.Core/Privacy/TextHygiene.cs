using System.Globalization;
using System.Text;

namespace MigrantServices.Core.Privacy;

/// <summary>A text fit to be stored and shown, and whether anything had to be taken out of it.</summary>
/// <param name="Changed">Something was removed; line ends and composed letters do not count.</param>
public sealed record Cleaned(string Text, bool Changed);

/// <summary>Takes out of a text what no person writes: control characters, broken halves of letters, orders that turn the line around.</summary>
public static class TextHygiene
{
    public static Cleaned Clean(string text)
    {
        if (text.All(IsOrdinary))
        {
            return new Cleaned(text.Normalize(NormalizationForm.FormC), Changed: false);
        }

        var clean = new StringBuilder(text.Length);
        var changed = false;
        for (var i = 0; i < text.Length; i++)
        {
            // a lone surrogate gives no letter
            if (!Rune.TryGetRuneAt(text, i, out var letter) || IsUnwanted(letter))
            {
                changed = true;
                i += letter.Utf16SequenceLength - 1;
                continue;
            }

            if (letter.Value == '\r')
            {
                i += i + 1 < text.Length && text[i + 1] == '\n' ? 1 : 0;
                clean.Append('\n');
                continue;
            }

            clean.Append(text, i, letter.Utf16SequenceLength);
            i += letter.Utf16SequenceLength - 1;
        }

        return new Cleaned(clean.ToString().Normalize(NormalizationForm.FormC), changed);
    }

    // most texts hold nothing else and are not copied
    private static bool IsOrdinary(char letter) => letter is '\n' or (>= ' ' and < '\u007F') or (>= '\u00A0' and < '\u202A')
        or (> '\u2069' and < '\uD800') or (>= '\uE000' and < '\uFDD0');

    private static bool IsUnwanted(Rune letter) => letter.Value switch
    {
        '\n' or '\t' or '\r' => false,
        >= 0x202A and <= 0x202E or >= 0x2066 and <= 0x2069 => true, // embeddings, overrides, isolates
        >= 0xFDD0 and <= 0xFDEF => true,
        var value => (value & 0xFFFE) == 0xFFFE || Rune.GetUnicodeCategory(letter) == UnicodeCategory.Control,
    };
}
