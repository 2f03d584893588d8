using System.Collections.Frozen;
using System.Globalization;
using System.Text.Json;

namespace MigrantServices.Portal.Web;

/// <summary>Every sentence of the portal in every language, read once at the start from <c>Text/</c>.</summary>
/// <param name="refusesMissing">True outside Production: a key without a text is an error, not a key shown to a resident.</param>
/// <param name="elsewhere">Asked by language, key and day (null for today) for what the files do not have, such as the sentences of codes that administrators added, and first of all for articles, which they may word anew; null when there is no other place.</param>
public sealed class TextCatalog(
    IReadOnlyDictionary<string, IReadOnlyDictionary<string, JsonElement>> texts, bool refusesMissing, Func<string, string, DateOnly?, string?>? elsewhere = null)
{
    /// <summary>Entries that can be worded anew from a day on.</summary>
    private const string Reworded = MigrantServices.Core.Reference.Lists.Articles + ".";

    private readonly FrozenDictionary<string, FrozenDictionary<string, Entry>> _texts = texts.ToFrozenDictionary(
        language => language.Key,
        language => language.Value.ToFrozenDictionary(text => text.Key, text => Entry.From(text.Value), StringComparer.Ordinal),
        StringComparer.OrdinalIgnoreCase);

    /// <summary>The text in the language of the request.</summary>
    public string this[string key] => In(CultureInfo.CurrentUICulture.Name, key);

    /// <summary>With <c>{0}</c>, <c>{1}</c> ... filled in; where the text has plural forms the first argument, a whole number, chooses.</summary>
    public string this[string key, params object?[] arguments] => In(CultureInfo.CurrentUICulture.Name, key, arguments);

    public static TextCatalog Load(string folder, bool refusesMissing, Func<string, string, DateOnly?, string?>? elsewhere = null)
    {
        var texts = Languages.All.ToDictionary(
            language => language.Tag,
            language => (IReadOnlyDictionary<string, JsonElement>)Directory.GetFiles(folder, $"*{language.Tag}.json", SearchOption.AllDirectories)
                .Where(file => Path.GetFileName(file) == language.Tag + ".json" || file.EndsWith($".{language.Tag}.json", StringComparison.Ordinal))
                .SelectMany(Read)
                .ToDictionary(StringComparer.Ordinal));
        return new(texts, refusesMissing, elsewhere);
    }

    /// <summary>For papers in two languages: the text in a language that need not be the reader's.</summary>
    public string In(string languageTag, string key, params object?[] arguments)
    {
        if (key.StartsWith(Reworded, StringComparison.Ordinal) && elsewhere?.Invoke(languageTag, key, null) is { } reworded)
        {
            return reworded;
        }

        if (!_texts.TryGetValue(languageTag, out var language) || !language.TryGetValue(key, out var entry))
        {
            return elsewhere?.Invoke(languageTag, key, null) is { } found ? found : refusesMissing ? throw new KeyNotFoundException($"There is no text '{key}' in {languageTag}.json.") : key;
        }

        var form = entry.For(languageTag, arguments);
        return arguments.Length == 0 ? form : string.Format(CultureInfo.InvariantCulture, form, arguments);
    }

    /// <summary>Whether a language has this sentence, whoever reads the page.</summary>
    public bool HasIn(string languageTag, string key) => _texts.TryGetValue(languageTag, out var language) && language.ContainsKey(key);

    public bool Has(string key) => (_texts.TryGetValue(CultureInfo.CurrentUICulture.Name, out var language) && language.ContainsKey(key))
        || elsewhere?.Invoke(CultureInfo.CurrentUICulture.Name, key, null) is not null;

    /// <summary>The name of a code as it read on a day.</summary>
    public string On(DateOnly day, string languageTag, string key) =>
        elsewhere?.Invoke(languageTag, key, day)
        ?? (_texts.TryGetValue(languageTag, out var language) && language.TryGetValue(key, out var entry) ? entry.For(languageTag, []) : In(languageTag, key));

    /// <summary>The same in the language of the request.</summary>
    public string On(DateOnly day, string key) => On(day, CultureInfo.CurrentUICulture.Name, key);

    private static Dictionary<string, JsonElement> Read(string path)
    {
        using var file = File.OpenRead(path);
        return JsonSerializer.Deserialize<Dictionary<string, JsonElement>>(file)
            ?? throw new InvalidDataException($"{path} holds no texts.");
    }

    private sealed record Entry(string? Text, FrozenDictionary<string, string>? Forms)
    {
        public static Entry From(JsonElement text) => text.ValueKind == JsonValueKind.Object
            ? new(null, text.EnumerateObject().ToFrozenDictionary(form => form.Name, form => form.Value.GetString()!, StringComparer.Ordinal))
            : new(text.GetString(), null);

        public string For(string languageTag, object?[] arguments) =>
            Text ?? Forms![PluralRules.Form(languageTag, Convert.ToInt64(arguments[0], CultureInfo.InvariantCulture))];
    }
}
