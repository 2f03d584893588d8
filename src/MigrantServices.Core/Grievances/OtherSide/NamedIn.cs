using System.Globalization;
using System.Text;
using MigrantServices.Core.Matching;

namespace MigrantServices.Core.Grievances.OtherSide;

/// <summary>Whether somebody's name, number or address stands in a text: however it is spaced or written large, a part of it alone, or in another script.</summary>
public static class NamedIn
{
    /// <summary>Shorter numbers stand in every letter: days, articles, rooms.</summary>
    private const int FewestDigits = 7;

    /// <summary>A part of a name that is shorter is a word of any language.</summary>
    private const int FewestOfAPart = 4;

    /// <summary>In scripts that write a syllable or a word with one sign a name of two signs is whole; and no name is one letter.</summary>
    private const int FewestSigns = 2;

    private const int MostWordsOfAName = 4;

    /// <summary>What follows a name without a space, and is no part of it; the longest first.</summary>
    private static readonly string[] Endings =
        ["에게서", "한테서", "이라고", "에게", "한테", "께서", "이는", "이가", "라고", "씨", "님", "군", "양", "가", "이", "은", "는", "을", "를", "의", "와", "과", "도", "께", "로", "만", "인", "야", "아"];

    /// <param name="known">A name or a way of contact.</param>
    public static bool Has(string text, string known) => HasContact(text, known) || HasName(text, known);

    /// <param name="known">A way of contact, or a note in which one may stand.</param>
    public static bool HasContact(string text, string known)
    {
        var digits = Of(text, char.IsDigit);
        var numbers = Numbers(known).ToList();
        return numbers.Exists(number => digits.Contains(number, StringComparison.Ordinal))
            || Numbers(text).Intersect(numbers, StringComparer.Ordinal).Any()
            || Addresses(text).Intersect(Addresses(known), StringComparer.Ordinal).Any();
    }

    private static bool HasName(string text, string known)
    {
        if (known.Contains('@', StringComparison.Ordinal))
        {
            return false;
        }

        var letters = Of(known, char.IsLetter);
        var isWhole = letters.Length >= FewestSigns
            && (letters.Any(IsSign) ? Of(text, char.IsLetter).Contains(letters, StringComparison.Ordinal) : HasWords(text, known));
        return isWhole || HasAPart(text, known) || HasInAnotherScript(text, known);
    }

    // one word of a name tells who it is as well: Nguyen, or Ana Maria of whom only Maria is said
    private static bool HasAPart(string text, string known)
    {
        var parts = Parts(known);
        var said = Parts(text).SelectMany(WithoutEndings).ToHashSet(StringComparer.Ordinal);
        return parts.Length > 1 && parts.Any(part => part.Length >= (part.Any(IsSign) ? FewestSigns : FewestOfAPart) && said.Contains(part));
    }

    // a Korean letter writes a foreign name by its sounds
    private static bool HasInAnotherScript(string text, string known)
    {
        var name = NameForms.Of(known);
        var words = Parts(text);
        var isInSigns = known.Any(IsSign);
        return !name.IsEmpty && Enumerable.Range(0, words.Length).Any(at => Enumerable.Range(1, Math.Min(MostWordsOfAName, words.Length - at)).Any(count => Sounds(at, count)));

        bool Sounds(int at, int count)
        {
            var before = string.Join(' ', words.AsSpan(at, count - 1).ToArray().Append(""));
            return words.AsSpan(at, count).ToArray().All(word => word.Any(IsSign) != isInSigns)
                && WithoutEndings(words[at + count - 1]).Select(last => NameForms.Of(before + last))
                    .Any(said => said.Skeleton == name.Skeleton && NameForms.Compare(said, name) >= MatchBand.Likely);
        }
    }

    private static IEnumerable<string> WithoutEndings(string word)
    {
        yield return word;
        for (var left = word; Array.Find(Endings, end => left.Length > end.Length + 1 && left.EndsWith(end, StringComparison.Ordinal)) is { } ending;)
        {
            left = left[..^ending.Length];
            yield return left;
        }
    }

    // a name in letters is looked for word by word: what is left when spaces go would be found in the middle of others
    private static bool HasWords(string text, string known)
    {
        var (words, looked) = (Words(text), Words(known));
        return looked.Length > 0 && Enumerable.Range(0, Math.Max(words.Length - looked.Length + 1, 0)).Any(at => words.AsSpan(at, looked.Length).SequenceEqual(looked));
    }

    private static string[] Words(string text) =>
        string.Concat(Folded(text).Select(sign => char.IsLetterOrDigit(sign) && !IsSign(sign) ? sign : ' ')).Split(' ', StringSplitOptions.RemoveEmptyEntries);

    private static string[] Parts(string text) =>
        string.Concat(Folded(text).Select(sign => char.IsLetter(sign) ? sign : ' ')).Split(' ', StringSplitOptions.RemoveEmptyEntries);

    /// <summary>What is dialled, as it is written and as it is compared.</summary>
    private static IEnumerable<string> Numbers(string text)
    {
        var run = new StringBuilder();
        foreach (var sign in text + "\n")
        {
            if (char.IsDigit(sign) || (run.Length > 0 && sign is ' ' or '-' or '.' or '(' or ')' or '\u2010' or '\u2011' or '\u2013'))
            {
                run.Append(sign);
                continue;
            }

            var (number, digits) = (run.ToString(), Of(run.ToString(), char.IsDigit));
            run.Clear();
            // a day is written with as many digits as a number
            if (digits.Length >= FewestDigits && !DateOnly.TryParseExact(digits, "yyyyMMdd", CultureInfo.InvariantCulture, DateTimeStyles.None, out _))
            {
                yield return digits;
                if (ContactForms.Phone(number) is { } phone && phone != digits)
                {
                    yield return phone;
                }
            }
        }
    }

    private static IEnumerable<string> Addresses(string text) => text.Split([' ', '\n', '\r', '\t', ',', ';', '<', '>', '(', ')'], StringSplitOptions.RemoveEmptyEntries)
        .Select(word => ContactForms.Email(string.Concat(word.Trim('.').TakeWhile(sign => sign < '\u3040')))).OfType<string>();

    private static string Of(string text, Func<char, bool> which) => string.Concat(Folded(text).Where(which).Select(Digit));

    private static char Digit(char sign) => char.IsDigit(sign) ? (char)('0' + (int)CharUnicodeInfo.GetNumericValue(sign)) : sign;

    private static string Folded(string text) => string.Concat(text.Normalize(NormalizationForm.FormKD)
        .Where(sign => CharUnicodeInfo.GetUnicodeCategory(sign) != UnicodeCategory.NonSpacingMark)).Normalize(NormalizationForm.FormKC).ToLowerInvariant();

    private static bool IsSign(char sign) => sign is >= '\u3040' and <= '\u30ff' or >= '\u3400' and <= '\u9fff' or >= '\uac00' and <= '\ud7a3';
}
