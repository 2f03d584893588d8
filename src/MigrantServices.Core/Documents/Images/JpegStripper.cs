using System.Buffers.Binary;

namespace MigrantServices.Core.Documents.Images;

/// <summary>Copies of a JPEG only what draws the picture; previews hidden in it may show what was cropped away.</summary>
internal static class JpegStripper
{
    private const byte StartOfImage = 0xD8;
    private const byte EndOfImage = 0xD9;
    private const byte StartOfScan = 0xDA;
    private const int JfifLength = 14;
    private const int AdobeLength = 12;

    public static async Task StripAsync(ImageReader image, Stream copy, CancellationToken cancel)
    {
        if (await image.ByteAsync() != 0xFF || await image.ByteAsync() != StartOfImage)
        {
            throw Broken();
        }

        await copy.WriteAsync(new byte[] { 0xFF, StartOfImage }, cancel);
        var (hasFrame, hasScan, hasOrientation) = (false, false, false);
        var marker = await MarkerAsync(image);
        while (marker != EndOfImage)
        {
            var body = await BodyAsync(image);
            hasFrame |= IsFrame(marker, body);
            hasScan |= marker == StartOfScan;
            if (Kept(marker, body, ref hasOrientation) is { } kept)
            {
                await copy.WriteAsync(kept, cancel);
            }

            marker = marker == StartOfScan ? await CopyScanAsync(image, copy, cancel) : await MarkerAsync(image);
        }

        if (!hasFrame || !hasScan)
        {
            throw Broken();
        }

        await copy.WriteAsync(new byte[] { 0xFF, EndOfImage }, cancel);
    }

    private static byte[]? Kept(byte marker, byte[] body, ref bool hasOrientation)
    {
        switch (marker)
        {
            case 0xE0 when body.AsSpan().StartsWith("JFIF\0"u8) && body.Length >= JfifLength:
                return Segment(marker, [.. body.AsSpan(0, JfifLength - 2), 0, 0]);
            case 0xE1 when !hasOrientation && body.AsSpan().StartsWith(ExifOrientation.Signature):
                var orientation = ExifOrientation.Read(body);
                hasOrientation = orientation != ExifOrientation.Upright;
                return hasOrientation ? ExifOrientation.Segment(orientation) : null;
            case 0xE2 when body.AsSpan().StartsWith("ICC_PROFILE\0"u8):
                return Segment(marker, body);
            case 0xEE when body.AsSpan().StartsWith("Adobe"u8) && body.Length >= AdobeLength:
                return Segment(marker, body.AsSpan(0, AdobeLength));
            case >= 0xE0 and <= 0xEF or 0xFE:
                return null;
            case >= 0xC0 and <= 0xDF and not 0xC8:
                return Segment(marker, body);
            default:
                throw Broken();
        }
    }

    private static byte[] Segment(byte marker, ReadOnlySpan<byte> body)
    {
        var length = body.Length + 2;
        return [0xFF, marker, (byte)(length >> 8), (byte)length, .. body];
    }

    private static bool IsFrame(byte marker, byte[] body)
    {
        if (marker is < 0xC0 or > 0xCF or 0xC4 or 0xC8 or 0xCC)
        {
            return false;
        }

        if (body.Length < 6)
        {
            throw Broken();
        }

        ImageMetadata.CheckSize(BinaryPrimitives.ReadUInt16BigEndian(body.AsSpan(3)), BinaryPrimitives.ReadUInt16BigEndian(body.AsSpan(1)));
        return true;
    }

    private static async Task<byte> MarkerAsync(ImageReader image)
    {
        if (await image.ByteAsync() != 0xFF)
        {
            throw Broken();
        }

        return await AfterMarkAsync(image);
    }

    // any number of 0xFF may fill the room before a marker
    private static async Task<byte> AfterMarkAsync(ImageReader image)
    {
        byte marker;
        do
        {
            marker = await image.ByteAsync();
        }
        while (marker == 0xFF);

        return marker;
    }

    private static async Task<byte[]> BodyAsync(ImageReader image)
    {
        var length = (await image.ByteAsync() << 8) | await image.ByteAsync();
        return length >= 2 ? await image.BytesAsync(length - 2) : throw Broken();
    }

    /// <summary>Copies the picture's own bytes and gives the marker that ends them.</summary>
    private static async Task<byte> CopyScanAsync(ImageReader image, Stream copy, CancellationToken cancel)
    {
        var escaped = new byte[] { 0xFF, 0 };
        while (true)
        {
            await image.CopyToMarkAsync(copy);
            var marker = await AfterMarkAsync(image);
            if (marker is not (0 or (>= 0xD0 and <= 0xD7)))
            {
                return marker;
            }

            escaped[1] = marker;
            await copy.WriteAsync(escaped, cancel);
        }
    }

    private static UnusableImageException Broken() => new(FileRefusals.Broken);
}
