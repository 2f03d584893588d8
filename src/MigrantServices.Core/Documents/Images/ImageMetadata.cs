using MigrantServices.Core.Documents.Kinds;

namespace MigrantServices.Core.Documents.Images;

/// <summary>Makes the copy of a photo that colleagues work with: the picture, without place, device, owner, comments or previews.</summary>
public static class ImageMetadata
{
    /// <summary>The largest phone cameras take 200 million pixels; a picture beyond that is made to break the viewer.</summary>
    public const long MaxPixels = 250_000_000;

    /// <summary>
    /// Null when the copy is whole, else the refusal code, and then what was written is of no use. The image must be seekable;
    /// memory does not grow with it.
    /// </summary>
    public static async Task<string?> StripAsync(FileKind kind, Stream image, Stream copy, CancellationToken cancel)
    {
        image.Position = 0;
        var reader = new ImageReader(image, cancel);
        try
        {
            await (kind switch
            {
                FileKind.Jpeg => JpegStripper.StripAsync(reader, copy, cancel),
                FileKind.Png => PngStripper.StripAsync(reader, copy, cancel),
                FileKind.WebP => WebPStripper.StripAsync(reader, copy, cancel),
                _ => throw new ArgumentOutOfRangeException(nameof(kind), kind, "Only images have metadata to strip."),
            });
            return null;
        }
        catch (UnusableImageException unusable)
        {
            return unusable.Code;
        }
    }

    internal static void CheckSize(long width, long height)
    {
        if (width <= 0 || height <= 0)
        {
            throw new UnusableImageException(FileRefusals.Broken);
        }

        if (width * height > MaxPixels)
        {
            throw new UnusableImageException(FileRefusals.ImageTooLarge);
        }
    }
}
