using System.Text;
using MigrantServices.Core.Documents.Kinds;

namespace MigrantServices.Core.Documents;

/// <summary>The headers under which a stranger's file may reach a browser: always saved, never shown, never run.</summary>
public static class SafeDownload
{
    public static IReadOnlyDictionary<string, string> HeadersFor(FileKind kind, string? name) => new Dictionary<string, string>(StringComparer.OrdinalIgnoreCase)
    {
        ["Content-Type"] = kind.ContentType(),
        ["Content-Disposition"] = Disposition(kind, SafeFileName.For(kind, name)),
        ["X-Content-Type-Options"] = "nosniff",
        ["Content-Security-Policy"] = "default-src 'none'; sandbox",
        ["Cross-Origin-Resource-Policy"] = "same-origin",
        ["Cache-Control"] = "private, no-store",
    };

    /// <summary>Twice the name: in plain letters for old programs, and whole for all others (RFC 6266, RFC 8187).</summary>
    private static string Disposition(FileKind kind, string name)
    {
        var isPlain = name.All(letter => char.IsAsciiLetterOrDigit(letter) || " ._-()".Contains(letter, StringComparison.Ordinal));
        return isPlain
            ? $"attachment; filename=\"{name}\""
            : $"attachment; filename=\"file{kind.Extensions()[0]}\"; filename*=UTF-8''{Escape(name)}";
    }

    private static string Escape(string name)
    {
        var escaped = new StringBuilder();
        foreach (var letter in Encoding.UTF8.GetBytes(name))
        {
            if (char.IsAsciiLetterOrDigit((char)letter) || letter is (byte)'.' or (byte)'-' or (byte)'_')
            {
                escaped.Append((char)letter);
            }
            else
            {
                escaped.Append('%').Append(letter.ToString("X2", System.Globalization.CultureInfo.InvariantCulture));
            }
        }

        return escaped.ToString();
    }
}
