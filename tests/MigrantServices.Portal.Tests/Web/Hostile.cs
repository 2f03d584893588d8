using System.Globalization;
using System.Text;

namespace MigrantServices.Portal.Tests.Web;

/// <summary>Values that nobody types by mistake; the same ones in every run.</summary>
internal sealed class Hostile(int seed)
{
    /// <summary>Put into markup; if it ever becomes an element, something was shown unescaped.</summary>
    public const string Mark = "data-injected";

    private static readonly string[] Seeds =
    [
        "", " ", "\0", "a\0b", "\uD800", "\uDFFF\uD800", "\u202Eabc\u202C", "\u2066x\u2069", "\uFEFF", "\uFFFF", "\u200B\u200D", "\r\n\r\n", "\t", "\u0085\u2028\u2029",
        "' or '1'='1", "'; drop table grievances; --", "1; select pg_sleep(5)--", "\\", "\"", "`", "%", "_", "$$", "E'\\x00'",
        $"<i {Mark}>", $"\"><i {Mark}>", $"'><script {Mark}>alert(1)</script>", $"</textarea><i {Mark}>", $"</title><i {Mark}>", $"<!--><i {Mark}>", $"<svg {Mark} onload=alert(1)>", $"&lt;i {Mark}&gt;",
        "{{7*7}}", "${7*7}", "#{7*7}", "@(7*7)", "<%= 7*7 %>", "{0}", "{999}", "{", "}", "%s%s%s%n", "%00", "${jndi:ldap://x}", "=cmd|' /C calc'!A0", "../../../etc/passwd", "..\\..\\web.config", "file:///etc/passwd", "javascript:alert(1)",
        "0", "-1", "2147483648", "99999999999999999999999999", "1e400", "NaN", "Infinity", "-0", "0x10", "١٢٣", "１２３", "½", "true", "TRUE", "on", "null", "undefined", "[]", "{}", "[object Object]",
        "0001-01-01", "9999-12-31", "2026-02-30", "2026-13-01T99:99", "00000000-0000-0000-0000-000000000000", "not-a-guid", "Myself,Family", "Myself ", "65535",
        "👩‍👩‍👧‍👦", "e\u0301\u0301\u0301\u0301", "ﷺ", "𝕳𝖊𝖑𝖑𝖔", "가각", "İi", "ß", "‏", "900101-5234567", "M12345678",
    ];

    private readonly Random _random = new(seed);

    /// <summary>One of the known ones, several glued together, a long one, or noise.</summary>
    public string Next() => _random.Next(10) switch
    {
        < 6 => Pick(),
        < 8 => string.Concat(Pick(), Pick(), Pick()),
        8 => new StringBuilder().Insert(0, Pick() + "x", _random.Next(1, 400)).ToString(),
        _ => Noise(),
    };

    public string Pick() => Seeds[_random.Next(Seeds.Length)];

    /// <summary>Percent-encoded byte by byte, so that broken halves of letters and broken UTF-8 reach the portal too.</summary>
    public string Encoded(string value)
    {
        var text = new StringBuilder();
        for (var i = 0; i < value.Length; i++)
        {
            byte[] bytes = char.IsSurrogate(value[i]) && !(i + 1 < value.Length && char.IsSurrogatePair(value[i], value[i + 1]))
                ? [(byte)(0xE0 | (value[i] >> 12)), (byte)(0x80 | ((value[i] >> 6) & 0x3F)), (byte)(0x80 | (value[i] & 0x3F))]
                : char.IsHighSurrogate(value[i]) ? Encoding.UTF8.GetBytes(value.Substring(i++, 2)) : Encoding.UTF8.GetBytes([value[i]]);
            foreach (var one in bytes)
            {
                text.Append('%').Append(one.ToString("X2", CultureInfo.InvariantCulture));
            }
        }

        return _random.Next(40) == 0 ? text + "%FF%C0%80%" : text.ToString();
    }

    private string Noise() => string.Create(_random.Next(1, 60), _random, (letters, random) =>
    {
        for (var i = 0; i < letters.Length; i++)
        {
            letters[i] = (char)random.Next(0x10000);
        }
    });
}
