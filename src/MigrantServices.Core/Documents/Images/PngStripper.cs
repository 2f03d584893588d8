using System.Buffers.Binary;
using System.Text;

namespace MigrantServices.Core.Documents.Images;

/// <summary>Copies of a PNG only the chunks that draw the picture.</summary>
internal static class PngStripper
{
    private const int SignatureLength = 8;
    private const int HeaderBodyLength = 13;
    private const int ChecksumLength = 4;

    private static readonly HashSet<string> Kept =
    [
        "IHDR", "PLTE", "IDAT", "IEND", "tRNS", "cHRM", "gAMA", "iCCP", "sBIT", "sRGB", "bKGD", "pHYs", "cICP", "mDCV", "cLLI",
        "acTL", "fcTL", "fdAT",
    ];

    public static async Task StripAsync(ImageReader image, Stream copy, CancellationToken cancel)
    {
        await image.CopyAsync(SignatureLength, copy);
        var (isFirst, hasPicture, type) = (true, false, "");
        while (type != "IEND")
        {
            var header = await image.BytesAsync(8);
            var length = BinaryPrimitives.ReadUInt32BigEndian(header);
            type = Encoding.Latin1.GetString(header, 4, 4);
            if (isFirst != (type == "IHDR") || length > image.Length - image.Position)
            {
                throw Broken();
            }

            if (isFirst)
            {
                await CopyHeaderAsync(image, copy, header, cancel);
            }
            else if (Kept.Contains(type))
            {
                await copy.WriteAsync(header, cancel);
                await image.CopyAsync(length + ChecksumLength, copy);
            }
            else if (char.IsAsciiLetterLower(type[0]))
            {
                image.GoTo(image.Position + length + ChecksumLength);
            }
            else
            {
                throw Broken();
            }

            isFirst = false;
            hasPicture |= type == "IDAT";
        }

        if (!hasPicture)
        {
            throw Broken();
        }
    }

    private static async Task CopyHeaderAsync(ImageReader image, Stream copy, byte[] header, CancellationToken cancel)
    {
        if (BinaryPrimitives.ReadUInt32BigEndian(header) != HeaderBodyLength)
        {
            throw Broken();
        }

        var body = await image.BytesAsync(HeaderBodyLength + ChecksumLength);
        var (width, height) = (BinaryPrimitives.ReadInt32BigEndian(body), BinaryPrimitives.ReadInt32BigEndian(body.AsSpan(4)));
        ImageMetadata.CheckSize(width, height);
        await copy.WriteAsync(header, cancel);
        await copy.WriteAsync(body, cancel);
    }

    private static UnusableImageException Broken() => new(FileRefusals.Broken);
}
