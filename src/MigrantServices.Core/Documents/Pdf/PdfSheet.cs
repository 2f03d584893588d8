using System.Collections;
using System.Globalization;
using System.Runtime.InteropServices;

namespace MigrantServices.Core.Documents.Pdf;

/// <summary>A page on which everything has its place, in points from the upper left corner. What stands outside of all tags is for the eye alone.</summary>
internal sealed class PdfSheet(nint cairo, PdfPictures pictures)
{
    private const double Step = 0.25;
    private const double Tiny = 2;

    private readonly List<PdfTag> _tags = [];

    /// <summary>In the order in which they were opened.</summary>
    public IReadOnlyList<PdfTag> Tags => _tags;

    public void NextPage() => Native.cairo_show_page(cairo);

    /// <summary>Everything that the deed draws stands in this tag.</summary>
    public void In(string tag, PdfLanguage language, Action draw, string? alt = null)
    {
        Native.cairo_tag_begin(cairo, Native.Utf8(tag), 0);
        _tags.Add(new(language.Tag, alt));
        draw();
        Native.cairo_tag_end(cairo, Native.Utf8(tag));
    }

    public void Fill(PdfColour colour, double x, double y, double width, double height)
    {
        Use(colour);
        Native.cairo_rectangle(cairo, x, y, width, height);
        Native.cairo_fill(cairo);
    }

    /// <summary>A text in its place, smaller and then in more lines until it fits: nothing of it is ever cut off.</summary>
    /// <returns>How much of the height it takes.</returns>
    public double Text(string text, PdfLanguage language, PdfType type, double x, double y, double width, double most = double.MaxValue)
    {
        using var lines = Fitting(text, language, type, width, most);
        Use(type.Colour);
        if (type.StandsOnLine && lines.All.Count == 1)
        {
            // letters of scripts that reach higher must not push their neighbours down
            lines.All[0].Draw(cairo, x, y + type.Size - lines.All[0].Baseline);
            return type.Size * 1.3;
        }

        var at = y;
        foreach (var line in lines.All)
        {
            line.Draw(cairo, x, at);
            at += line.Height;
        }

        return at - y;
    }

    /// <summary>How much of the height a text will take.</summary>
    public static double Height(string text, PdfLanguage language, PdfType type, double width, double most = double.MaxValue)
    {
        using var lines = Fitting(text, language, type, width, most);
        return lines.Height;
    }

    /// <summary>A JPEG as it is; its bytes go into the file unread.</summary>
    public void Picture(byte[] jpeg, int pixelsWide, int pixelsHigh, double x, double y, double width, double height)
    {
        var picture = pictures.Surface(jpeg, pixelsWide, pixelsHigh);
        Native.cairo_save(cairo);
        Native.cairo_translate(cairo, x, y);
        Native.cairo_scale(cairo, width / pixelsWide, height / pixelsHigh);
        Native.cairo_set_source_surface(cairo, picture, 0, 0);
        Native.cairo_paint(cairo);
        Native.cairo_restore(cairo);
        Native.cairo_surface_destroy(picture);
    }

    /// <summary>Dark squares on white paper, as one shape without seams.</summary>
    public void Squares(List<BitArray> rows, double x, double y, double size)
    {
        var module = size / rows.Count;
        Use(PdfColour.Black);
        for (var row = 0; row < rows.Count; row++)
        {
            for (var from = 0; from < rows[row].Count; from++)
            {
                var to = from;
                while (to < rows[row].Count && rows[row][to])
                {
                    to++;
                }

                if (to > from)
                {
                    Native.cairo_rectangle(cairo, x + (from * module), y + (row * module), (to - from) * module, module);
                    from = to;
                }
            }
        }

        Native.cairo_fill(cairo);
    }

    private static PdfLines Fitting(string text, PdfLanguage language, PdfType type, double width, double most)
    {
        for (var lines = type.Lines; lines <= type.Lines + 1; lines++)
        {
            for (var size = type.Size; size >= type.Least; size -= Step)
            {
                if (Set(size, lines) is { } fits)
                {
                    return fits;
                }
            }
        }

        for (var size = type.Least - Step; size > Tiny; size -= Step)
        {
            if (Set(size, int.MaxValue) is { } fits)
            {
                return fits;
            }
        }

        return new(text, type.At(Tiny), language, width, Tiny * type.Leading, type.Side);

        PdfLines? Set(double size, int mostLines)
        {
            var lines = new PdfLines(text, type.At(size), language, width, size * type.Leading, type.Side);
            if (lines.All.Count <= mostLines && lines.Height - (size * type.Leading) <= most)
            {
                return lines;
            }

            lines.Dispose();
            return null;
        }
    }

    private void Use(PdfColour colour) => Native.cairo_set_source_rgb(cairo, colour.Red / 255d, colour.Green / 255d, colour.Blue / 255d);
}

[StructLayout(LayoutKind.Auto)]
internal readonly record struct PdfColour(byte Red, byte Green, byte Blue)
{
    public static readonly PdfColour Black = new(0, 0, 0);
    public static readonly PdfColour White = new(255, 255, 255);
}

/// <summary>How a text is set.</summary>
/// <param name="Size">In points, where there is room.</param>
/// <param name="Least">Down to which it is made smaller so that it stands in few lines; then it takes one more line, then it becomes smaller still.</param>
/// <param name="Lines">In how many lines it should stand at most.</param>
/// <param name="StandsOnLine">A single line has its baseline where Latin letters of this size have it, whatever its script.</param>
internal sealed record PdfType(string Families, double Size, double Least, int Lines, PdfColour Colour, bool IsBold = false, PdfSide? Side = null, double Leading = 0.15, bool StandsOnLine = false)
{
    public string At(double size) => string.Create(CultureInfo.InvariantCulture, $"{Families}{(IsBold ? " bold" : "")} {size:0.##}");
}
