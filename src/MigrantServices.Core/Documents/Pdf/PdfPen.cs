using System.Globalization;

namespace MigrantServices.Core.Documents.Pdf;

/// <summary>Sets one piece after the other from the top of the page to its foot, and goes on overleaf.</summary>
internal sealed class PdfPen(nint cairo, double width, double height, int? pages)
{
    private const double Margin = 56;
    private const double Foot = 36;
    private const double NamesShare = 0.3;
    private const double Gap = 10;

    private readonly List<PdfTag> _tags = [];
    private double _y = Margin;

    /// <summary>In the order in which they were opened.</summary>
    public IReadOnlyList<PdfTag> Tags => _tags;

    public int Pages { get; private set; } = 1;

    private double Inside => width - (2 * Margin);

    public void Set(PdfPiece piece)
    {
        switch (piece)
        {
            case PdfBreak:
                NextPage();
                break;
            case PdfText text:
                Set(text);
                break;
            case PdfFacts facts:
                Set(facts);
                break;
        }
    }

    public void End() => Number();

    private void Set(PdfText text)
    {
        using var lines = new PdfLines(text.Text, PdfFont.Of(text.Tag), text.Language, Inside);
        _y += text.Tag is "P" || _y == Margin ? 0 : Gap;
        // a heading never stays behind alone at the foot of a page
        if (text.Tag != "P" && _y + lines.Height + (4 * Gap) > height - Margin)
        {
            NextPage();
        }

        Open(text.Tag, text.Language);
        foreach (var line in lines.All)
        {
            if (_y + line.Height > height - Margin)
            {
                Native.cairo_tag_end(cairo, Native.Utf8(text.Tag));
                NextPage();
                Open(text.Tag, text.Language);
            }

            line.Draw(cairo, Margin, _y);
            _y += line.Height;
        }

        Native.cairo_tag_end(cairo, Native.Utf8(text.Tag));
        _y += Gap;
    }

    private void Set(PdfFacts facts)
    {
        var (names, values) = (Inside * NamesShare, Inside * (1 - NamesShare));
        var (atNames, atValues) = facts.Language.IsRightToLeft ? (Margin + values + Gap, Margin) : (Margin, Margin + names);
        Open("Table", facts.Language);
        foreach (var (name, value) in facts.Rows)
        {
            using var left = new PdfLines(name, PdfFont.Of("TH"), facts.Language, names - Gap);
            using var right = new PdfLines(value, PdfFont.Of("TD"), facts.Language, values - Gap);
            var tall = Math.Max(left.Height, right.Height);
            if (_y + tall > height - Margin && _y > Margin)
            {
                Native.cairo_tag_end(cairo, Native.Utf8("Table"));
                NextPage();
                Open("Table", facts.Language);
            }

            Open("TR", facts.Language);
            Cell("TH", left, atNames, facts.Language);
            Cell("TD", right, atValues, facts.Language);
            Native.cairo_tag_end(cairo, Native.Utf8("TR"));
            _y += tall + (Gap / 3);
        }

        Native.cairo_tag_end(cairo, Native.Utf8("Table"));
        _y += Gap;
    }

    private void Cell(string tag, PdfLines lines, double x, PdfLanguage language)
    {
        Open(tag, language);
        var y = _y;
        foreach (var line in lines.All)
        {
            line.Draw(cairo, x, y);
            y += line.Height;
        }

        Native.cairo_tag_end(cairo, Native.Utf8(tag));
    }

    private void Open(string tag, PdfLanguage language)
    {
        Native.cairo_tag_begin(cairo, Native.Utf8(tag), 0);
        _tags.Add(new(language.Tag));
    }

    private void NextPage()
    {
        Number();
        Native.cairo_show_page(cairo);
        (_y, Pages) = (Margin, Pages + 1);
    }

    // outside of all tags: nobody wants it read aloud in the middle of a sentence
    private void Number()
    {
        using var number = new PdfLines(
            string.Create(CultureInfo.InvariantCulture, $"{Pages} / {pages ?? Pages}"), PdfFont.Small, new("en"), Inside);
        number.All[0].Draw(cairo, width - Margin - number.All[0].Wide, height - Foot);
    }
}
