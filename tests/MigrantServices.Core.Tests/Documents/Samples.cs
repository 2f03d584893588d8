using System.Buffers.Binary;
using System.IO.Compression;
using System.Text;

namespace MigrantServices.Core.Tests.Documents;

/// <summary>The smallest files that are still what they say, with things in them that must not be kept.</summary>
internal static class Samples
{
    public const string Secret = "GPS 37.3219N 126.8309E Nokia of Linh";

    private static readonly byte[] Scan = [1, 2, 3, 0xFF, 0x00, 4, 0xFF, 0xD0, 5, 6];

    public static byte[] Jpeg(int orientation = 6, int width = 640, int height = 480) =>
    [
        0xFF, 0xD8,
        .. Segment(0xE0, [.. "JFIF\0"u8, 1, 2, 1, 0, 72, 0, 72, 2, 1, .. "thumbs"u8]),
        .. Segment(0xE1, Exif(orientation)),
        .. Segment(0xE1, [.. "http://ns.adobe.com/xap/1.0/\0"u8, .. Bytes(Secret)]),
        .. Segment(0xE2, [.. "ICC_PROFILE\0"u8, 1, 1, .. "colours"u8]),
        .. Segment(0xE2, [.. "MPF\0"u8, .. Bytes(Secret)]),
        .. Segment(0xED, Bytes(Secret)),
        .. Segment(0xEE, [.. "Adobe"u8, 0, 100, 0, 0, 0, 0, 1, .. Bytes(Secret)]),
        .. Segment(0xFE, Bytes(Secret)),
        .. Segment(0xDB, new byte[65]),
        .. Segment(0xC0, [8, (byte)(height >> 8), (byte)height, (byte)(width >> 8), (byte)width, 1, 1, 0x11, 0]),
        .. Segment(0xC4, new byte[20]),
        .. Segment(0xDA, [1, 1, 0, 0, 63, 0]),
        .. Scan,
        0xFF, 0xD9,
        .. Bytes("<script>" + Secret),
    ];

    public static byte[] Png(int width = 8, int height = 8) =>
    [
        0x89, (byte)'P', (byte)'N', (byte)'G', 13, 10, 26, 10,
        .. PngChunk("IHDR", [.. BigEndian(width), .. BigEndian(height), 8, 2, 0, 0, 0]),
        .. PngChunk("pHYs", new byte[9]),
        .. PngChunk("tEXt", Bytes(Secret)),
        .. PngChunk("zTXt", Bytes(Secret)),
        .. PngChunk("iTXt", Bytes(Secret)),
        .. PngChunk("eXIf", Bytes(Secret)),
        .. PngChunk("tIME", new byte[7]),
        .. PngChunk("prVt", Bytes(Secret)),
        .. PngChunk("IDAT", new byte[33]),
        .. PngChunk("IEND", []),
        .. Bytes(Secret),
    ];

    public static byte[] WebP()
    {
        byte[] chunks =
        [
            .. RiffChunk("VP8X", [0x2C, 0, 0, 0, 7, 0, 0, 7, 0, 0]),
            .. RiffChunk("ICCP", Bytes("colours")),
            .. RiffChunk("VP8L", new byte[21]),
            .. RiffChunk("EXIF", Bytes(Secret)),
            .. RiffChunk("XMP ", Bytes(Secret)),
            .. RiffChunk("PRIV", Bytes(Secret)),
        ];
        return [.. "RIFF"u8, .. LittleEndian(chunks.Length + 4), .. "WEBP"u8, .. chunks, .. Bytes(Secret)];
    }

    public static byte[] Pdf() => Bytes("%PDF-1.7\n1 0 obj<<>>endobj\ntrailer<<>>\nstartxref\n9\n%%EOF\n");

    public static byte[] Wav() => [.. "RIFF"u8, .. LittleEndian(44), .. "WAVE"u8, .. RiffChunk("fmt ", new byte[16]), .. RiffChunk("data", new byte[8])];

