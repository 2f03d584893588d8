using System.Text.Json;
using MigrantServices.Portal.Web;
using Xunit;

namespace MigrantServices.Portal.Tests.Web;

public sealed class TextCatalogTests
{
    private static readonly string Folder = Path.Combine(AppContext.BaseDirectory, "Text");

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

    private static Dictionary<string, JsonElement> Parse(string json) => JsonSerializer.Deserialize<Dictionary<string, JsonElement>>(json)!;
}
