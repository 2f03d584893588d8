using System.Text;

namespace MigrantServices.Core.Privacy;

/// <summary>Cuts a text into what can be searched: beginnings of words, and pairs of letters where a script leaves no spaces.</summary>
/// <remarks>
/// Spaces between Korean words are undependable, so a text also yields the pair across a single space: "임금 체불" is found by "임금체불".
/// A query does not, so that it finds the text written either way.
/// </remarks>
internal sealed class SearchWords(int most, bool isQuery)
{
    private const int ShortestBeginning = 3;
    private const int LongestBeginning = 8;
    private const int ShortestWord = 2;

    private readonly HashSet<string> _found = new(StringComparer.Ordinal);

    public IReadOnlyCollection<string> Found => _found;

    /// <summary>A text is found with and without its accents; a query means what was typed: with accents only the word that has them.</summary>
    public void Read(string text)
    {
        var folded = SearchFold.Fold(text);
        Cut(folded);
        if (!isQuery && SearchFold.WithoutMarks(folded) is var bare && bare != folded)
        {
            Cut(bare);
        }
    }

    private void Cut(string folded)
    {
        var wordStart = -1;
        var before = Range.All;
        var gap = int.MaxValue;
        for (var i = 0; i < folded.Length;)
        {
            var letter = Rune.GetRuneAt(folded, i);
            var end = i + letter.Utf16SequenceLength;
            var isPaired = SearchFold.IsPaired(letter);
            if (isPaired)
            {
                AddPair(folded, before, i..end, gap);
                before = i..end;
                gap = 0;
            }
            else
            {
                gap = letter.Value == ' ' && gap < int.MaxValue ? gap + 1 : int.MaxValue;
            }

            var isOfWord = !isPaired && SearchFold.IsOfWord(letter);
            if (isOfWord && wordStart < 0)
            {
                wordStart = i;
            }
            else if (!isOfWord && wordStart >= 0)
            {
                AddBeginnings(folded.AsSpan(wordStart..i));
                wordStart = -1;
            }

            i = end;
        }

        if (wordStart >= 0)
        {
            AddBeginnings(folded.AsSpan(wordStart));
        }
    }

    private void AddPair(string folded, Range first, Range second, int gap)
    {
        if (gap == 0)
        {
            Add(folded.AsSpan(first.Start.Value..second.End.Value));
        }
        else if (gap == 1 && !isQuery)
        {
            Add(string.Concat(folded.AsSpan(first), folded.AsSpan(second)));
        }
    }

    private void AddBeginnings(ReadOnlySpan<char> word)
    {
        var letters = 0;
        var end = 0;
        while (end < word.Length && letters < LongestBeginning)
        {
            end += char.IsHighSurrogate(word[end]) ? 2 : 1;
            letters++;
            var isLast = end == word.Length || letters == LongestBeginning;
            if ((isLast && letters >= ShortestWord) || (!isQuery && letters >= ShortestBeginning))
            {
                Add(word[..end]);
            }
        }
    }

    private void Add(ReadOnlySpan<char> part)
    {
        if (_found.Count < most)
        {
            _found.GetAlternateLookup<ReadOnlySpan<char>>().Add(part);
        }
    }
}
