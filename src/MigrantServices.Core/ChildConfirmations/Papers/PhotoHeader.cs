using System.Buffers.Binary;
using System.Runtime.InteropServices;

namespace MigrantServices.Core.ChildConfirmations.Papers;

/// <summary>What the first bytes of a picture say of it, read before anything is unpacked: its kind and its size.</summary>
[StructLayout(LayoutKind.Auto)]
internal readonly record struct PhotoHeader(string Kind, int Width, int Height)
{
    public const string Jpeg = "jpeg";
    public const string Png = "png";

    private static ReadOnlySpan<byte> PngSignature => [0x89, (byte)'P', (byte)'N', (byte)'G', 0x0D, 0x0A, 0x1A, 0x0A];

    public static bool IsWebP(ReadOnlySpan<byte> bytes) => bytes.Length > 12 && bytes.StartsWith("RIFF"u8) && bytes[8..].StartsWith("WEBP"u8);

    /// <summary>Null when it is neither, or ends before its end.</summary>
    public static PhotoHeader? Read(ReadOnlySpan<byte> bytes) =>
        bytes.StartsWith(PngSignature) ? ReadPng(bytes) : bytes.StartsWith((ReadOnlySpan<byte>)[0xFF, 0xD8, 0xFF]) ? ReadJpeg(bytes) : null;

    private static PhotoHeader? ReadPng(ReadOnlySpan<byte> bytes) =>
        bytes.Length > 33 && bytes[12..].StartsWith("IHDR"u8) && bytes.LastIndexOf("IEND"u8) > 0
            ? new(Png, BinaryPrimitives.ReadInt32BigEndian(bytes[16..]), BinaryPrimitives.ReadInt32BigEndian(bytes[20..]))
            : null;

    // from mark to mark up to the frame, which tells the size; a picture that was cut off lacks the mark of its end
    private static PhotoHeader? ReadJpeg(ReadOnlySpan<byte> bytes)
    {
        for (var at = 2; at + 9 < bytes.Length && bytes[at] == 0xFF;)
        {
            var mark = bytes[at + 1];
            if (mark is 0xFF)
            {
                at++;
                continue;
            }

            if (mark is >= 0xC0 and <= 0xCF and not (0xC4 or 0xC8 or 0xCC))
            {
                var (height, width) = (BinaryPrimitives.ReadUInt16BigEndian(bytes[(at + 5)..]), BinaryPrimitives.ReadUInt16BigEndian(bytes[(at + 7)..]));
                return bytes[at..].LastIndexOf((ReadOnlySpan<byte>)[0xFF, 0xD9]) > 0 ? new(Jpeg, width, height) : null;
            }

            at += 2 + BinaryPrimitives.ReadUInt16BigEndian(bytes[(at + 2)..]);
        }

        return null;
    }
}
