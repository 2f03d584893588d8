using System.Runtime.InteropServices;

namespace MigrantServices.Core.ChildConfirmations.Papers;

/// <summary>The machine's own library for pictures (gdk-pixbuf), by its own names. The portal starts and works without it.</summary>
public static class PhotoLibrary
{
    internal const string PictureFile = "libgdk_pixbuf-2.0.so.0";
    private const string ObjectsFile = "libgobject-2.0.so.0";
    private const string BasicsFile = "libglib-2.0.so.0";

    private static readonly Lazy<bool> Found = new(() => new[] { PictureFile, ObjectsFile, BasicsFile }.All(file => NativeLibrary.TryLoad(file, out _)));

    /// <summary>False where the library is missing: then no photograph can be taken in.</summary>
    public static bool IsHere => Found.Value;

    [DllImport(PictureFile)]
    internal static extern nint gdk_pixbuf_loader_new_with_type(byte[] type, nint error);

    [DllImport(PictureFile)]
    internal static extern int gdk_pixbuf_loader_write(nint loader, byte[] bytes, nuint count, nint error);

    [DllImport(PictureFile)]
    internal static extern int gdk_pixbuf_loader_close(nint loader, nint error);

    [DllImport(PictureFile)]
    internal static extern nint gdk_pixbuf_loader_get_pixbuf(nint loader);

    [DllImport(PictureFile)]
    internal static extern nint gdk_pixbuf_apply_embedded_orientation(nint picture);

    [DllImport(PictureFile)]
    internal static extern int gdk_pixbuf_get_width(nint picture);

    [DllImport(PictureFile)]
    internal static extern int gdk_pixbuf_get_height(nint picture);

    [DllImport(PictureFile)]
    internal static extern nint gdk_pixbuf_new_subpixbuf(nint picture, int x, int y, int width, int height);

    [DllImport(PictureFile)]
    internal static extern nint gdk_pixbuf_new(int space, int hasAlpha, int bits, int width, int height);

    [DllImport(PictureFile)]
    internal static extern void gdk_pixbuf_fill(nint picture, uint colour);

    [DllImport(PictureFile)]
    internal static extern void gdk_pixbuf_composite(
        nint picture, nint onto, int x, int y, int width, int height, double offsetX, double offsetY, double scaleX, double scaleY, int manner, int alpha);

    [DllImport(PictureFile)]
    internal static extern int gdk_pixbuf_save_to_bufferv(
        nint picture, out nint buffer, out nuint size, byte[] type, nint[] names, nint[] values, nint error);

    [DllImport(ObjectsFile)]
    internal static extern void g_object_unref(nint thing);

    [DllImport(BasicsFile)]
    internal static extern void g_free(nint memory);
}
