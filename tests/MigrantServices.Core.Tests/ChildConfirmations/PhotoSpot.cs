using System.Runtime.InteropServices;

namespace MigrantServices.Core.Tests.ChildConfirmations;

/// <summary>The colour at one spot of a picture.</summary>
internal static class PhotoSpot
{
    private const string Pictures = "libgdk_pixbuf-2.0.so.0";

    /// <param name="x">From the left, 0 to 1.</param>
    /// <param name="y">From above, 0 to 1.</param>
    public static (byte Red, byte Green, byte Blue) Of(byte[] jpeg, double x, double y)
    {
        var loader = gdk_pixbuf_loader_new();
        _ = gdk_pixbuf_loader_write(loader, jpeg, (nuint)jpeg.Length, 0);
        _ = gdk_pixbuf_loader_close(loader, 0);
        var picture = gdk_pixbuf_loader_get_pixbuf(loader);
        var (column, row) = ((int)(x * (gdk_pixbuf_get_width(picture) - 1)), (int)(y * (gdk_pixbuf_get_height(picture) - 1)));
        var spot = gdk_pixbuf_get_pixels(picture) + (row * gdk_pixbuf_get_rowstride(picture)) + (column * 3);
        var colour = (Marshal.ReadByte(spot), Marshal.ReadByte(spot, 1), Marshal.ReadByte(spot, 2));
        g_object_unref(loader);
        return colour;
    }

    [DllImport(Pictures)]
    private static extern nint gdk_pixbuf_loader_new();

    [DllImport(Pictures)]
    private static extern int gdk_pixbuf_loader_write(nint loader, byte[] bytes, nuint count, nint error);

    [DllImport(Pictures)]
    private static extern int gdk_pixbuf_loader_close(nint loader, nint error);

    [DllImport(Pictures)]
    private static extern nint gdk_pixbuf_loader_get_pixbuf(nint loader);

    [DllImport(Pictures)]
    private static extern int gdk_pixbuf_get_width(nint picture);

    [DllImport(Pictures)]
    private static extern int gdk_pixbuf_get_height(nint picture);

    [DllImport(Pictures)]
    private static extern nint gdk_pixbuf_get_pixels(nint picture);

    [DllImport(Pictures)]
    private static extern int gdk_pixbuf_get_rowstride(nint picture);

    [DllImport("libgobject-2.0.so.0")]
    private static extern void g_object_unref(nint thing);
}
