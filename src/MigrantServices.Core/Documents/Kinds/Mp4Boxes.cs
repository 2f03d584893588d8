using System.Buffers.Binary;

namespace MigrantServices.Core.Documents.Kinds;

/// <summary>Videos and sound recordings of phones: a row of boxes that must fill the file exactly.</summary>
internal static class Mp4Boxes
{
    private const int MaxBoxes = 10_000;

    private static readonly string[] SoundBrands = ["M4A ", "M4B "];
    private static readonly string[] VideoBrands = ["isom", "iso2", "iso3", "iso4", "iso5", "iso6", "avc1", "mp41", "mp42", "M4V ", "dash"];

    public static async Task<Recognition> RecogniseAsync(Stream file, CancellationToken cancel)
    {
        if (await BrandAsync(file, cancel) is not { } kind)
        {
            return Recognition.Refused(FileRefusals.KindNotAccepted);
        }

        var hasTracks = false;
        long offset = 0;
        for (var boxes = 0; offset < file.Length; boxes++)
        {
            var header = await file.ReadAtAsync(offset, 16, cancel);
            var size = Size(header, file.Length - offset);
            if (size < 8 || size > file.Length - offset || boxes == MaxBoxes)
            {
                return Recognition.Refused(hasTracks ? FileRefusals.MixedContent : FileRefusals.Broken);
            }

            hasTracks |= header.AsSpan(4, 4).SequenceEqual("moov"u8);
            offset += size;
        }

        return hasTracks ? kind : Recognition.Refused(FileRefusals.Broken);
    }

    private static async Task<FileKind?> BrandAsync(Stream file, CancellationToken cancel)
    {
        var type = await file.ReadAtAsync(0, 256, cancel);
        var length = (int)Math.Min(BinaryPrimitives.ReadUInt32BigEndian(type), (uint)type.Length);
        var brands = new List<string>();
        for (var at = 8; at + 4 <= length; at += at == 8 ? 8 : 4)
        {
            brands.Add(System.Text.Encoding.Latin1.GetString(type, at, 4));
        }

        return brands.Count == 0 ? null
            : SoundBrands.Contains(brands[0]) ? FileKind.M4a
            : brands.Exists(brand => VideoBrands.Contains(brand)) && !brands.Exists(IsStill) ? FileKind.Mp4
            : null;
    }

    // HEIC and AVIF photos use the same boxes
    private static bool IsStill(string brand) => brand is "heic" or "heix" or "mif1" or "avif" or "msf1";

    private static long Size(ReadOnlySpan<byte> header, long rest)
    {
        if (header.Length < 8)
        {
            return 0;
        }

        var size = BinaryPrimitives.ReadUInt32BigEndian(header);
        return size switch
        {
            0 => rest,
            1 when header.Length >= 16 => BinaryPrimitives.ReadInt64BigEndian(header[8..]),
            _ => size,
        };
    }
}
