using System.Text.RegularExpressions;
using Xunit;

namespace MigrantServices.Core.Tests.Text;

/// <summary>Every refusal that has a sentence is met by a test, by its code or by what it says.</summary>
public sealed partial class RefusalsInTestsTests
{
    /// <summary>A word or two of a sentence could stand in any other.</summary>
    private const int ShortestPart = 14;

    /// <summary>Refusals that no test names yet; some are met by tests that ask only whether the answer was 409. The list only grows shorter.</summary>
    private static readonly string[] NotYet =
    [
        // said only where the machine lacks its library for pictures
        "photo.not-here",
    ];

    private static readonly string Tests = string.Concat(Repository.Sources(Path.Combine(Path.GetDirectoryName(Repository.Source)!, "tests"))
        .Where(source => !source.File.EndsWith(nameof(RefusalsInTestsTests) + ".cs", StringComparison.Ordinal)).Select(source => source.Text));

    private static readonly string[] Parts = [.. Literal().Matches(Tests).Select(match => match.Groups["text"].Value).Where(text => text.Length >= ShortestPart).Distinct()];

    private static readonly (string Code, string Sentence)[] Said = [.. new[] { "ko", "en" }.SelectMany(Repository.TextsOf)
        .Where(text => text.Key.StartsWith("refusal.", StringComparison.Ordinal)).Select(text => (text.Key["refusal.".Length..], text.Text.ToString()!))];

    [Fact]
    public void Every_refusal_is_met_by_a_test() => Wrong.None(Refusals("ko").Where(code => !NotYet.Contains(code) && !IsMet(code)));

    [Fact]
    public void What_is_met_is_no_exception() => Wrong.None(NotYet.Where(IsMet).Concat(NotYet.Except(Refusals("ko"))));

    private static IEnumerable<string> Refusals(string language) => Repository.TextsOf(language)
        .Where(text => text.Key.StartsWith("refusal.", StringComparison.Ordinal)).Select(text => text.Key["refusal.".Length..]);

    private static bool IsMet(string code) => Tests.Contains($"\"{code}\"", StringComparison.Ordinal)
        || Tests.Contains($"\"refusal.{code}\"", StringComparison.Ordinal)
        || Sentences(one => one == code).Any(sentence => Parts.Any(part => sentence.Contains(part, StringComparison.Ordinal) && IsOfNoOther(part, code)));

    // what several refusals say meets none of them
    private static bool IsOfNoOther(string part, string code) => !Sentences(one => one != code).Any(sentence => sentence.Contains(part, StringComparison.Ordinal));

    private static IEnumerable<string> Sentences(Func<string, bool> which) => Said.Where(one => which(one.Code)).Select(one => one.Sentence);

    [GeneratedRegex("""
        "(?<text>[^"\\\n]+)"
        """, RegexOptions.IgnorePatternWhitespace)]
    private static partial Regex Literal();
}
