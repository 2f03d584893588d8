using System.Globalization;
using System.Text;
using MigrantServices.Core.Privacy;

namespace MigrantServices.Core.Grievances.Patterns;

/// <summary>The consonants of a name as one hears them, so that a name in Hangul meets the same name in Latin letters.</summary>
/// <remarks>Coarse on purpose: it finds what may be the same, and people say whether it is.</remarks>
public static class RespondentSkeleton
{
    /// <summary>Shorter ones are shared by too many names.</summary>
    public const int Shortest = 4;

    private const int FirstSyllable = 0xAC00;
    private const int LastSyllable = 0xD7A3;
    private const int Vowels = 21;
    private const int Endings = 28;

    // Revised Romanization, syllable by syllable and without assimilation, as names are mostly written
    private static readonly string[] Begins = ["g", "kk", "n", "d", "tt", "r", "m", "b", "pp", "s", "ss", "", "j", "jj", "ch", "k", "t", "p", "h"];
    private static readonly string[] Middles = ["a", "ae", "ya", "yae", "eo", "e", "yeo", "ye", "o", "wa", "wae", "oe", "yo", "u", "wo", "we", "wi", "yu", "eu", "ui", "i"];
    private static readonly string[] Ends = ["", "k", "k", "k", "n", "n", "n", "t", "l", "k", "m", "l", "l", "l", "p", "l", "m", "p", "p", "t", "t", "ng", "t", "t", "k", "t", "p", "t"];

    /// <param name="form">A name as <see cref="RespondentForms"/> gives it.</param>
    /// <returns>Null when the name is too short, or is in letters whose sound is not known here.</returns>
    public static string? Of(string form)
    {
        var latin = SearchFold.WithoutMarks(Romanised(form));
        if (!latin.All(char.IsAsciiLetterOrDigit))
        {
            return null;
        }

        var heard = new StringBuilder(latin.Length);
        for (var i = 0; i < latin.Length; i++)
        {
            var letter = i > 0 && IsPartOf(latin[i - 1], latin[i]) ? ' ' : Heard(latin[i]);
            if (letter != ' ' && (heard.Length == 0 || heard[^1] != letter))
            {
                heard.Append(letter);
            }
        }

        return heard.Length < Shortest ? null : heard.ToString();
    }

    /// <summary>Hangul in Latin letters; everything else as it is.</summary>
    public static string Romanised(string form)
    {
        var latin = new StringBuilder(form.Length * 3);
        foreach (var letter in form)
        {
            if (letter is < (char)FirstSyllable or > (char)LastSyllable)
            {
                latin.Append(letter);
                continue;
            }

            var place = letter - FirstSyllable;
            latin.Append(CultureInfo.InvariantCulture, $"{Begins[place / (Vowels * Endings)]}{Middles[place / Endings % Vowels]}{Ends[place % Endings]}");
        }

        return latin.ToString();
    }

    // kh, ph, sh and ng are one sound
    private static bool IsPartOf(char before, char letter) => (letter == 'h' && before is 'c' or 'g' or 'k' or 'p' or 's' or 't') || (letter == 'g' && before == 'n');

    // one sign for what one script or another writes with several letters
    private static char Heard(char letter) => letter switch
    {
        'a' or 'e' or 'i' or 'o' or 'u' or 'w' or 'y' => ' ',
        'b' or 'f' or 'v' => 'p',
        'd' => 't',
        'g' or 'q' or 'x' => 'k',
        'r' => 'l',
        'j' or 'z' => 'c',
        _ => letter,
    };
}
