using System.Globalization;
using System.Text;

namespace MigrantServices.Core.Privacy;

/// <summary>A copy of a text in plain digits, letters and separators, each of which knows its place in the original.</summary>
internal sealed class PlainText
{
    private readonly List<Range> _places = [];

    private PlainText(string original)
    {
        var plain = new StringBuilder(original.Length);
        for (var i = 0; i < original.Length;)
        {
            var length = Rune.TryGetRuneAt(original, i, out var letter) ? letter.Utf16SequenceLength : 1;
            // what cannot be seen must not hide a number
            if (Rune.GetUnicodeCategory(letter) != UnicodeCategory.Format)
            {
                plain.Append(Plain(letter));
                _places.Add(i..(i + length));
            }

            i += length;
        }

        Text = plain.ToString();
    }

    public string Text { get; }

    public static PlainText Of(string original) => new(original);

    public void Cover(Span<char> original, int index, char cover) => original[_places[index]].Fill(cover);

    private static char Plain(Rune letter) => letter.Value switch
    {
        >= 'Ａ' and <= 'Ｚ' => (char)(letter.Value - 'Ａ' + 'A'),
        >= 'ａ' and <= 'ｚ' => (char)(letter.Value - 'ａ' + 'a'),
        '·' or '․' or '‧' or '•' or '・' or 'ㆍ' or '．' or '。' => '.',
        '\u2212' or '~' or '∼' or '～' or '/' or 'ー' or 'ㅡ' => '-',
        '\t' => ' ',
        _ => Rune.GetUnicodeCategory(letter) switch
        {
            UnicodeCategory.DecimalDigitNumber => (char)('0' + (int)Rune.GetNumericValue(letter)),
            UnicodeCategory.DashPunctuation => '-',
            UnicodeCategory.SpaceSeparator => ' ',
            _ => letter.IsBmp ? (char)letter.Value : '\uFFFD',
        },
    };
}
