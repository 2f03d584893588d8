using System.Globalization;
using System.Text;
using Icu;

namespace MigrantServices.Core.Matching;

/// <summary>Writes a name of any script in plain Latin letters, part by part.</summary>
/// <remarks>
/// By the Unicode project's own tables (ICU), which .NET itself needs on the same machine. Where its library cannot be called, letters of
/// other scripts stay as they are, so that names still meet those written in the same script.
/// </remarks>
internal static class Romanizer
{
    private static readonly Lock Turn = new();
    private static readonly Lazy<Transliterator?> Latin = new(Open);

    /// <summary>Whether names of all scripts can be compared on this machine.</summary>
    public static bool KnowsAllScripts => Latin.Value is not null;

    /// <summary>The parts of a name in small Latin letters.</summary>
    public static string[] InLatin(string name)
    {
        var text = FamilyNames.SetApart(name.Normalize(NormalizationForm.FormKC).Trim());
        return Parts(Hangul.Romanize(IsHan(text) ? Pinyin(text) : ToLatin(text)));
    }

    /// <summary>The parts of a name in its own script, small and without marks; everything that is no letter parts.</summary>
    public static string[] Parts(string name)
    {
        var bare = new StringBuilder(name.Length);
        foreach (var letter in name.Normalize(NormalizationForm.FormKD))
        {
            switch (char.GetUnicodeCategory(letter))
            {
                case UnicodeCategory.NonSpacingMark or UnicodeCategory.SpacingCombiningMark when letter < '\u0900':
                // a name is one part with its apostrophes and hyphens: Min-su, O'ktam
                case UnicodeCategory.ModifierLetter or UnicodeCategory.DashPunctuation:
                case UnicodeCategory.OtherPunctuation or UnicodeCategory.FinalQuotePunctuation or UnicodeCategory.InitialQuotePunctuation when letter is '\'' or '’' or '‘':
                case UnicodeCategory.Format:
                    break;
                case UnicodeCategory.UppercaseLetter or UnicodeCategory.LowercaseLetter or UnicodeCategory.OtherLetter
                    or UnicodeCategory.NonSpacingMark or UnicodeCategory.SpacingCombiningMark:
                    bare.Append(char.ToLowerInvariant(letter == 'đ' || letter == 'Đ' ? 'd' : letter));
                    break;
                default:
                    bare.Append(' ');
                    break;
            }
        }

        return bare.ToString().Split(' ', StringSplitOptions.RemoveEmptyEntries);
    }

    /// <summary>Scripts that write no short vowels tell only the consonants of a name.</summary>
    public static bool LeavesOutVowels(string name) => name.Any(c => c is (>= '\u0590' and <= '\u08FF') or (>= '\uFB1D' and <= '\uFEFC'));

    private static bool IsHan(string text) => text.Any(c => c is >= '\u3400' and <= '\u9FFF');

    // Every character is a syllable, the first of them the family name, and the letters of pinyin sound as they do in no other spelling.
    private static string Pinyin(string text)
    {
        var apart = text.Contains(' ') || text.Contains('·') || text.Length < 2 ? text : $"{text[..1]} {text[1..]}";
        var parts = apart.Split([' ', '·'], StringSplitOptions.RemoveEmptyEntries)
            .Select(part => string.Concat(part.Select(c => Spoken(ToLatin(c.ToString()).ToLowerInvariant()))));
        return string.Join(' ', parts);
    }

    private static string Spoken(string syllable) => syllable switch
    {
        ['z', 'h', ..] => "j" + syllable[2..],
        ['q', ..] => "ch" + syllable[1..],
        ['x', ..] => "s" + syllable[1..],
        ['c', not 'h', ..] => "ch" + syllable[1..],
        ['z', ..] => "j" + syllable[1..],
        _ => syllable,
    };

    private static string ToLatin(string text)
    {
        if (text.All(c => c < '\u0250' || Hangul.Is(c)) || Latin.Value is not { } latin)
        {
            return text;
        }

        // a transliterator is not made for several threads
        lock (Turn)
        {
            return string.Concat(Runs(text).Select(run => Hangul.Is(run[0]) ? run : latin.Transliterate(run)));
        }
    }

    private static IEnumerable<string> Runs(string text)
    {
        for (int from = 0, at = 1; at <= text.Length; at++)
        {
            if (at == text.Length || Hangul.Is(text[at]) != Hangul.Is(text[from]))
            {
                yield return text[from..at];
                from = at;
            }
        }
    }

    private static Transliterator? Open()
    {
        try
        {
            return Transliterator.CreateInstance("Any-Latin; Latin-ASCII");
        }
        catch (Exception missing) when (missing is IOException or DllNotFoundException or TypeInitializationException or NotSupportedException)
        {
            return null;
        }
    }
}
