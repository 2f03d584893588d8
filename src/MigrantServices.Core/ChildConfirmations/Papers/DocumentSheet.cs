using MigrantServices.Core.Documents.Pdf;
using QRCoder;
using static MigrantServices.Core.ChildConfirmations.Papers.PaperLook;

namespace MigrantServices.Core.ChildConfirmations.Papers;

/// <summary>The document: a page that a family keeps, and that a clinic or a nursery reads at a glance.</summary>
internal sealed class DocumentSheet(PdfSheet sheet, PaperContent content, QRCodeData code)
{
    public const double Width = 595.28;
    public const double Height = 841.89;

    private const double Edge = 25 * Mm;
    private const double Inside = Width - (2 * Edge);
    private const double PhotoWidth = 35 * Mm;
    private const double PhotoHeight = 45 * Mm;
    private const double FactsTop = 78 * Mm;
    private const double Left = Inside - PhotoWidth - (10 * Mm);

    private readonly PaperWords _ko = content.InKorean;

    private PaperWords? Theirs => content.InTheirLanguage;

    public void Draw()
    {
        Head();
        sheet.In(
            "Figure",
            _ko.Language,
            () => sheet.Picture(content.Photo, Photograph.Width, Photograph.Height, Width - Edge - PhotoWidth, FactsTop, PhotoWidth, PhotoHeight),
            _ko.PhotoAlt);
        var y = Names();
        y = Facts(Math.Max(y, FactsTop + (24 * Mm)));
        Words(Math.Max(y, FactsTop + PhotoHeight) + (6 * Mm));
        Signed();
        Check();
    }

    private void Head()
    {
        sheet.Fill(Accent, 0, 0, Width, 3 * Mm);
        sheet.In("P", _ko.Language, () => Pair(sheet, content, words => words.Province, new(Sans, 10.5, 8, 1, Ink, IsBold(Both(content, words => words.Province)), StandsOnLine: true), Edge, 20 * Mm, 50 * Mm));
        sheet.In("P", Neutral, () => sheet.Text(content.DocumentSerial, Neutral, new(Sans, 10, 8, 1, Quiet, Side: PdfSide.Right), Edge + (Inside / 2), 20 * Mm, Inside / 2));
        sheet.In("H1", _ko.Language, () => sheet.Text(_ko.Document, _ko.Language, new(Sans, 32, 20, 1, Accent, IsBold: true, Side: PdfSide.Middle), Edge, 36 * Mm, Inside));
        if (Theirs is { } theirs)
        {
            sheet.In("H2", theirs.Language, () => sheet.Text(theirs.Document, theirs.Language, new(Sans, 13, 9, 1, Quiet, Side: PdfSide.Middle, StandsOnLine: true), Edge, 54 * Mm, Inside));
        }

        sheet.Fill(Accent, (Width / 2) - (9 * Mm), 66 * Mm, 18 * Mm, 1);
    }

    private double Names()
    {
        var y = FactsTop;
        sheet.In("P", _ko.Language, () => y += Label(words => words.Name, Edge, y, Left) + 2);
        var isFirst = true;
        foreach (var (name, language) in content.Names.All)
        {
            var type = isFirst ? new PdfType(Sans, 24, 15, 1, Ink, IsBold(name), PdfSide.Left, Leading: 0.06) : new PdfType(Sans, 13, 10, 1, Ink, Side: PdfSide.Left, Leading: 0.1);
            // at most so much that everything below it keeps its place
            var most = (isFirst ? 16 : 8) * Mm;
            sheet.In("P", language, () => y += sheet.Text(name, language, type, Edge, y, Left, most) + 2);
            isFirst = false;
        }

        return y + (4 * Mm);
    }

    private double Facts(double y)
    {
        const double Half = (Left - (6 * Mm)) / 2;
        const double Second = Edge + Half + (6 * Mm);
        sheet.Fill(Hair, Edge, y, Left, 0.5);
        y += 3 * Mm;
        Fact(words => words.BornOn, Day(content.BornOn, content.BornPrecision), Edge, y, Half);
        if (_ko.SexIs is not null)
        {
            Fact(words => words.Sex, null, Second, y, Half);
        }

        y += 12.5 * Mm;
        Fact(words => words.DocumentSerial, content.DocumentSerial, Edge, y, Half);
        Fact(words => words.CardSerial, content.CardSerial, Second, y, Half);
        return y + (11 * Mm);
    }