    public static byte[] Mp3(bool tagged)
    {
        byte[] frame = [0xFF, 0xFB, 0x90, 0x00, .. new byte[413]];
        byte[] tag = tagged ? [.. "ID3"u8, 4, 0, 0, 0, 0, 0, 20, .. new byte[20]] : [];
        return [.. tag, .. frame, .. frame, .. frame];
    }

    public static byte[] Mp4(string brand) =>
    [
        .. BigEndian(20), .. "ftyp"u8, .. Bytes(brand), 0, 0, 2, 0, .. "isom"u8,
        .. BigEndian(16), .. "moov"u8, .. new byte[8],
        .. BigEndian(12), .. "mdat"u8, .. new byte[4],
    ];

    public static byte[] Docx(params (string Name, string Content)[] more) =>
        Zip([("[Content_Types].xml", "<Types/>"), ("word/document.xml", "<w:document/>"), .. more]);

    public static byte[] Hwpx(params (string Name, string Content)[] more) =>
        Zip([("mimetype", "application/hwp+zip"), ("Contents/section0.xml", "<hs:sec/>"), .. more]);

    public static byte[] Zip(params (string Name, string Content)[] entries)
    {
        var file = new MemoryStream();
        using (var zip = new ZipArchive(file, ZipArchiveMode.Create, leaveOpen: true))
        {
            foreach (var (name, content) in entries)
            {
                using var entry = zip.CreateEntry(name).Open();
                entry.Write(Bytes(content));
            }
        }

        return file.ToArray();
    }

    /// <summary>Header, allocation table, directory, and one sector of small pieces, in that order.</summary>
    public static byte[] Compound(string stream, string beginning)
    {
        var file = new byte[512 * 4];
        new byte[] { 0xD0, 0xCF, 0x11, 0xE0, 0xA1, 0xB1, 0x1A, 0xE1 }.CopyTo(file, 0);
        file[30] = 9;
        file[32] = 6;
        file[44] = 1;
        file[48] = 1;
        file.AsSpan(68, 4).Fill(0xFF);
        file.AsSpan(76, 109 * 4).Fill(0xFF);
        file.AsSpan(76, 4).Clear();
        file.AsSpan(512, 512).Fill(0xFF);
        Entry(0, "Root Entry", 2);
        Entry(1, stream, 3);
        Bytes(beginning).CopyTo(file, (512 * 3) + (3 * 64));
        return file;

        void Entry(int number, string name, byte start)
        {
            var entry = file.AsSpan(1024 + (number * 128), 128);
            Encoding.Unicode.GetBytes(name, entry);
            entry[64] = (byte)((name.Length + 1) * 2);
            entry[116] = start;
        }
    }

    public static byte[] Bytes(string text) => Encoding.UTF8.GetBytes(text);

    public static byte[] Segment(byte marker, byte[] body) => [0xFF, marker, (byte)((body.Length + 2) >> 8), (byte)(body.Length + 2), .. body];

    private static byte[] Exif(int orientation) =>
    [
        .. "Exif\0\0II*\0"u8, 8, 0, 0, 0,
        2, 0,
        0x0F, 0x01, 2, 0, 4, 0, 0, 0, (byte)'N', (byte)'o', (byte)'k', 0,
        0x12, 0x01, 3, 0, 1, 0, 0, 0, (byte)orientation, 0, 0, 0,
        0, 0, 0, 0,
        .. Bytes(Secret),
    ];

    // checksums are copied and not judged, so any will do
    private static byte[] PngChunk(string type, byte[] body) => [.. BigEndian(body.Length), .. Bytes(type), .. body, 1, 2, 3, 4];

    private static byte[] RiffChunk(string type, byte[] body) => [.. Bytes(type), .. LittleEndian(body.Length), .. body, .. new byte[body.Length & 1]];

    private static byte[] BigEndian(int number)
    {
        var bytes = new byte[4];
        BinaryPrimitives.WriteInt32BigEndian(bytes, number);
        return bytes;
    }

    private static byte[] LittleEndian(int number)
    {
        var bytes = new byte[4];
        BinaryPrimitives.WriteInt32LittleEndian(bytes, number);
        return bytes;
    }
}
