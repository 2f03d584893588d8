namespace MigrantServices.Core.Documents.Pdf;

/// <summary>The language of a piece of text, and where its lines begin.</summary>
/// <param name="Tag">Such as "ko" or "ar".</param>
public sealed record PdfLanguage(string Tag, bool IsRightToLeft = false);

/// <summary>A paper with headings, paragraphs and tables of facts in any script, tagged so that it can be read aloud in its order.</summary>
/// <param name="language">The language of the whole; pieces may be in others.</param>
public sealed class PdfDocument(string title, PdfLanguage language, DateTimeOffset madeAt)
{
    private readonly List<PdfPiece> _pieces = [];

    public string Title => title;

    public PdfLanguage Language => language;

    /// <summary>When what it says was written; it stands in the file instead of the moment of drawing, so that the same letter gives the same file.</summary>
    public DateTimeOffset MadeAt => madeAt;

    internal IReadOnlyList<PdfPiece> Pieces => _pieces;

    /// <param name="level">1 for the title of the paper, 2 and 3 below it.</param>
    public void Heading(int level, string text, PdfLanguage? of = null) => _pieces.Add(new PdfText("H" + Math.Clamp(level, 1, 3), text, of ?? language));

    public void Paragraph(string text, PdfLanguage? of = null) => _pieces.Add(new PdfText("P", text, of ?? language));

    /// <summary>A table of two columns: what it is, and the value.</summary>
    public void Facts(IEnumerable<(string Name, string Value)> rows, PdfLanguage? of = null) => _pieces.Add(new PdfFacts([.. rows], of ?? language));

    public void NewPage() => _pieces.Add(new PdfBreak());

    /// <exception cref="InvalidOperationException">The libraries are missing (see <see cref="PdfLibrary.IsHere"/>), or they refused.</exception>
    public byte[] ToBytes() => PdfPress.Print(this);
}

internal abstract record PdfPiece;

internal sealed record PdfBreak : PdfPiece;

/// <param name="Tag">H1, H2, H3 or P.</param>
internal sealed record PdfText(string Tag, string Text, PdfLanguage Language) : PdfPiece;

internal sealed record PdfFacts(IReadOnlyList<(string Name, string Value)> Rows, PdfLanguage Language) : PdfPiece;
