using System.Runtime.InteropServices;
using System.Text;
using MigrantServices.Core.Cases;

namespace MigrantServices.Core.ChildConfirmations.Papers;

/// <summary>Which part of the upright picture is printed, in fractions of its width and height; the height follows from 35:45.</summary>
/// <param name="X">The left edge, 0 to 1.</param>
/// <param name="Y">The upper edge, 0 to 1.</param>
/// <param name="Width">Of the picture's width, above 0 to 1.</param>
public sealed record PhotoCut(double X, double Y, double Width);

/// <summary>Which part of the upright picture is cut, as somebody chooses it who holds the picture beside the form.</summary>
public sealed record PhotoPart
{
    public PhotoSide Side { get; set; }

    public PhotoSize Size { get; set; }

    /// <summary>The part in a picture of this size.</summary>
    internal (int X, int Y, int Width, int Height) In(int width, int height)
    {
        var whole = Math.Min(width, height * Photograph.Width / Photograph.Height);
        var w = Size switch
        {
            PhotoSize.TwoThirds => whole * 2 / 3,
            PhotoSize.Half => whole / 2,
            _ => whole,
        };
        var h = Math.Min(height, w * Photograph.Height / Photograph.Width);
        var x = Side is PhotoSide.Left or PhotoSide.TopLeft or PhotoSide.BottomLeft ? 0 : Side is PhotoSide.Right or PhotoSide.TopRight or PhotoSide.BottomRight ? width - w : (width - w) / 2;
        var y = Side is PhotoSide.Top or PhotoSide.TopLeft or PhotoSide.TopRight ? 0 : Side is PhotoSide.Bottom or PhotoSide.BottomLeft or PhotoSide.BottomRight ? height - h : (height - h) / 2;
        return (x, y, w, h);
    }
}

/// <summary>Where in the picture the part lies that is printed; left and right as one sees it.</summary>
public enum PhotoSide
{
    Middle,
    Top,
    Bottom,
    Left,
    Right,
    TopLeft,
    TopRight,
    BottomLeft,
    BottomRight,
}

/// <summary>How much of the picture is printed: as much as there is, or less, so that the face is larger.</summary>
public enum PhotoSize
{
    Largest,
    TwoThirds,
    Half,
}

/// <summary>A child's photograph as it is printed: upright, 35 by 45, drawn anew, with nothing of the camera, the place or the day left in it.</summary>
public sealed class Photograph
{
    public const int MaxBytes = 10 * 1024 * 1024;
    public const long MaxPixels = 40_000_000;
    public const int MinPixels = 200;

    public const int Width = 413;
    public const int Height = 531;

    private const string Quality = "82";
    private const int Rgb = 0;
    private const int Smooth = 2;
    private const uint White = 0xFFFFFFFF;

    // one at a time: the largest takes a hundred megabytes while it is read
    private static readonly Lock OneAtATime = new();

    private Photograph(byte[] jpeg) => Jpeg = jpeg;

    /// <summary>About 30 kB.</summary>
    public byte[] Jpeg { get; }

    /// <param name="cut">Null cuts the largest part from the middle.</param>
    /// <exception cref="RefusedException">It is no picture that can be printed; the code says why.</exception>
    public static Photograph From(byte[] bytes, PhotoCut? cut = null) => From(bytes, (width, height) => Place(cut, width, height));

    /// <param name="part">Chosen by whoever brought the picture.</param>
    /// <exception cref="RefusedException">As above; <c>photo.part-too-small</c> when the part is too small to be printed.</exception>
    public static Photograph Part(byte[] bytes, PhotoPart part) => From(bytes, (width, height) => Place(part, width, height));

    private static Photograph From(byte[] bytes, Func<int, int, (int X, int Y, int Width, int Height)> place)
    {
        if (!PhotoLibrary.IsHere)
        {
            throw Refused(new("photo.not-here"));
        }

        if (WhyNot(bytes) is { } refusal)
        {
            throw Refused(refusal);
        }

        lock (OneAtATime)
        {
            return Draw(bytes, PhotoHeader.Read(bytes)!.Value.Kind, place);
        }
    }

    private static Refusal? WhyNot(byte[] bytes)
    {
        if (bytes.Length > MaxBytes)
        {
            return new("photo.too-heavy");
        }

        if (PhotoHeader.Read(bytes) is not { } header)
        {
            return PhotoHeader.IsWebP(bytes) ? new("photo.other-kind") : new("photo.no-picture");
        }

        return header.Width <= 0 || header.Height <= 0 ? new("photo.no-picture")
            : (long)header.Width * header.Height > MaxPixels ? new("photo.too-large")
            : Math.Min(header.Width, header.Height) < MinPixels ? new("photo.too-small")
            : null;
    }

