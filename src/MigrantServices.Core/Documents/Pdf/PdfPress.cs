using System.Globalization;
using System.Runtime.InteropServices;

namespace MigrantServices.Core.Documents.Pdf;

/// <summary>Draws a paper: once to know how many pages it has, and once for good.</summary>
internal static class PdfPress
{
    private const double Width = 595.28;
    private const double Height = 841.89;
    private const int Pdf14 = 0;
    private const int TitleOfDocument = 0;
    private const int Creator = 4;
    private const int MadeAt = 5;

    // Pango's fonts belong to the one who loads them; a paper takes milliseconds, so they are drawn one after the other.
    private static readonly Lock OneAtATime = new();

    public static byte[] Print(PdfDocument document)
    {
        if (!PdfLibrary.IsHere)
        {
            throw new InvalidOperationException("Pango and Cairo are not on this machine.");
        }

        lock (OneAtATime)
        {
            var (_, _, pages) = Draw(document, null);
            var (bytes, tongues, _) = Draw(document, pages);
            return PdfTags.Complete(bytes, document.Language.Tag, tongues);
        }
    }

    private static (byte[] Bytes, IReadOnlyList<string> Tongues, int Pages) Draw(PdfDocument document, int? pages)
    {
        using var file = new MemoryStream();
        Native.Write write = (_, data, length) =>
        {
            var piece = new byte[length];
            Marshal.Copy(data, piece, 0, (int)length);
            file.Write(piece);
            return 0;
        };
        var surface = Native.cairo_pdf_surface_create_for_stream(write, 0, Width, Height);
        Native.cairo_pdf_surface_restrict_to_version(surface, Pdf14);
        Native.cairo_pdf_surface_set_metadata(surface, TitleOfDocument, Native.Utf8(document.Title));
        Native.cairo_pdf_surface_set_metadata(surface, Creator, Native.Utf8(""));
        Native.cairo_pdf_surface_set_metadata(surface, MadeAt, Native.Utf8(document.MadeAt.ToUniversalTime().ToString("yyyy-MM-ddTHH:mm:ssZ", CultureInfo.InvariantCulture)));
        var cairo = Native.cairo_create(surface);
        try
        {
            var pen = new PdfPen(cairo, Width, Height, pages);
            foreach (var piece in document.Pieces)
            {
                pen.Set(piece);
            }

            pen.End();
            Native.cairo_surface_finish(surface);
            if (Native.cairo_status(cairo) is var status && status == 0)
            {
                status = Native.cairo_surface_status(surface);
            }

            GC.KeepAlive(write);
            return status == 0 ? (file.ToArray(), pen.Tongues, pen.Pages) : throw new InvalidOperationException($"Cairo refused to draw the paper ({status}).");
        }
        finally
        {
            Native.cairo_destroy(cairo);
            Native.cairo_surface_destroy(surface);
            GC.KeepAlive(write);
        }
    }
}
