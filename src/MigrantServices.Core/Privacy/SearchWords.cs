using System.Globalization;
using System.Text;

namespace MigrantServices.Core.Privacy;

/// <summary>Cuts a text into what can be searched: beginnings of words, and pairs of letters where a script leaves no spaces.</summary>
/// <remarks>
/// Spaces between Korean words are undependable, so a text also yields the pair across a single space: "임금 체불" is found by "임금체불".
/// A query does not, so that it finds the text written either way.
/// </remarks>
internal static class SearchWords
{
    private const int ShortestBeginning = 3;
    private const int LongestBeginning = 8;
    private const int ShortestWord = 2;

    public static IEnumerable<string> OfText(string text)
    {
        var folded = SearchFold.Fold(text);
        var bare = SearchFold.WithoutMarks(folded);
        return Cut(folded, isQuery: false).Concat(bare == folded ? [] : Cut(bare, isQuery: false));
    }

    /// <summary>As typed: with its accents a word finds only itself, without them it finds every spelling.</summary>
    public static IEnumerable<string> OfQuery(string query) => Cut(SearchFold.Fold(query), isQuery: true);

    private static IEnumerable<string> Cut(string folded, bool isQuery)
    {
        var word = new List<Rune>();
        Rune? before = null;
        var spaces = 0;
        foreach (var letter in folded.EnumerateRunes())
        {
            if (SearchFold.IsPaired(letter))
            {
                if (before is { } first && (spaces == 0 || (spaces == 1 && !isQuery)))
                {
                    yield return $"{first}{letter}";
                }

                before = letter;
                spaces = 0;
            }
            else if (letter.Value == ' ')
            {
                spaces++;
            }
            else
            {
                before = null;
                spaces = 0;
            }

            if (SearchFold.IsOfWord(letter))
            {
                word.Add(letter);
                continue;
            }

            foreach (var part in Beginnings(word, isQuery))
            {
                yield return part;
            }

            word.Clear();
        }

        foreach (var part in Beginnings(word, isQuery))
        {
            yield return part;
        }
    }

    private static IEnumerable<string> Beginnings(List<Rune> word, bool isQuery)
    {
        if (word.Count < ShortestWord)
        {
            yield break;
        }

        var longest = Math.Min(word.Count, LongestBeginning);
        var shortest = isQuery ? longest : Math.Min(ShortestBeginning, longest);
        for (var length = shortest; length <= longest; length++)
        {
            yield return string.Concat(word.Take(length));
        }
    }
}
