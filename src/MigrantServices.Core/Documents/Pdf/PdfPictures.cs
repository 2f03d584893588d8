using System.Runtime.InteropServices;

namespace MigrantServices.Core.Documents.Pdf;

/// <summary>Keeps the bytes of pictures until the paper that shows them is written.</summary>
internal sealed class PdfPictures : IDisposable
{
    private const int WithoutAlpha = 1;

    private readonly List<nint> _kept = [];

    /// <summary>A surface of that size whose picture goes into the file as it is, without being unpacked.</summary>
    public nint Surface(byte[] jpeg, int pixelsWide, int pixelsHigh)
    {
        var data = Marshal.AllocHGlobal(jpeg.Length);
        _kept.Add(data);
        Marshal.Copy(jpeg, 0, data, jpeg.Length);
        var surface = Native.cairo_image_surface_create(WithoutAlpha, pixelsWide, pixelsHigh);
        return Native.cairo_surface_set_mime_data(surface, Native.Utf8("image/jpeg"), data, (nuint)jpeg.Length, 0, 0) == 0
            ? surface
            : throw new InvalidOperationException("Cairo did not take the photograph.");
    }

    public void Dispose() => _kept.ForEach(Marshal.FreeHGlobal);
}
