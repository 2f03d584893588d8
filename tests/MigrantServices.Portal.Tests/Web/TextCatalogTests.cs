using System.Text.Json;
using System.Text.RegularExpressions;
using MigrantServices.Portal.Web;
using Xunit;

namespace MigrantServices.Portal.Tests.Web;

public sealed class TextCatalogTests
{
    private static readonly string Folder = Path.Combine(AppContext.BaseDirectory, "Text");

    public static TheoryData<string> Translations => [.. Languages.All.Where(language => language != Languages.Korean).Select(language => language.Tag)];

    [Theory]
    [MemberData(nameof(Translations))]
    public void Every_sentence_is_there_in_every_language(string tag)
    {
        var korean = Read("ko").Keys.ToHashSet();
        var other = Read(tag).Keys.ToHashSet();

        Assert.Empty(korean.Except(other));
        Assert.Empty(other.Except(korean));
    }

    [Theory]
    [MemberData(nameof(Translations))]
    public void Translations_name_the_same_placeholders(string tag)
    {
        var other = Read(tag);

        Assert.All(Read("ko"), text => Assert.Equal(Placeholders(text.Value), Placeholders(other[text.Key])));
    }

    [Fact]
    public void Plural_texts_have_every_form_their_language_needs() =>
        Assert.All(Languages.All, language => Assert.All(
            Read(language.Tag).Values.Where(text => text.ValueKind == JsonValueKind.Object),
            text => Assert.Equal(PluralRules.Forms(language.Tag).Order(), text.EnumerateObject().Select(form => form.Name).Order())));

    [Fact]
    public void Each_language_says_whether_someone_has_reviewed_it() =>
        Assert.Equal(Languages.All.Select(language => language.Tag).Order(), Read("review").Keys.Order());

    [Fact]
    public void Missing_sentence_is_an_error_while_building_and_its_key_in_production()
    {
        Assert.Throws<KeyNotFoundException>(() => TextCatalog.Load(Folder, refusesMissing: true).In("en", "no.such.text"));
        Assert.Equal("no.such.text", TextCatalog.Load(Folder, refusesMissing: false).In("en", "no.such.text"));
    }

    [Theory]
    [InlineData("en", 1, "1 file")]
    [InlineData("en", 3, "3 files")]
    [InlineData("ar", 2, "ملفان")]
    [InlineData("ar", 11, "11 ملفاً")]
    public void Number_chooses_the_form_of_the_word(string tag, int count, string expected)
    {
        var texts = new TextCatalog(
            new Dictionary<string, IReadOnlyDictionary<string, JsonElement>>
            {
                ["en"] = Parse("""{ "files": { "one": "{0} file", "other": "{0} files" } }"""),
                ["ar"] = Parse("""{ "files": { "two": "ملفان", "many": "{0} ملفاً" } }"""),
            },
            refusesMissing: true);

        Assert.Equal(expected, texts.In(tag, "files", count));
    }

    private static Dictionary<string, JsonElement> Read(string name) => Parse(File.ReadAllText(Path.Combine(Folder, name + ".json")));

    private static Dictionary<string, JsonElement> Parse(string json) => JsonSerializer.Deserialize<Dictionary<string, JsonElement>>(json)!;

    private static IEnumerable<string> Placeholders(JsonElement text) =>
        Regex.Matches(text.ToString(), @"\{\d\}").Select(match => match.Value).Distinct().Order();
}
