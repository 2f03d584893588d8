namespace MigrantServices.Core.Matching;

/// <summary>Names whose usual spellings no rule of sounds brings together.</summary>
internal static class FamilyNames
{
    private const int UsualLength = 3;

    // the hundred family names by which nearly all Koreans are called, where they stand before two syllables without a blank
    private const string Korean = "김이박최정강조윤장임한오서신권황안송류전홍고문양손배백허유남심노하곽성차주우구민진나지엄원천방공현함변염여추도소석선설마길연위표명기반왕금옥육인맹제모탁국리림로";

    // the first of each line stands for all
    private static readonly string[][] Spellings =
    [
        ["i", "lee", "li", "ri", "rhee", "yi", "ee"],
        ["im", "lim", "rim", "yim"],
        ["bak", "park"],
        ["no", "roh", "noh", "ro"],
        ["yu", "ryu", "lyu", "yoo", "you"],
        ["choe", "choi"],
        ["jeong", "chung", "jung", "cheong"],
        // Vietnamese names that custom writes in Hangul otherwise than they sound
        ["ngo", "eungo"],
        ["din", "dinh"],
        ["jjin", "trinh"],
        ["jjeon", "tran", "teuran", "teuraen"],
    ];

    private static readonly Dictionary<string, string> Same = Spellings
        .SelectMany(line => line.Select(spelling => KeyValuePair.Create(spelling, line[0])))
        .ToDictionary(StringComparer.Ordinal);

    /// <summary>The spelling that stands for all of them.</summary>
    public static string Fold(string part) => Same.GetValueOrDefault(part, part);

    /// <summary>김민수 becomes 김 민수.</summary>
    public static string SetApart(string name) =>
        name.Length == UsualLength && name.All(Hangul.Is) && Korean.Contains(name[0]) ? $"{name[..1]} {name[1..]}" : name;
}
