namespace MigrantServices.Core.Documents.Pdf;

/// <summary>A text broken into lines of one width.</summary>
internal sealed class PdfLines : IDisposable
{
    private const int WholeWordsIfPossible = 2;
    private const int LeftToRight = 0;
    private const int RightToLeft = 1;
    private const int AtTheLeft = 0;
    private const int InTheMiddle = 1;
    private const int AtTheRight = 2;
    private const double UsualLeading = 3;

    private static readonly Lazy<nint> Fonts = new(() =>
    {
        // the portal brings its Korean and Latin letters along, so that a paper looks alike on every machine; other scripts are the machine's
        _ = Native.FcConfigAppFontAddDir(0, Native.Utf8(Path.Combine(AppContext.BaseDirectory, "fonts")));
        var map = Native.pango_cairo_font_map_new();
        Native.pango_cairo_font_map_set_resolution(map, 72);
        return map;
    });

    // letters stand where the font wants them, not where the dots of a screen are
    private static readonly Lazy<nint> OnPaper = new(() =>
    {
        const int None = 1;
        const int Off = 1;
        var options = Native.cairo_font_options_create();
        Native.cairo_font_options_set_hint_style(options, None);
        Native.cairo_font_options_set_hint_metrics(options, Off);
        return options;
    });

    private readonly nint _context;
    private readonly nint _layout;
    private readonly double _leading;

    /// <param name="side">Null begins where lines of the language begin.</param>
    public PdfLines(string text, string font, PdfLanguage language, double width, double leading = UsualLeading, PdfSide? side = null)
    {
        _leading = leading;
        _context = Native.pango_font_map_create_context(Fonts.Value);
        Native.pango_cairo_context_set_font_options(_context, OnPaper.Value);
        Native.pango_context_set_round_glyph_positions(_context, 0);
        Native.pango_context_set_language(_context, Native.pango_language_from_string(Native.Utf8(language.Tag)));
        Native.pango_context_set_base_dir(_context, language.IsRightToLeft ? RightToLeft : LeftToRight);
        _layout = Native.pango_layout_new(_context);
        var description = Native.pango_font_description_from_string(Native.Utf8(font));
        Native.pango_layout_set_font_description(_layout, description);
        Native.pango_font_description_free(description);
        Native.pango_layout_set_auto_dir(_layout, 0);
        Native.pango_layout_set_alignment(_layout, side switch
        {
            PdfSide.Left => AtTheLeft,
            PdfSide.Middle => InTheMiddle,
            PdfSide.Right => AtTheRight,
            _ => language.IsRightToLeft ? AtTheRight : AtTheLeft,
        });
        Native.pango_layout_set_wrap(_layout, WholeWordsIfPossible);
        Native.pango_layout_set_width(_layout, (int)(width * Native.Scale));
        Native.pango_layout_set_text(_layout, Native.Utf8(text), -1);
        All = Read();
    }

    public IReadOnlyList<Line> All { get; }

    public double Height => All.Sum(line => line.Height);

    public void Dispose()
    {
        Native.g_object_unref(_layout);
        Native.g_object_unref(_context);
    }

    private List<Line> Read()
    {
        var lines = new List<Line>();
        var at = Native.pango_layout_get_iter(_layout);
        do
        {
            Native.pango_layout_iter_get_line_extents(at, 0, out var place);
            lines.Add(new(
                Native.pango_layout_iter_get_line_readonly(at),
                place.X / Native.Scale,
                (Native.pango_layout_iter_get_baseline(at) - place.Y) / Native.Scale,
                place.Width / Native.Scale,
                (place.Height / Native.Scale) + _leading));
        }
        while (Native.pango_layout_iter_next_line(at) != 0);
        Native.pango_layout_iter_free(at);
        return lines;
    }

    /// <param name="Handle">Lives as long as the layout it is part of.</param>
    public sealed record Line(nint Handle, double X, double Baseline, double Wide, double Height)
    {
        public void Draw(nint cairo, double x, double y)
        {
            Native.cairo_move_to(cairo, x + X, y + Baseline);
            Native.pango_cairo_show_layout_line(cairo, Handle);
        }
    }
}

/// <summary>Where a line stands in its place.</summary>
internal enum PdfSide
{
    Left,
    Middle,
    Right,
}
