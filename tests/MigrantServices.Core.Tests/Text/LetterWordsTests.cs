using System.Security.Cryptography;
using System.Text;
using System.Text.RegularExpressions;
using MigrantServices.Core.Reference;
using Xunit;

namespace MigrantServices.Core.Tests.Text;

/// <summary>A template that was once used keeps its words: other words are another version.</summary>
public sealed partial class LetterWordsTests
{
    private static readonly string Kept = Path.Combine(Tests.Repository.Root, "tests", "MigrantServices.Core.Tests", "Text", "letter-words.txt");

    [Fact]
    public void A_template_whose_words_change_gets_a_new_number()
    {
        var words = Words();
        var kept = File.Exists(Kept) ? File.ReadAllLines(Kept).Select(line => line.Split(' ')).ToDictionary(line => line[0], line => line[1], StringComparer.Ordinal) : [];

        Wrong.None(kept.Where(line => words.TryGetValue(line.Key, out var now) && now != line.Value)
            .Select(line => $"{line.Key} has other words under the same version: give it the next number."));

        // new ones are written down; the mark of one that stands there is never renewed
        if (Environment.GetEnvironmentVariable("UPDATE_DOCS") == "1")
        {
            File.WriteAllLines(Kept, words.OrderBy(line => line.Key, StringComparer.Ordinal).Select(line => $"{line.Key} {line.Value}"));
            return;
        }

        Assert.True(words.Keys.Order(StringComparer.Ordinal).SequenceEqual(kept.Keys.Order(StringComparer.Ordinal)), "letter-words.txt does not name the templates that there are: run the tests with UPDATE_DOCS=1.");
    }

    [Fact]
    public void One_other_letter_is_another_mark() => Assert.NotEqual(MarkOf("Dear {0}"), MarkOf("Dear {0}."));

    private static Dictionary<string, string> Words() => ReferenceText.EverybodysLanguages
        .SelectMany(language => Repository.TextsOf(language).Where(text => Template().IsMatch(text.Key)).Select(text => (Key: $"{text.Key}:{language}", Mark: MarkOf(text.Text.GetRawText()))))
        .ToDictionary(text => text.Key, text => text.Mark, StringComparer.Ordinal);

    private static string MarkOf(string words) => Convert.ToHexStringLower(SHA256.HashData(Encoding.UTF8.GetBytes(words)))[..16];

    [GeneratedRegex(@"^letter\..+\.\d+(\.title)?$")]
    private static partial Regex Template();
}
