using System.Collections.Immutable;

namespace MigrantServices.Portal.Web;

/// <summary>A language of the portal, by the name its speakers give it.</summary>
/// <param name="Tag">As it stands in addresses and in <c>lang</c>.</param>
/// <param name="Autonym">Its own name in its own script.</param>
/// <param name="IsRightToLeft">Whether a page in it is mirrored.</param>
public sealed record Language(string Tag, string Autonym, bool IsRightToLeft = false)
{
    public string Direction => IsRightToLeft ? "rtl" : "ltr";
}

/// <summary>The languages a resident may choose, and the two the office works in.</summary>
public static class Languages
{
    public static readonly Language Korean = new("ko", "한국어");
    public static readonly Language English = new("en", "English");

    public static readonly ImmutableArray<Language> All =
    [
        Korean,
        English,
        new("vi", "Tiếng Việt"),
        new("zh-Hans", "简体中文"),
        new("ar", "العربية", IsRightToLeft: true),
    ];

    public static readonly ImmutableArray<Language> Staff = [Korean, English];

    /// <summary>Null when the portal does not speak it.</summary>
    public static Language? Find(string? tag) => Among(All, tag);

    public static Language? FindStaff(string? tag) => Among(Staff, tag);

    /// <summary>The first language of a browser's list that the portal speaks: zh-CN is read as zh-Hans, ar-EG as ar.</summary>
    public static Language? Preferred(IEnumerable<string> browserTags) =>
        browserTags.Select(tag => Find(tag) ?? ByFamily(tag)).FirstOrDefault(language => language is not null);

    private static Language? ByFamily(string tag)
    {
        var family = tag.Split('-')[0];
        return All.FirstOrDefault(language => language.Tag.Split('-')[0].Equals(family, StringComparison.OrdinalIgnoreCase));
    }

    private static Language? Among(ImmutableArray<Language> languages, string? tag) =>
        languages.FirstOrDefault(language => language.Tag.Equals(tag, StringComparison.OrdinalIgnoreCase));
}