    private static Photograph Draw(byte[] bytes, string kind, Func<int, int, (int X, int Y, int Width, int Height)> place)
    {
        // only the reader of this kind is asked, whatever else the bytes might be taken for
        var loader = PhotoLibrary.gdk_pixbuf_loader_new_with_type(Named(kind), 0);
        if (loader == 0)
        {
            throw Refused(new("photo.not-here"));
        }

        var things = new Stack<nint>([loader]);
        try
        {
            var isRead = PhotoLibrary.gdk_pixbuf_loader_write(loader, bytes, (nuint)bytes.Length, 0) != 0;
            isRead &= PhotoLibrary.gdk_pixbuf_loader_close(loader, 0) != 0;
            var found = PhotoLibrary.gdk_pixbuf_loader_get_pixbuf(loader);
            if (!isRead || found == 0)
            {
                throw Refused(new("photo.no-picture"));
            }

            var upright = Kept(things, PhotoLibrary.gdk_pixbuf_apply_embedded_orientation(found));
            var (x, y, width, height) = place(PhotoLibrary.gdk_pixbuf_get_width(upright), PhotoLibrary.gdk_pixbuf_get_height(upright));
            var part = Kept(things, PhotoLibrary.gdk_pixbuf_new_subpixbuf(upright, x, y, width, height));
            var drawn = Kept(things, PhotoLibrary.gdk_pixbuf_new(Rgb, 0, 8, Width, Height));
            // what is see-through becomes white paper
            PhotoLibrary.gdk_pixbuf_fill(drawn, White);
            PhotoLibrary.gdk_pixbuf_composite(part, drawn, 0, 0, Width, Height, 0, 0, (double)Width / width, (double)Height / height, Smooth, 255);
            return new(Saved(drawn));
        }
        finally
        {
            foreach (var thing in things)
            {
                PhotoLibrary.g_object_unref(thing);
            }
        }
    }

    private static (int X, int Y, int Width, int Height) Place(PhotoPart part, int width, int height)
    {
        if (part is { Side: PhotoSide.Middle, Size: PhotoSize.Largest })
        {
            return Place((PhotoCut?)null, width, height);
        }

        var (x, y, w, h) = part.In(width, height);
        return w < MinPixels ? throw Refused(new(part.Size == PhotoSize.Largest ? "photo.too-small" : "photo.part-too-small")) : (x, y, w, h);
    }

    private static (int X, int Y, int Width, int Height) Place(PhotoCut? cut, int width, int height)
    {
        if (cut is null)
        {
            var w = Math.Min(width, height * Width / Height);
            var h = Math.Min(height, w * Height / Width);
            return w < MinPixels ? throw Refused(new("photo.too-small")) : ((width - w) / 2, (height - h) / 2, w, h);
        }

        var part = (X: (int)(cut.X * width), Y: (int)(cut.Y * height), Width: (int)(cut.Width * width), Height: (int)(cut.Width * width * Height / Width));
        return !double.IsFinite(cut.X + cut.Y + cut.Width) || part.X < 0 || part.Y < 0 || part.Width <= 0 || part.X + part.Width > width || part.Y + part.Height > height
            ? throw Refused(new("photo.cut-outside"))
            : part.Width < MinPixels ? throw Refused(new("photo.too-small")) : part;
    }

    private static byte[] Saved(nint picture)
    {
        var (name, value, buffer) = (Marshal.StringToCoTaskMemUTF8("quality"), Marshal.StringToCoTaskMemUTF8(Quality), (nint)0);
        try
        {
            if (PhotoLibrary.gdk_pixbuf_save_to_bufferv(picture, out buffer, out var size, Named(PhotoHeader.Jpeg), [name, 0], [value, 0], 0) == 0)
            {
                throw new InvalidOperationException("The picture library did not write the photograph.");
            }

            var jpeg = new byte[size];
            Marshal.Copy(buffer, jpeg, 0, jpeg.Length);
            return jpeg;
        }
        finally
        {
            PhotoLibrary.g_free(buffer);
            Marshal.FreeCoTaskMem(name);
            Marshal.FreeCoTaskMem(value);
        }
    }

    private static byte[] Named(string kind) => Encoding.ASCII.GetBytes(kind + '\0');

    private static nint Kept(Stack<nint> things, nint thing)
    {
        if (thing == 0)
        {
            throw new InvalidOperationException("There was no memory for the photograph.");
        }

        things.Push(thing);
        return thing;
    }

    private static RefusedException Refused(Refusal why) => new(why);
}
