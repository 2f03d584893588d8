using System.Globalization;
using System.Text;
using System.Text.RegularExpressions;

namespace MigrantServices.Core.Documents.Pdf;

/// <summary>Adds to a drawn paper what Cairo leaves out: that it is tagged, its language and that of each piece, and that its title stands in the window.</summary>
/// <remarks>Nothing is rewritten: the changed objects follow the file with a table of their own, as the format foresees.</remarks>
internal static partial class PdfTags
{
    private const int Patience = 1000;
    private const string Element = "<< /Type /StructElem";

    /// <param name="tags">In the order in which they were opened.</param>
    public static byte[] Complete(byte[] file, string language, IReadOnlyList<PdfTag> tags)
    {
        var text = Encoding.Latin1.GetString(file);
        var trailer = Trailer().Matches(text).LastOrDefault();
        if (trailer is null || Offsets(text, Number(trailer, "table")) is not { } offsets)
        {
            return file;
        }

        var (size, root) = (Number(trailer, "size"), Number(trailer, "root"));
        var changed = new SortedDictionary<int, string>();
        var elements = offsets.Where(o => Body(text, o.Value).StartsWith(Element, StringComparison.Ordinal)).OrderBy(o => o.Key).ToList();
        var catalog = Body(text, offsets[root]);
        if (elements.Count == tags.Count && Tree().Match(catalog) is { Success: true } tree)
        {
            Name(text, elements, tags, changed);
            Enclose(text, offsets, Number(tree, "tree"), size, language, changed);
        }

        var marked = catalog.Contains("/MarkInfo", StringComparison.Ordinal) ? "" : "   /MarkInfo << /Marked true >>\n";
        changed[root] = catalog.Insert(catalog.LastIndexOf(">>", StringComparison.Ordinal), $"{marked}   /Lang ({language})\n   /ViewerPreferences << /DisplayDocTitle true >>\n");
        return [.. file, .. Encoding.Latin1.GetBytes(Update(file.Length, changed, trailer, Math.Max(size, changed.Keys.Max() + 1)))];
    }

    // each piece in its own language; the name of a fact belongs to its row
    private static void Name(string text, List<KeyValuePair<int, int>> elements, IReadOnlyList<PdfTag> tags, SortedDictionary<int, string> changed)
    {
        for (var i = 0; i < elements.Count; i++)
        {
            var body = Body(text, elements[i].Value);
            var scope = body.Contains("/S /TH", StringComparison.Ordinal) ? "\n   /A << /O /Table /Scope /Row >>" : "";
            var alt = tags[i].Alt is { } said ? $"\n   /Alt <FEFF{Convert.ToHexString(Encoding.BigEndianUnicode.GetBytes(said))}>" : "";
            changed[elements[i].Key] = body.Insert(Element.Length, $"\n   /Lang ({tags[i].Language}){scope}{alt}");
        }
    }

    // everything stands in one document
    private static void Enclose(string text, Dictionary<int, int> offsets, int tree, int document, string language, SortedDictionary<int, string> changed)
    {
        var roots = Body(text, offsets[tree]);
        if (Kids().Match(roots) is not { Success: true } kids)
        {
            return;
        }

        foreach (var (number, body) in changed.ToList())
        {
            changed[number] = body.Replace($"/P {tree} 0 R", $"/P {document} 0 R", StringComparison.Ordinal);
        }

        changed[document] = $"{Element}\n   /S /Document\n   /Lang ({language})\n   /P {tree} 0 R\n   /K [{kids.Groups["kids"].Value}]\n>>";
        changed[tree] = roots.Replace(kids.Value, $"/K [ {document} 0 R ]", StringComparison.Ordinal);
    }

    private static string Update(int from, SortedDictionary<int, string> changed, Match trailer, int size)
    {
        var (update, places) = (new StringBuilder("\n"), new Dictionary<int, int>());
        foreach (var (number, body) in changed)
        {
            places[number] = from + update.Length;
            update.Append(CultureInfo.InvariantCulture, $"{number} 0 obj\n{body}\nendobj\n");
        }

        var table = from + update.Length;
        update.Append("xref\n");
        foreach (var number in changed.Keys)
        {
            update.Append(CultureInfo.InvariantCulture, $"{number} 1\n{places[number]:D10} 00000 n \n");
        }

        return update.Append(CultureInfo.InvariantCulture, $"trailer\n<< /Size {size}\n   /Root {trailer.Groups["root"].Value} 0 R\n   /Info {trailer.Groups["info"].Value} 0 R\n   /Prev {trailer.Groups["table"].Value}\n>>\nstartxref\n{table}\n%%EOF\n").ToString();
    }

    /// <summary>Where each object begins; null when the file keeps them in another way.</summary>
    private static Dictionary<int, int>? Offsets(string text, int table)
    {
        if (Table().Match(text, table) is not { Success: true } found || found.Index != table)
        {
            return null;
        }

        var first = found.Index + found.Length;
        return Enumerable.Range(1, Number(found, "count") - 1)
            .ToDictionary(number => number, number => int.Parse(text.AsSpan(first + (number * 20), 10), CultureInfo.InvariantCulture));
    }

    private static string Body(string text, int offset)
    {
        var begins = text.IndexOf('\n', offset) + 1;
        return text[begins..text.IndexOf("endobj", begins, StringComparison.Ordinal)].Trim('\n', '\r', ' ');
    }

    private static int Number(Match match, string group) => int.Parse(match.Groups[group].Value, CultureInfo.InvariantCulture);

    [GeneratedRegex(@"trailer\s*<<\s*/Size (?<size>\d+)\s*/Root (?<root>\d+) 0 R\s*/Info (?<info>\d+) 0 R\s*>>\s*startxref\s*(?<table>\d+)", RegexOptions.None, Patience)]
    private static partial Regex Trailer();

    [GeneratedRegex(@"xref\s+0 (?<count>\d+)\s*\n", RegexOptions.None, Patience)]
    private static partial Regex Table();

    [GeneratedRegex(@"/StructTreeRoot (?<tree>\d+) 0 R", RegexOptions.None, Patience)]
    private static partial Regex Tree();

    [GeneratedRegex(@"/K \[(?<kids>[^\]]*)\]", RegexOptions.None, Patience)]
    private static partial Regex Kids();
}

/// <summary>What Cairo cannot say of a tag.</summary>
/// <param name="Alt">What a picture shows, for those who do not see it; null for text.</param>
internal sealed record PdfTag(string Language, string? Alt = null);
