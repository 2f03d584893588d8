using System.Text;

namespace MigrantServices.Core.Matching;

/// <summary>Hangul in Latin letters as it is spoken, by the Revised Romanization: 응우옌 becomes eunguyen, 팟 becomes pat.</summary>
/// <remarks>Not left to the general transliteration: that one writes letter for letter, with hyphens, so that 팟 would become pas.</remarks>
internal static class Hangul
{
    private const int First = 0xAC00;
    private const int Last = 0xD7A3;
    private const int Vowels = 21;
    private const int Finals = 28;

    private static readonly string[] Initial =
        ["g", "kk", "n", "d", "tt", "r", "m", "b", "pp", "s", "ss", "", "j", "jj", "ch", "k", "t", "p", "h"];

    private static readonly string[] Vowel =
        ["a", "ae", "ya", "yae", "eo", "e", "yeo", "ye", "o", "wa", "wae", "oe", "yo", "u", "wo", "we", "wi", "yu", "eu", "ui", "i"];

    private static readonly string[] Final =
        ["", "k", "k", "k", "n", "n", "n", "t", "l", "k", "m", "l", "l", "l", "p", "l", "m", "p", "p", "t", "t", "ng", "t", "t", "k", "t", "p", "t"];

    public static bool Is(char letter) => letter is >= (char)First and <= (char)Last;

    public static string Romanize(string text)
    {
        var latin = new StringBuilder(text.Length * 3);
        foreach (var letter in text)
        {
            if (!Is(letter))
            {
                latin.Append(letter);
                continue;
            }

            var (rest, final) = Math.DivRem(letter - First, Finals);
            var (initial, vowel) = Math.DivRem(rest, Vowels);
            latin.Append(Initial[initial]).Append(Vowel[vowel]).Append(Final[final]);
        }

        return latin.ToString();
    }
}
