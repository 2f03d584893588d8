namespace MigrantServices.Portal.Web;

/// <summary>Which form of a word goes with a whole number in each language, by the Unicode consortium's rules.</summary>
public static class PluralRules
{
    /// <summary>The forms a text must have in a language, <c>other</c> last.</summary>
    public static IReadOnlyList<string> Forms(string languageTag) => languageTag switch
    {
        "ko" or "zh-Hans" or "vi" => ["other"],
        "en" => ["one", "other"],
        "ar" => ["zero", "one", "two", "few", "many", "other"],
        _ => throw new ArgumentOutOfRangeException(nameof(languageTag), languageTag, "There is no plural rule for this language."),
    };

    public static string Form(string languageTag, long count) => languageTag switch
    {
        "ko" or "zh-Hans" or "vi" => "other",
        "en" => count is 1 or -1 ? "one" : "other",
        "ar" => Arabic(Math.Abs(count)),
        _ => throw new ArgumentOutOfRangeException(nameof(languageTag), languageTag, "There is no plural rule for this language."),
    };

    private static string Arabic(long count) => count switch
    {
        0 => "zero",
        1 => "one",
        2 => "two",
        _ => (count % 100) switch
        {
            >= 3 and <= 10 => "few",
            >= 11 => "many",
            _ => "other",
        },
    };
}
