using System.Buffers.Binary;
using System.IO.Compression;
using System.Text;

namespace MigrantServices.Core.Documents.Kinds;

/// <summary>The table of contents of a zipped document, read without unpacking anything.</summary>
internal sealed class ZipDirectory(IReadOnlyList<ZipDirectory.Entry> entries, bool isSafe)
{
    private const int EndLength = 22;
    private const int MaxCommentLength = ushort.MaxValue;
    private const int MaxEntries = 2_000;
    private const int MaxDirectoryLength = 1024 * 1024;
    private const long MaxUnpacked = 300L * 1024 * 1024;

    // Word's XML packs up to forty times smaller; small files may exceed that without harm.
    private const int MaxRatio = 100;
    private const long RatioMattersFrom = 20L * 1024 * 1024;

    public sealed record Entry(string Name, int Method, long Packed, long Unpacked, long Offset, bool IsLocked);

    public IReadOnlyList<Entry> Entries { get; } = entries;

    /// <summary>False for what unfolds beyond measure, overlaps, is locked or names two entries alike.</summary>
    public bool IsSafe { get; } = isSafe;

    /// <summary>True when an archive is glued to the end of this file.</summary>
    public static async Task<bool> EndsFileAsync(Stream file, CancellationToken cancel) => await FindEndAsync(file, cancel) is not null;

    /// <summary>Null when the table is missing, torn, too large or not where it must be.</summary>
    public static async Task<ZipDirectory?> ReadAsync(Stream file, CancellationToken cancel)
    {
        if (await FindEndAsync(file, cancel) is not var (endOffset, end) || end is null)
        {
            return null;
        }

        var count = BinaryPrimitives.ReadUInt16LittleEndian(end.AsSpan(10));
        var length = BinaryPrimitives.ReadUInt32LittleEndian(end.AsSpan(12));
        var offset = BinaryPrimitives.ReadUInt32LittleEndian(end.AsSpan(16));
        if (count is 0 or > MaxEntries || length > MaxDirectoryLength || offset + length != endOffset)
        {
            return null;
        }

        var table = await file.ReadAtAsync(offset, (int)length, cancel);
        return Parse(table, count) is { } entries ? new ZipDirectory(entries, LooksSafe(entries, file.Length)) : null;
    }

    /// <summary>The content of a small entry; null when it is larger than allowed or cannot be unpacked.</summary>
    public static async Task<byte[]?> UnpackAsync(Stream file, Entry entry, int atMost, CancellationToken cancel)
    {
        var header = await file.ReadAtAsync(entry.Offset, 30, cancel);
        if (header.Length < 30 || !header.AsSpan().StartsWith("PK\u0003\u0004"u8) || entry.Packed > atMost || entry.Unpacked > atMost)
        {
            return null;
        }

        var names = BinaryPrimitives.ReadUInt16LittleEndian(header.AsSpan(26)) + BinaryPrimitives.ReadUInt16LittleEndian(header.AsSpan(28));
        var packed = await file.ReadAtAsync(entry.Offset + 30 + names, (int)entry.Packed, cancel);
        return entry.Method switch
        {
            0 => packed,
            8 => Inflate(packed, (int)entry.Unpacked),
            _ => null,
        };
    }

    private static byte[]? Inflate(byte[] packed, int length)
    {
        try
        {
            using var inflating = new DeflateStream(new MemoryStream(packed), CompressionMode.Decompress);
            var unpacked = new byte[length];
            return inflating.ReadAtLeast(unpacked, length, throwOnEndOfStream: false) == length ? unpacked : null;
        }
        catch (InvalidDataException)
        {
            return null;
        }
    }

    private static async Task<(long Offset, byte[] End)?> FindEndAsync(Stream file, CancellationToken cancel)
    {
        var start = Math.Max(0, file.Length - EndLength - MaxCommentLength);
        var tail = await file.ReadAtAsync(start, EndLength + MaxCommentLength, cancel);
        for (var at = tail.Length - EndLength; at >= 0; at--)
        {
            if (tail.AsSpan(at).StartsWith("PK\u0005\u0006"u8)
                && at + EndLength + BinaryPrimitives.ReadUInt16LittleEndian(tail.AsSpan(at + 20)) == tail.Length)
            {
                return (start + at, tail[at..(at + EndLength)]);
            }
        }

        return null;
    }

    private static List<Entry>? Parse(ReadOnlySpan<byte> table, int count)
    {
        var entries = new List<Entry>(count);
        for (; count > 0; count--)
        {
            if (table.Length < 46 || !table.StartsWith("PK\u0001\u0002"u8))
            {
                return null;
            }

            var nameLength = BinaryPrimitives.ReadUInt16LittleEndian(table[28..]);
            var length = 46 + nameLength + BinaryPrimitives.ReadUInt16LittleEndian(table[30..]) + BinaryPrimitives.ReadUInt16LittleEndian(table[32..]);
            if (table.Length < length)
            {
                return null;
            }

            entries.Add(new Entry(
                Encoding.UTF8.GetString(table.Slice(46, nameLength)),
                BinaryPrimitives.ReadUInt16LittleEndian(table[10..]),
                BinaryPrimitives.ReadUInt32LittleEndian(table[20..]),
                BinaryPrimitives.ReadUInt32LittleEndian(table[24..]),
                BinaryPrimitives.ReadUInt32LittleEndian(table[42..]),
                (table[8] & 1) != 0));
            table = table[length..];
        }

        return table.IsEmpty ? entries : null;
    }

    private static bool LooksSafe(List<Entry> entries, long fileLength)
    {
        var unpacked = entries.Sum(entry => entry.Unpacked);
        return unpacked <= MaxUnpacked
            && (unpacked <= RatioMattersFrom || unpacked <= fileLength * MaxRatio)
            && entries.Sum(entry => entry.Packed) <= fileLength
            && entries.TrueForAll(entry => !entry.IsLocked)
            && entries.Select(entry => entry.Name).Distinct(StringComparer.OrdinalIgnoreCase).Count() == entries.Count;
    }
}
