using System.Text;

namespace MigrantServices.Core.Matching;

/// <summary>What is left of a part of a name when everything is taken away that scripts and spellings disagree on.</summary>
/// <remarks>
/// Consonants become one of seven: K (g k q), T (d t th), P (b p f v ph), S (s z j c ch sh), N (n ng nh), M, L (l r). Vowels become one of three:
/// A, I (e i y), O (o u w). What Hangul must put between consonants (eu, 으) and h, which is heard or not, go. The same sound twice in a row is one, unless a letter stood between that is not heard: mhmd keeps both m.
/// </remarks>
internal static class Sounds
{
    public const string Vowels = "AIO";

    public static string Of(string part)
    {
        var sounds = new StringBuilder(part.Length);
        var before = '\0';
        for (var at = 0; at < part.Length;)
        {
            var (sound, length) = Next(part, at);
            at += length;
            if (sound != '\0' && sound != before)
            {
                sounds.Append(sound);
            }

            before = sound;
        }

        return sounds.ToString();
    }

    public static string Consonants(string sounds) => string.Concat(sounds.Where(sound => !Vowels.Contains(sound)));

    private static (char Sound, int Length) Next(string part, int at)
    {
        var rest = part.AsSpan(at);
        var isFirst = at == 0;
        return rest switch
        {
            ['n', 'g', 'h', ..] => ('N', 3),
            ['n', 'g', ..] or ['n', 'h', ..] => ('N', 2),
            ['k', 'h', ..] => (isFirst ? 'K' : '\0', 2),
            ['g', 'h', ..] => ('K', 2),
            ['p', 'h', ..] => ('P', 2),
            ['t', 's', ..] or ['t', 'z', ..] => ('S', 2),
            ['t', 'r', ..] when isFirst => ('T', 1),
            ['t', 'h', ..] or ['d', 'h', ..] => ('T', 2),
            ['e', 'u', ..] => ('\0', 2),
            ['e', 'o', ..] => ('O', 2),
            ['a', 'e', ..] or ['o', 'e', ..] or ['a', 'i', ..] or ['u', 'i', ..] or ['e', 'e', ..] => ('I', 2),
            ['o', 'u', ..] or ['o', 'o', ..] => ('O', 2),
            ['q', 'i', ..] => ('S', 1),
            ['x', 'i' or 'u', ..] => ('S', 1),
            ['x', ..] => (isFirst ? 'S' : '\0', 1),
            ['c', 'h' or 'e' or 'i' or 'y', ..] => ('S', rest[1] == 'h' ? 2 : 1),
            ['s' or 'z' or 'j', ..] => ('S', 1),
            ['g' or 'k' or 'q' or 'c', ..] => ('K', 1),
            ['d' or 't', ..] => ('T', 1),
            ['b' or 'p' or 'f' or 'v', ..] => ('P', 1),
            ['n', ..] => ('N', 1),
            ['m', ..] => ('M', 1),
            ['l' or 'r', ..] => ('L', 1),
            ['a', ..] => ('A', 1),
            ['e' or 'i' or 'y', ..] => ('I', 1),
            ['o' or 'u' or 'w', ..] => ('O', 1),
            [>= 'a' and <= 'z', ..] or [] => ('\0', 1),
            // a letter of a script that could not be written in Latin stands for itself
            [var letter, ..] => (char.IsAsciiDigit(letter) ? '\0' : letter, 1),
        };
    }
}
