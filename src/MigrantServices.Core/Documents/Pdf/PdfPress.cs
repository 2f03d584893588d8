using System.Globalization;
using System.Runtime.InteropServices;

namespace MigrantServices.Core.Documents.Pdf;

/// <summary>Draws papers: one that flows over pages twice, once to know how many it has, and one with a place for everything once.</summary>
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
        PdfPen Pages(nint cairo, int? pages)
        {
            var pen = new PdfPen(cairo, Width, Height, pages);
            foreach (var piece in document.Pieces)
            {
                pen.Set(piece);
            }

            pen.End();
            return pen;
        }

        lock (OneAtATime)
        {
            var head = new PdfHead(document.Title, document.Language, document.MadeAt, Width, Height);
            var pages = 0;
            Draw(head, cairo => Pages(cairo, null) is var pen && (pages = pen.Pages) > 0 ? pen.Tags : []);
            var (bytes, tags) = Draw(head, cairo => Pages(cairo, pages).Tags);
            return PdfTags.Complete(bytes, document.Language.Tag, tags);
        }
    }

    /// <summary>A paper on which everything has its place.</summary>
    public static byte[] Print(PdfHead head, Action<PdfSheet> draw)
    {
        lock (OneAtATime)
        {
            // pictures are taken into the file when it ends, so the sheet that keeps them outlives the drawing
            using var pictures = new PdfPictures();
            var (bytes, tags) = Draw(head, cairo =>
            {
                var sheet = new PdfSheet(cairo, pictures);
                draw(sheet);
                return sheet.Tags;
            });
            return PdfTags.Complete(bytes, head.Language.Tag, tags);
        }
    }

    private static (byte[] Bytes, IReadOnlyList<PdfTag> Tags) Draw(PdfHead head, Func<nint, IReadOnlyList<PdfTag>> draw)
    {
        if (!PdfLibrary.IsHere)
        {
            throw new InvalidOperationException("Pango and Cairo are not on this machine.");
        }

        using var file = new MemoryStream();
        Native.Write write = (_, data, length) =>
        {
            var piece = new byte[length];
            Marshal.Copy(data, piece, 0, (int)length);
            file.Write(piece);
            return 0;
        };
        var surface = Native.cairo_pdf_surface_create_for_stream(write, 0, head.Width, head.Height);
        Native.cairo_pdf_surface_restrict_to_version(surface, Pdf14);
        Native.cairo_pdf_surface_set_metadata(surface, TitleOfDocument, Native.Utf8(head.Title));
        Native.cairo_pdf_surface_set_metadata(surface, Creator, Native.Utf8(""));
        Native.cairo_pdf_surface_set_metadata(surface, MadeAt, Native.Utf8(head.MadeAt.ToUniversalTime().ToString("yyyy-MM-ddTHH:mm:ssZ", CultureInfo.InvariantCulture)));
        var cairo = Native.cairo_create(surface);
        try
        {
            var tags = draw(cairo);
            Native.cairo_surface_finish(surface);
            if (Native.cairo_status(cairo) is var status && status == 0)
            {
                status = Native.cairo_surface_status(surface);
            }

            return status == 0 ? (file.ToArray(), tags) : throw new InvalidOperationException($"Cairo refused to draw the paper ({status}).");
        }
        finally
        {
            Native.cairo_destroy(cairo);
            Native.cairo_surface_destroy(surface);
            GC.KeepAlive(write);
        }
    }
}

/// <summary>What a file says of itself, and how large its pages are, in points.</summary>
internal sealed record PdfHead(string Title, PdfLanguage Language, DateTimeOffset MadeAt, double Width, double Height);
