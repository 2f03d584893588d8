using System.Text.Json;

namespace MigrantServices.Core.Tests.Text;

/// <summary>The sentences and the sources as they stand in the repository, so that a changed text needs no build to be tried.</summary>
internal static class Repository
{
    public static readonly string Source = Path.Combine(Root(), "src");

    public static readonly string Portal = Path.Combine(Source, "MigrantServices.Portal");

    private static readonly string Texts = Path.Combine(Portal, "Text");

    /// <summary>Every key of a language with the file that holds it; a key in two files comes twice.</summary>
    public static IReadOnlyList<(string File, string Key, JsonElement Text)> TextsOf(string language) =>
        [.. Directory.GetFiles(Texts, "*.json", SearchOption.AllDirectories)
            .Where(file => ("." + Path.GetFileName(file)).EndsWith($".{language}.json", StringComparison.Ordinal))
            .Order(StringComparer.Ordinal)
            .SelectMany(file => Read(file).EnumerateObject().Select(text => (Path.GetFileName(file), text.Name, text.Value)))];

    public static JsonElement Reviews() => Read(Path.Combine(Texts, "review.json"));

    /// <summary>The sources below a folder, without what the build puts there.</summary>
    public static IEnumerable<(string File, string Text)> Sources(string folder) =>
        Directory.EnumerateFiles(folder, "*.*", SearchOption.AllDirectories)
            .Where(file => Path.GetExtension(file) is ".cs" or ".cshtml")
            .Where(file => !Path.GetRelativePath(Source, file).Split(Path.DirectorySeparatorChar).Any(part => part is "bin" or "obj" or "Migrations"))
            .Select(file => (Path.GetRelativePath(Source, file), File.ReadAllText(file)));

    private static JsonElement Read(string file) => JsonSerializer.Deserialize<JsonElement>(File.ReadAllBytes(file));

    private static string Root()
    {
        var folder = new DirectoryInfo(AppContext.BaseDirectory);
        while (!File.Exists(Path.Combine(folder.FullName, "MigrantServices.sln")))
        {
            folder = folder.Parent ?? throw new DirectoryNotFoundException("The tests do not lie in the repository.");
        }

        return folder.FullName;
    }
}
