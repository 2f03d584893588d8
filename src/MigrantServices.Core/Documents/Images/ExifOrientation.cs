using System.Buffers.Binary;

namespace MigrantServices.Core.Documents.Images;

/// <summary>The one fact of a photo's description that is kept: which side is up.</summary>
internal static class ExifOrientation
{
    public const int Upright = 1;

    private const ushort OrientationTag = 0x0112;
    private const ushort ShortType = 3;

    public static ReadOnlySpan<byte> Signature => "Exif\0\0"u8;

    /// <summary>Upright when nothing sound is said: a torn description is dropped and does not cost the photo.</summary>
    public static int Read(ReadOnlySpan<byte> segment)
    {
        var tiff = segment[Signature.Length..];
        if (tiff.Length < 8 || !(tiff.StartsWith("II*\0"u8) || tiff.StartsWith("MM\0*"u8)))
        {
            return Upright;
        }

        var isLittle = tiff[0] == 'I';
        var directory = isLittle ? BinaryPrimitives.ReadUInt32LittleEndian(tiff[4..]) : BinaryPrimitives.ReadUInt32BigEndian(tiff[4..]);
        if (directory > tiff.Length - 2)
        {
            return Upright;
        }

        var count = Short(tiff[(int)directory..], isLittle);
        var entries = tiff[((int)directory + 2)..];
        for (; count > 0 && entries.Length >= 12; count--, entries = entries[12..])
        {
            if (Short(entries, isLittle) == OrientationTag && Short(entries[2..], isLittle) == ShortType)
            {
                return Short(entries[8..], isLittle) is var side and >= 1 and <= 8 ? side : Upright;
            }
        }

        return Upright;
    }

    /// <summary>A whole JPEG segment that says this and nothing else.</summary>
    public static byte[] Segment(int orientation) =>
    [
        0xFF, 0xE1, 0x00, 0x22,
        .. Signature,
        .. "MM\0*"u8, 0, 0, 0, 8,
        0, 1,
        0x01, 0x12, 0, 3, 0, 0, 0, 1, 0, (byte)orientation, 0, 0,
        0, 0, 0, 0,
    ];

    private static ushort Short(ReadOnlySpan<byte> from, bool isLittle) =>
        isLittle ? BinaryPrimitives.ReadUInt16LittleEndian(from) : BinaryPrimitives.ReadUInt16BigEndian(from);
}
