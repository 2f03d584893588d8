using MigrantServices.Core.Documents.Pdf;
using QRCoder;
using static MigrantServices.Core.ChildConfirmations.Papers.PaperLook;

namespace MigrantServices.Core.ChildConfirmations.Papers;

/// <summary>The card: who it is on one side; on the other how to check it, what it does not say, and where a found one goes.</summary>
internal sealed class CardSheet(PdfSheet sheet, PaperContent content, QRCodeData code)
{
    public const double Width = 85.6 * Mm;
    public const double Height = 53.98 * Mm;

    private const double Edge = 5 * Mm;
    private const double PhotoWidth = 24 * Mm;
    private const double PhotoHeight = PhotoWidth * 45 / 35;
    private const double PhotoTop = 13.6 * Mm;
    private const double Column = Edge + PhotoWidth + (4 * Mm);
    private const double ColumnWidth = Width - Column - Edge;

    private static readonly PdfType Label = new(Sans, 5, 4, 1, Quiet, StandsOnLine: true);

    private readonly PaperWords _ko = content.InKorean;

    private PaperWords? Theirs => content.InTheirLanguage;

    public void Draw()
    {
        Front();
        sheet.NextPage();
        Back();
    }

    private void Front()
    {
        sheet.Fill(Accent, 0, 0, Width, 1.6 * Mm);
        sheet.In("H1", _ko.Language, () => sheet.Text(_ko.Card, _ko.Language, new(Sans, 13, 8, 1, Accent, IsBold: true), Edge, 3.6 * Mm, 40 * Mm));
        if (Theirs is { } theirs)
        {
            sheet.In("P", theirs.Language, () => sheet.Text(theirs.Card, theirs.Language, new(Sans, 6.5, 5, 1, Quiet, Side: PdfSide.Left, StandsOnLine: true), Edge, 9.4 * Mm, 52 * Mm));
        }

        sheet.In("P", _ko.Language, () => sheet.Text(_ko.Province, _ko.Language, new(Sans, 8.5, 6, 1, Ink, IsBold: true, Side: PdfSide.Right), Width - Edge - (28 * Mm), 4.3 * Mm, 28 * Mm));
        sheet.In(
            "Figure",
            _ko.Language,
            () => sheet.Picture(content.Photo, Photograph.Width, Photograph.Height, Edge, PhotoTop, PhotoWidth, PhotoHeight),
            _ko.PhotoAlt);
        Names();
        Facts();
        Foot();
    }

    // the largest name is the one in the family's own script
    private void Names()
    {
        var (y, most) = (PhotoTop - 0.6, 18.2 * Mm);
        sheet.In("P", _ko.Language, () => y += Small(words => words.Name, y));
        var names = content.Names.All;
        var room = most - (y - PhotoTop);
        for (var i = 0; i < names.Count; i++)
        {
            var (name, language) = names[i];
            var type = i == 0 ? new PdfType(Sans, 13, 8, 1, Ink, IsBold(name), PdfSide.Left, Leading: 0.02) : new PdfType(Sans, 8, 6, 1, Ink, Side: PdfSide.Left, Leading: 0.02);
            var share = i == 0 ? room - (10.5 * (names.Count - 1)) : (room - (y - PhotoTop)) / (names.Count - i);
            sheet.In("P", language, () => y += sheet.Text(name, language, type, Column, y, ColumnWidth, Math.Max(share, 6)) + 0.6);
        }
    }

    private void Facts()
    {
        const double Top = 33 * Mm;
        sheet.Fill(Hair, Column, Top - (1 * Mm), ColumnWidth, 0.35);
        Fact(words => words.BornOn, Day(content.BornOn, content.BornPrecision), Column, Top, ColumnWidth * 0.56);
        if (_ko.SexIs is not null)
        {
            Fact(words => words.Sex, null, Column + (ColumnWidth * 0.6), Top, ColumnWidth * 0.4);
        }

        Fact(words => words.CardSerial, content.CardSerial, Column, Top + (6.6 * Mm), ColumnWidth * 0.56);
        Fact(words => words.IssuedOn, Day(content.IssuedOn), Column + (ColumnWidth * 0.6), Top + (6.6 * Mm), ColumnWidth * 0.4);
    }