    private void Words(double y)
    {
        sheet.Fill(Hair, Edge, y, Inside, 0.5);
        y += 5 * Mm;
        foreach (var words in Languages())
        {
            var type = words == _ko ? new PdfType(Sans, 11.5, 8, 99, Ink, Leading: 0.35) : new PdfType(Sans, 10, 7, 99, Ink, Leading: 0.3);
            sheet.In("P", words.Language, () => y += sheet.Text(words.Confirms, words.Language, type, Edge, y, Inside, 22 * Mm) + (2.5 * Mm));
        }

        const double Between = 2 * Mm;
        const double Room = 10 * Mm;
        var (top, texts) = (y + (2 * Mm), Languages().ToList());
        var box = texts.Sum(words => PdfSheet.Height(words.NoStatus, words.Language, Stressed(words), Inside - Room, Room) + Between) + (6 * Mm);
        sheet.Fill(Tint, Edge, top, Inside, box);
        sheet.Fill(Accent, texts[^1].Language.IsRightToLeft ? Width - Edge - 2 : Edge, top, 2, box);
        y = top + (4 * Mm);
        foreach (var words in texts)
        {
            sheet.In("P", words.Language, () => y += sheet.Text(words.NoStatus, words.Language, Stressed(words), Edge + (Room / 2), y, Inside - Room, Room) + Between);
        }
    }

    private PdfType Stressed(PaperWords words) => new(Sans, words == _ko ? 10 : 9.5, 6.5, 99, Ink, IsBold: words == _ko, Leading: 0.25);

    private void Signed()
    {
        const double Top = 230 * Mm;
        if (content.Template >= Papers.WithLabelledDate)
        {
            const double Wide = 60 * Mm;
            sheet.In("P", _ko.Language, () => Pair(sheet, content, words => words.IssuedOn, new(Sans, 8.5, 6.5, 1, Quiet, Side: PdfSide.Middle, StandsOnLine: true), (Width - Wide) / 2, Top - (17.5 * Mm), Wide));
        }

        sheet.In("P", Neutral, () => sheet.Text(Day(content.IssuedOn), Neutral, new(Sans, 11, 9, 1, Ink, Side: PdfSide.Middle), Edge, Top - (13 * Mm), Inside));
        sheet.In("P", _ko.Language, () => sheet.Text(_ko.Governor, _ko.Language, new(Sans, 22, 15, 1, Ink, IsBold: true, Side: PdfSide.Middle), Edge, Top - (6 * Mm), Inside));
        if (Theirs is { } theirs)
        {
            sheet.In("P", theirs.Language, () => sheet.Text(theirs.Governor, theirs.Language, new(Sans, 10, 8, 1, Quiet, Side: PdfSide.Middle, StandsOnLine: true), Edge, Top + (5.2 * Mm), Inside));
        }
    }

    private void Check()
    {
        var size = Math.Max(30 * Mm, code.ModuleMatrix.Count * LeastModule);
        var top = Height - (17 * Mm) - size;
        sheet.Fill(Hair, Edge, top - (3 * Mm), Inside, 0.5);
        // the white border of the code makes it look set in; it is set out by as much
        var border = size * 4 / code.ModuleMatrix.Count;
        sheet.In("Figure", _ko.Language, () => sheet.Squares(code.ModuleMatrix, Edge - border, top, size), Both(content, words => words.CodeAlt));
        var (x, y) = (Edge + size, top + border);
        var width = Width - Edge - x;
        foreach (var words in Languages())
        {
            sheet.In("P", words.Language, () => y += sheet.Text(words.Check, words.Language, new(Sans, 9, 6.5, 2, Quiet, Side: PdfSide.Left, StandsOnLine: true), x, y, width, 9 * Mm) + 2);
        }

        sheet.In("P", Neutral, () => y += sheet.Text(CheckAddress(content.CheckUrl), Neutral, new(Sans, 10, 8, 1, Ink, IsBold: true, Side: PdfSide.Left), x, y, width) + 3);
        // each language for itself: mixed in one line, numbers would change places where one of them runs from right to left
        foreach (var words in Languages())
        {
            var office = words == _ko ? $"{words.IssuedBy}: {words.Municipality} {content.Phone}" : $"{words.IssuedBy}: {words.Municipality}";
            sheet.In("P", words.Language, () => y += sheet.Text(office, words.Language, new(Sans, 9, 7, 1, Quiet, Side: PdfSide.Left, StandsOnLine: true), x, y, width) + 1);
        }
    }

    private IEnumerable<PaperWords> Languages() => Theirs is { } theirs ? [_ko, theirs] : [_ko];

    private double Label(Func<PaperWords, string> what, double x, double y, double width) =>
        Pair(sheet, content, what, new(Sans, 8.5, 6.5, 1, Quiet, StandsOnLine: true), x, y, width);

    /// <param name="fact">Null writes the sex.</param>
    private void Fact(Func<PaperWords, string> what, string? fact, double x, double y, double width)
    {
        sheet.In("P", _ko.Language, () => Label(what, x, y, width));
        var value = fact ?? Both(content, words => words.SexIs ?? "");
        var type = new PdfType(Sans, 13, 9, 1, Ink, IsBold(value), StandsOnLine: true);
        sheet.In("P", fact is null ? _ko.Language : Neutral, () =>
            _ = fact is null ? Pair(sheet, content, words => words.SexIs ?? "", type, x, y + (4.6 * Mm), width) : sheet.Text(fact, Neutral, type, x, y + (4.6 * Mm), width));
    }
}
