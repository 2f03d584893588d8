using System.Text;

namespace MigrantServices.Core.Grievances.Export;

/// <summary>Lines of comma-separated values that no spreadsheet takes for a formula.</summary>
public static class SafeCsv
{
    /// <summary>With these, also in their wide form and after blanks, a spreadsheet begins to reckon.</summary>
    private const string Dangerous = "=+-@＝＋－＠\t\r\n";

    /// <summary>Every cell in quotes, ended by CR LF (RFC 4180).</summary>
    public static string Line(IEnumerable<string?> cells) => string.Join(',', cells.Select(Cell)) + "\r\n";

    public static string Cell(string? text) => new StringBuilder("\"").Append(Disarmed(text ?? "").Replace("\"", "\"\"", StringComparison.Ordinal)).Append('"').ToString();

    /// <summary>The same words behind an apostrophe where they could be taken for a formula.</summary>
    public static string Disarmed(string text) => IsDangerous(text) ? "'" + text : text;

    private static bool IsDangerous(string text)
    {
        var first = text.FirstOrDefault(letter => Dangerous.Contains(letter, StringComparison.Ordinal) || !(char.IsWhiteSpace(letter) || char.IsControl(letter) || letter is '"' or '\'' or '\uFEFF'));
        return first != default && Dangerous.Contains(first, StringComparison.Ordinal);
    }
}