    private void Foot()
    {
        sheet.Fill(Hair, Edge, 46.6 * Mm, Width - (2 * Edge), 0.35);
        var governor = Both(content, words => words.Governor);
        sheet.In("P", _ko.Language, () => Pair(sheet, content, words => words.Governor, new(Sans, 6.5, 4.5, 1, Accent, IsBold(governor), StandsOnLine: true), Edge, 47.7 * Mm, 44 * Mm));
        sheet.In("P", _ko.Language, () => Pair(sheet, content, words => words.Municipality, new(Sans, 6, 4.5, 1, Quiet, Side: PdfSide.Right, StandsOnLine: true), Width - Edge - (24 * Mm), 47.9 * Mm, 24 * Mm));
    }

    private void Back()
    {
        sheet.Fill(Accent, 0, Height - (1.6 * Mm), Width, 1.6 * Mm);
        var size = Math.Max(31 * Mm, code.ModuleMatrix.Count * LeastModule);
        // its white border is part of the code, so it may stand nearer to the edge
        var (left, top) = (2.6 * Mm, 3.4 * Mm);
        sheet.In("Figure", _ko.Language, () => sheet.Squares(code.ModuleMatrix, left, top, size), Both(content, words => words.CodeAlt));
        var (x, y) = (left + size + (1.6 * Mm), 5 * Mm);
        var width = Width - x - Edge;
        var each = Theirs is null ? 22 * Mm : 11.5 * Mm;
        foreach (var words in Languages())
        {
            sheet.In("P", words.Language, () => y += sheet.Text(words.NoStatus, words.Language, new(Sans, 7, 4.5, 99, Ink, Leading: 0.12), x, y, width, each) + (1.6 * Mm));
        }

        const double Line = 38 * Mm;
        sheet.Fill(Hair, Edge, Line, Width - (2 * Edge), 0.35);
        y = Line + (1.6 * Mm);
        var half = (Width - (2 * Edge) - (4 * Mm)) / 2;
        Note(words => words.Check, CheckAddress(content.CheckUrl), Edge, y, half);
        Note(words => words.Found, content.Phone, Edge + half + (4 * Mm), y, half);
    }

    private void Note(Func<PaperWords, string> which, string value, double x, double y, double width)
    {
        var at = y;
        foreach (var words in Languages())
        {
            sheet.In("P", words.Language, () => at += sheet.Text(which(words), words.Language, new(Sans, 5.4, 4, 1, Quiet, Leading: 0.1, StandsOnLine: true), x, at, width, 4.6 * Mm) + 1);
        }

        sheet.In("P", Neutral, () => sheet.Text(value, Neutral, new(Sans, 7.5, 5, 1, Ink, IsBold: true, StandsOnLine: true), x, y + (6.4 * Mm), width));
    }

    private IEnumerable<PaperWords> Languages() => Theirs is { } theirs ? [_ko, theirs] : [_ko];

    /// <param name="fact">Null writes the sex.</param>
    private void Fact(Func<PaperWords, string> what, string? fact, double x, double y, double width)
    {
        sheet.In("P", _ko.Language, () => Pair(sheet, content, what, Label, x, y, width));
        var value = fact ?? Both(content, words => words.SexIs ?? "");
        var type = new PdfType(Sans, 9, 6, 1, Ink, IsBold(value), StandsOnLine: true);
        sheet.In("P", fact is null ? _ko.Language : Neutral, () =>
            _ = fact is null ? Pair(sheet, content, words => words.SexIs ?? "", type, x, y + (2.4 * Mm), width) : sheet.Text(fact, Neutral, type, x, y + (2.4 * Mm), width));
    }

    private double Small(Func<PaperWords, string> what, double y) => Pair(sheet, content, what, Label, Column, y, ColumnWidth) + 0.4;
}
