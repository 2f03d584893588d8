using System.Buffers.Binary;
using System.Text;

namespace MigrantServices.Core.Documents.Images;

/// <summary>Copies of a WebP only the chunks that draw the picture, and no longer announces the others.</summary>
internal static class WebPStripper
{
    private const int FileHeaderLength = 12;
    private const int ChunkHeaderLength = 8;
    private const int ExtendedLength = 10;
    private const byte MetadataFlags = 0x0C;
    private const int MaxChunks = 10_000;

    private static readonly string[] Pictures = ["VP8 ", "VP8L", "ANMF"];
    private static readonly string[] Kept = [.. Pictures, "VP8X", "ALPH", "ANIM", "ICCP"];

    private readonly record struct Chunk(string Type, long Offset, uint Length)
    {
        // chunks begin at even places
        public long PaddedLength => ChunkHeaderLength + Length + (Length & 1);
    }

    public static async Task StripAsync(ImageReader image, Stream copy, CancellationToken cancel)
    {
        var chunks = await ChunksAsync(image);
        if (chunks.Count == 0 || chunks[0].Type is not ("VP8 " or "VP8L" or "VP8X") || !chunks.Exists(chunk => Pictures.Contains(chunk.Type)))
        {
            throw Broken();
        }

        var header = new byte[FileHeaderLength];
        "RIFF"u8.CopyTo(header);
        "WEBP"u8.CopyTo(header.AsSpan(8));
        BinaryPrimitives.WriteUInt32LittleEndian(header.AsSpan(4), (uint)(4 + chunks.Sum(chunk => chunk.PaddedLength)));
        await copy.WriteAsync(header, cancel);
        foreach (var chunk in chunks)
        {
            await CopyAsync(image, chunk, copy, cancel);
        }
    }

    private static async Task<List<Chunk>> ChunksAsync(ImageReader image)
    {
        var header = await image.BytesAsync(FileHeaderLength);
        var end = BinaryPrimitives.ReadUInt32LittleEndian(header.AsSpan(4)) + 8L;
        if (end > image.Length)
        {
            throw Broken();
        }

        var kept = new List<Chunk>();
        var count = 0;
        for (var chunk = default(Chunk); image.Position + ChunkHeaderLength <= end; image.GoTo(Math.Min(chunk.Offset + chunk.PaddedLength, end)))
        {
            var offset = image.Position;
            var chunkHeader = await image.BytesAsync(ChunkHeaderLength);
            chunk = new Chunk(Encoding.Latin1.GetString(chunkHeader, 0, 4), offset, BinaryPrimitives.ReadUInt32LittleEndian(chunkHeader.AsSpan(4)));
            if (offset + ChunkHeaderLength + chunk.Length > end || ++count > MaxChunks)
            {
                throw Broken();
            }

            if (Kept.Contains(chunk.Type))
            {
                kept.Add(chunk);
            }
        }

        return kept;
    }

    private static async Task CopyAsync(ImageReader image, Chunk chunk, Stream copy, CancellationToken cancel)
    {
        image.GoTo(chunk.Offset);
        await image.CopyAsync(ChunkHeaderLength, copy);
        if (chunk.Type == "VP8X")
        {
            await CopyExtendedAsync(image, chunk, copy, cancel);
        }
        else
        {
            await image.CopyAsync(chunk.Length, copy);
        }

        if ((chunk.Length & 1) == 1)
        {
            await copy.WriteAsync(new byte[1], cancel);
        }
    }

    private static async Task CopyExtendedAsync(ImageReader image, Chunk chunk, Stream copy, CancellationToken cancel)
    {
        if (chunk.Length != ExtendedLength)
        {
            throw Broken();
        }

        var body = await image.BytesAsync(ExtendedLength);
        body[0] &= unchecked((byte)~MetadataFlags);
        ImageMetadata.CheckSize(1 + ThreeBytes(body.AsSpan(4)), 1 + ThreeBytes(body.AsSpan(7)));
        await copy.WriteAsync(body, cancel);
    }

    private static int ThreeBytes(ReadOnlySpan<byte> from) => from[0] | (from[1] << 8) | (from[2] << 16);

    private static UnusableImageException Broken() => new(FileRefusals.Broken);
}
