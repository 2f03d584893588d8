using System.Text.Json;
using System.Text.RegularExpressions;
using MigrantServices.Core.Cases;
using MigrantServices.Portal.Web;
using Xunit;

namespace MigrantServices.Core.Tests.Text;

/// <summary>What must hold between the languages of the text catalog.</summary>
public sealed partial class TextCatalogTests
{
    /// <summary>Signs and measures that are the same in every language.</summary>
    private static readonly string[] TheSameEverywhere = ["mycase.file.size", "mycase.looked.line", "people.given.by", "workday.plan.before-after"];

    /// <summary>A text that names a button or an answer, and the text on it.</summary>
    private static readonly (string Text, string Names)[] Quotations =
    [
        ("filing.later.where", "home.return"),
        ("receipt.back.how", "home.return"),
        ("filing.check.incomplete", "filing.send"),
        ("rule.choose-place", "municipalities.elsewhere"),
        ("privacy.phone.how", "exit.leave"),
    ];

    public static TheoryData<string> All => [.. Languages.All.Select(language => language.Tag)];

    public static TheoryData<string> Translations => [.. Languages.All.Select(language => language.Tag).Where(tag => tag != "ko")];

    [Theory]
    [MemberData(nameof(All))]
    public void No_key_stands_in_two_files_of_one_language(string tag) => Wrong.None(
        Repository.TextsOf(tag).GroupBy(text => text.Key).Where(same => same.Count() > 1)
            .Select(same => $"{same.Key} in {string.Join(" and ", same.Select(text => text.File))}"));

    [Theory]
    [MemberData(nameof(Translations))]
    public void Every_sentence_is_there_in_every_language_that_meets_it(string tag)
    {
        var korean = Texts("ko").Keys;
        var here = Texts(tag).Keys;

        Wrong.None(korean.Except(here).Where(key => tag == "en" || !StaffTexts.Has(key)).Select(key => $"{key} is missing in {tag}")
            .Concat(here.Except(korean).Select(key => $"{key} of {tag} is missing in ko")));
    }

    [Theory]
    [MemberData(nameof(All))]
    public void Everything_that_is_shown_to_a_person_says_what_it_is_for(string tag)
    {
        var here = Texts(tag).Keys;

        Wrong.None(Enum.GetNames<MessagePurpose>().Where(purpose => purpose != nameof(MessagePurpose.Message)).Select(purpose => "mycase.purpose." + purpose).Except(here).Select(key => $"{key} is missing in {tag}"));
    }

    [Theory]
    [MemberData(nameof(Translations))]
    public void Translations_name_the_same_placeholders(string tag)
    {
        var korean = Texts("ko");

        Wrong.None(Texts(tag).Where(text => korean.TryGetValue(text.Key, out var original) && !Placeholders(original).SetEquals(Placeholders(text.Value)))
            .Select(text => $"{text.Key} of {tag}"));
    }

    [Theory]
    [MemberData(nameof(All))]
    public void Plural_texts_have_every_form_their_language_needs(string tag) => Wrong.None(
        Texts(tag).Where(text => text.Value.ValueKind == JsonValueKind.Object)
            .Where(text => !PluralRules.Forms(tag).ToHashSet().SetEquals(text.Value.EnumerateObject().Select(form => form.Name)))
            .Select(text => $"{text.Key} of {tag}"));

    [Fact]
    public void Text_with_plural_forms_has_them_in_every_language() => Wrong.None(
        Languages.All.SelectMany(language => Texts(language.Tag))
            .GroupBy(text => text.Key, text => text.Value.ValueKind)
            .Where(same => same.Distinct().Count() > 1)
            .Select(same => same.Key));

    [Theory]
    [MemberData(nameof(All))]
    public void No_sentence_is_empty(string tag) =>
        Wrong.None(Texts(tag).Where(text => Sentences(text.Value).Any(string.IsNullOrWhiteSpace)).Select(text => $"{text.Key} of {tag}"));

    [Theory]
    [MemberData(nameof(Translations))]
    public void Nothing_is_left_in_Korean(string tag)
    {
        var korean = Texts("ko");

        Wrong.None(Texts(tag).Where(text => Hangul().IsMatch(Joined(text.Value))
                || (korean.TryGetValue(text.Key, out var original) && Joined(original) == Joined(text.Value) && !TheSameEverywhere.Contains(text.Key)))
            .Select(text => $"{text.Key} of {tag}"));
    }

    [Theory]
    [InlineData("ko")]
    [InlineData("vi")]
    [InlineData("zh-Hans")]
    [InlineData("ar")]
    public void Nothing_is_left_in_English(string tag)
    {
        var english = Texts("en");

        Wrong.None(Texts(tag).Where(text => english.TryGetValue(text.Key, out var original) && Joined(original) == Joined(text.Value))
            .Where(text => !TheSameEverywhere.Contains(text.Key))
            .Select(text => $"{text.Key} of {tag}"));
    }

    [Theory]
    [MemberData(nameof(All))]
    public void Texts_name_buttons_and_answers_by_their_own_words(string tag)
    {
        var texts = Texts(tag);

        Wrong.None(Quotations
            .Where(quotation => !texts[quotation.Text].GetString()!.Contains(texts[quotation.Names].GetString()!, StringComparison.Ordinal))
            .Select(quotation => $"{quotation.Text} of {tag} should name '{texts[quotation.Names]}'"));
    }

    [Fact]
    public void Each_language_says_whether_someone_has_reviewed_it() => Assert.Equal(
        Languages.All.Select(language => language.Tag).Order(),
        Repository.Reviews().EnumerateObject().Select(review => review.Name).Order());

    private static Dictionary<string, JsonElement> Texts(string tag) =>
        Repository.TextsOf(tag).DistinctBy(text => text.Key).ToDictionary(text => text.Key, text => text.Text, StringComparer.Ordinal);

    private static IEnumerable<string> Sentences(JsonElement text) =>
        text.ValueKind == JsonValueKind.Object ? text.EnumerateObject().Select(form => form.Value.GetString()!) : [text.GetString()!];

    private static string Joined(JsonElement text) => string.Join('\n', Sentences(text));

    private static HashSet<string> Placeholders(JsonElement text) =>
        [.. Placeholder().Matches(Joined(text)).Select(match => match.Value)];

    [GeneratedRegex(@"\{\d+\}")]
    private static partial Regex Placeholder();

    [GeneratedRegex(@"\p{IsHangulSyllables}")]
    private static partial Regex Hangul();
}
