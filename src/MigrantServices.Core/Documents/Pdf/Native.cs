using System.Runtime.InteropServices;
using System.Text;

namespace MigrantServices.Core.Documents.Pdf;

/// <summary>What is called in Pango and Cairo, by their own names.</summary>
internal static class Native
{
    public const string CairoFile = "libcairo.so.2";
    public const string PangoFile = "libpango-1.0.so.0";
    public const string PangoCairoFile = "libpangocairo-1.0.so.0";
    public const string ObjectsFile = "libgobject-2.0.so.0";
    public const string FontsFile = "libfontconfig.so.1";

    /// <summary>Pango counts in 1024ths of a point.</summary>
    public const double Scale = 1024;

    /// <summary>A text as these libraries read it: they refuse a whole paper for one sign that is no letter of any script.</summary>
    public static byte[] Utf8(string text) =>
        Encoding.UTF8.GetBytes(string.Concat(text.EnumerateRunes().Where(IsWritten).Select(rune => rune.ToString())) + '\0');

    private static bool IsWritten(Rune rune) =>
        rune.Value is '\n' or '\t' || (!Rune.IsControl(rune) && (rune.Value & 0xFFFE) != 0xFFFE && rune.Value is < 0xFDD0 or > 0xFDEF);

    [UnmanagedFunctionPointer(CallingConvention.Cdecl)]
    public delegate int Write(nint closure, nint data, uint length);

    [DllImport(CairoFile)]
    public static extern nint cairo_pdf_surface_create_for_stream(Write write, nint closure, double width, double height);

    [DllImport(CairoFile)]
    public static extern void cairo_pdf_surface_restrict_to_version(nint surface, int version);

    [DllImport(CairoFile)]
    public static extern void cairo_pdf_surface_set_metadata(nint surface, int kind, byte[] text);

    [DllImport(CairoFile)]
    public static extern nint cairo_create(nint surface);

    [DllImport(CairoFile)]
    public static extern int cairo_status(nint cairo);

    [DllImport(CairoFile)]
    public static extern int cairo_surface_status(nint surface);

    [DllImport(CairoFile)]
    public static extern void cairo_destroy(nint cairo);

    [DllImport(CairoFile)]
    public static extern void cairo_surface_finish(nint surface);

    [DllImport(CairoFile)]
    public static extern void cairo_surface_destroy(nint surface);

    [DllImport(CairoFile)]
    public static extern void cairo_show_page(nint cairo);

    [DllImport(CairoFile)]
    public static extern void cairo_move_to(nint cairo, double x, double y);

    [DllImport(CairoFile)]
    public static extern void cairo_rectangle(nint cairo, double x, double y, double width, double height);

    [DllImport(CairoFile)]
    public static extern void cairo_fill(nint cairo);

    [DllImport(CairoFile)]
    public static extern void cairo_set_source_rgb(nint cairo, double red, double green, double blue);

    [DllImport(CairoFile)]
    public static extern void cairo_save(nint cairo);

    [DllImport(CairoFile)]
    public static extern void cairo_restore(nint cairo);

    [DllImport(CairoFile)]
    public static extern void cairo_translate(nint cairo, double x, double y);

    [DllImport(CairoFile)]
    public static extern void cairo_scale(nint cairo, double x, double y);

    [DllImport(CairoFile)]
    public static extern nint cairo_image_surface_create(int format, int width, int height);

    [DllImport(CairoFile)]
    public static extern int cairo_surface_set_mime_data(nint surface, byte[] kind, nint data, nuint length, nint destroy, nint closure);

    [DllImport(CairoFile)]
    public static extern void cairo_set_source_surface(nint cairo, nint surface, double x, double y);

    [DllImport(CairoFile)]
    public static extern void cairo_paint(nint cairo);

    [DllImport(CairoFile)]
    public static extern void cairo_tag_begin(nint cairo, byte[] name, nint attributes);

    [DllImport(CairoFile)]
    public static extern void cairo_tag_end(nint cairo, byte[] name);

    [DllImport(FontsFile)]
    public static extern int FcConfigAppFontAddDir(nint config, byte[] folder);

    [DllImport(PangoCairoFile)]
    public static extern nint pango_cairo_font_map_new();

    [DllImport(PangoCairoFile)]
    public static extern void pango_cairo_font_map_set_resolution(nint map, double dotsPerInch);

    [DllImport(PangoCairoFile)]
    public static extern void pango_cairo_show_layout_line(nint cairo, nint line);

    [DllImport(PangoFile)]
    public static extern nint pango_font_map_create_context(nint map);

    [DllImport(PangoFile)]
    public static extern void pango_context_set_base_dir(nint context, int direction);

    [DllImport(PangoFile)]
    public static extern void pango_context_set_round_glyph_positions(nint context, int rounds);

    [DllImport(CairoFile)]
    public static extern nint cairo_font_options_create();

    [DllImport(CairoFile)]
    public static extern void cairo_font_options_set_hint_style(nint options, int style);

    [DllImport(CairoFile)]
    public static extern void cairo_font_options_set_hint_metrics(nint options, int metrics);

    [DllImport(PangoCairoFile)]
    public static extern void pango_cairo_context_set_font_options(nint context, nint options);

    [DllImport(PangoFile)]
    public static extern void pango_context_set_language(nint context, nint language);

    [DllImport(PangoFile)]
    public static extern nint pango_language_from_string(byte[] tag);

    [DllImport(PangoFile)]
    public static extern nint pango_font_description_from_string(byte[] text);

    [DllImport(PangoFile)]
    public static extern void pango_font_description_free(nint font);

    [DllImport(PangoFile)]
    public static extern nint pango_layout_new(nint context);

    [DllImport(PangoFile)]
    public static extern void pango_layout_set_text(nint layout, byte[] text, int bytes);

    [DllImport(PangoFile)]
    public static extern void pango_layout_set_font_description(nint layout, nint font);

    [DllImport(PangoFile)]
    public static extern void pango_layout_set_width(nint layout, int width);

    [DllImport(PangoFile)]
    public static extern void pango_layout_set_wrap(nint layout, int wrap);

    [DllImport(PangoFile)]
    public static extern void pango_layout_set_alignment(nint layout, int side);

    [DllImport(PangoFile)]
    public static extern void pango_layout_set_auto_dir(nint layout, int automatic);

    [DllImport(PangoFile)]
    public static extern nint pango_layout_get_iter(nint layout);

    [DllImport(PangoFile)]
    public static extern int pango_layout_iter_next_line(nint iterator);

    [DllImport(PangoFile)]
    public static extern nint pango_layout_iter_get_line_readonly(nint iterator);

    [DllImport(PangoFile)]
    public static extern int pango_layout_iter_get_baseline(nint iterator);

    [DllImport(PangoFile)]
    public static extern void pango_layout_iter_get_line_extents(nint iterator, nint ink, out Rectangle logical);

    [DllImport(PangoFile)]
    public static extern void pango_layout_iter_free(nint iterator);

    [DllImport(ObjectsFile)]
    public static extern void g_object_unref(nint thing);

    [StructLayout(LayoutKind.Sequential)]
    public struct Rectangle
    {
        public int X;
        public int Y;
        public int Width;
        public int Height;
    }
}
