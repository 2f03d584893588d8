using System.Globalization;
using System.Text;
using MigrantServices.Core.Documents.Kinds;

namespace MigrantServices.Core.Documents;

/// <summary>Makes a name that a stranger chose harmless on every computer, and keeps it readable in its own script.</summary>
public static class SafeFileName
{
    private const string ReservedCharacters = "<>:\"/\\|?*%;";
    private const string Nameless = "file";

    private static readonly HashSet<string> ReservedNames = new(
        ["CON", "PRN", "AUX", "NUL", "CLOCK$", .. Enumerable.Range(0, 10).SelectMany(n => new[] { $"COM{n}", $"LPT{n}" })],
        StringComparer.OrdinalIgnoreCase);

    /// <summary>Never empty, without path, control and direction characters, at most <see cref="CaseFile.NameMaxLength"/> long.</summary>
    public static string Clean(string? name)
    {
        var last = (name ?? "")[((name ?? "").LastIndexOfAny(['/', '\\']) + 1)..];
        var cleaned = new StringBuilder(last.Length);
        foreach (var letter in last.EnumerateRunes())
        {
            // a lone surrogate is enumerated as the replacement character
            if (letter != Rune.ReplacementChar && !IsHidden(letter))
            {
                cleaned.Append(IsReserved(letter) ? "_" : letter.ToString());
            }
        }

        // Macs write Korean syllables in parts
        var whole = Shorten(cleaned.ToString().Normalize(NormalizationForm.FormC).Trim(' ', '.', '~'));
        var stem = whole.Split('.', 2)[0].TrimEnd();
        return whole.Length == 0 ? Nameless : ReservedNames.Contains(stem) ? $"_{whole}" : whole;
    }

    /// <summary>The cleaned name with an ending that fits what the file is, so that it never opens as something else.</summary>
    public static string For(FileKind kind, string? name)
    {
        var cleaned = Clean(name);
        var extensions = kind.Extensions();
        return extensions.Contains(Path.GetExtension(cleaned), StringComparer.OrdinalIgnoreCase) ? cleaned : cleaned + extensions[0];
    }

    private static bool IsHidden(Rune letter) => Rune.GetUnicodeCategory(letter)
        is UnicodeCategory.Control or UnicodeCategory.Format or UnicodeCategory.LineSeparator or UnicodeCategory.ParagraphSeparator
        or UnicodeCategory.PrivateUse or UnicodeCategory.OtherNotAssigned;

    private static bool IsReserved(Rune letter) => letter.IsAscii && ReservedCharacters.Contains((char)letter.Value, StringComparison.Ordinal);

    private static string Shorten(string name)
    {
        if (name.Length <= CaseFile.NameMaxLength)
        {
            return name;
        }

        var extension = Path.GetExtension(name) is { Length: <= 6 } ending ? ending : "";
        var end = CaseFile.NameMaxLength - extension.Length;
        return (char.IsHighSurrogate(name[end - 1]) ? name[..(end - 1)] : name[..end]).TrimEnd(' ', '.') + extension;
    }
}
