namespace MigrantServices.Core.Cases;

/// <summary>What a piece of a letter is.</summary>
public enum LetterPart
{
    Title,

    /// <summary>What it is about: an office, a number, a day.</summary>
    Facts,

    Heading,
    Paragraph,
}

/// <summary>A piece of a letter in the order in which it is read.</summary>
/// <param name="Facts">Names and values; empty for everything but facts.</param>
public sealed record LetterPiece(LetterPart Part, string Text, IReadOnlyList<(string Name, string Value)> Facts);

/// <summary>A letter is kept as plain words, so that it reads the same in fifty years; its headings and facts are known by how they are written.</summary>
public static class LetterText
{
    /// <summary>What a heading begins with, as on the office's papers.</summary>
    public const string HeadingMark = "■ ";

    private static readonly string[] Colons = [": ", "："];

    /// <summary>The title first, then the facts where the letter has some, then headings and paragraphs.</summary>
    public static IReadOnlyList<LetterPiece> Pieces(string text)
    {
        var blocks = text.ReplaceLineEndings("\n").Split("\n\n", StringSplitOptions.RemoveEmptyEntries | StringSplitOptions.TrimEntries);
        return [.. blocks.Select((block, at) => at switch
        {
            0 => new LetterPiece(LetterPart.Title, block, []),
            1 when FactsOf(block) is { Count: > 1 } facts => new(LetterPart.Facts, block, facts),
            _ when block.StartsWith(HeadingMark, StringComparison.Ordinal) && !block.Contains('\n', StringComparison.Ordinal) =>
                new(LetterPart.Heading, block[HeadingMark.Length..], []),
            _ => new(LetterPart.Paragraph, block, []),
        })];
    }

    public static string TitleOf(string text) => text.Split('\n', 2)[0].Trim();

    // empty unless each line names something
    private static List<(string Name, string Value)> FactsOf(string block)
    {
        var lines = block.Split('\n');
        var facts = lines.Select(FactOf).OfType<(string Name, string Value)>().ToList();
        return facts.Count == lines.Length ? facts : [];
    }

    private static (string Name, string Value)? FactOf(string line)
    {
        var colon = Colons.FirstOrDefault(mark => line.IndexOf(mark, StringComparison.Ordinal) > 0);
        return colon is null ? null : line.Split(colon, 2) is [var name, var value] ? (name.Trim(), value.Trim()) : null;
    }
}
