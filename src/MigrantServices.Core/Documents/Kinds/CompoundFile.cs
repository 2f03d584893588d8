using System.Buffers.Binary;
using System.Text;

namespace MigrantServices.Core.Documents.Kinds;

/// <summary>The older document container; only Hangul's own documents in it are taken, not old Word or Excel.</summary>
internal sealed class CompoundFile
{
    private const int HeaderLength = 512;
    private const int EntryLength = 128;
    private const int SmallPieceLength = 64;
    private const int MaxDirectorySectors = 1_000;
    private const int TableSectorsInHeader = 109;
    private const uint LastUsableSector = 0xFFFFFFF9;

    private readonly Stream _file;
    private readonly byte[] _header;
    private readonly int _sectorLength;

    private CompoundFile(Stream file, byte[] header)
    {
        _file = file;
        _header = header;
        _sectorLength = 1 << BinaryPrimitives.ReadUInt16LittleEndian(header.AsSpan(30));
    }

    public static ReadOnlySpan<byte> Signature => [0xD0, 0xCF, 0x11, 0xE0, 0xA1, 0xB1, 0x1A, 0xE1];

    /// <summary>True when the container's stream FileHeader begins with Hangul's signature.</summary>
    public static async Task<bool> IsHwpAsync(Stream file, CancellationToken cancel)
    {
        var header = await file.ReadAtAsync(0, HeaderLength, cancel);
        if (header.Length < HeaderLength || BinaryPrimitives.ReadUInt16LittleEndian(header.AsSpan(30)) is not (9 or 12))
        {
            return false;
        }

        var start = await new CompoundFile(file, header).BeginningOfAsync("FileHeader", cancel);
        return start.AsSpan().StartsWith("HWP Document File"u8);
    }

    private async Task<byte[]> BeginningOfAsync(string name, CancellationToken cancel)
    {
        uint? smallPieces = null;
        var sector = BinaryPrimitives.ReadUInt32LittleEndian(_header.AsSpan(48));
        for (var sectors = 0; sector <= LastUsableSector && sectors < MaxDirectorySectors; sectors++)
        {
            var entries = await _file.ReadAtAsync(OffsetOf(sector), _sectorLength, cancel);
            for (var at = 0; at + EntryLength <= entries.Length; at += EntryLength)
            {
                var start = BinaryPrimitives.ReadUInt32LittleEndian(entries.AsSpan(at + 116));
                smallPieces ??= start; // the root stands first and says where the small pieces lie
                if (NameOf(entries.AsSpan(at, EntryLength)) == name)
                {
                    return await PieceAsync(smallPieces.Value, (long)start * SmallPieceLength, cancel);
                }
            }

            sector = await NextAsync(sector, cancel);
        }

        return [];
    }

    private static string NameOf(ReadOnlySpan<byte> entry)
    {
        var length = Math.Clamp(BinaryPrimitives.ReadUInt16LittleEndian(entry[64..]) - 2, 0, 62);
        return Encoding.Unicode.GetString(entry[..length]);
    }

    private async Task<byte[]> PieceAsync(uint sector, long offset, CancellationToken cancel)
    {
        for (; offset >= _sectorLength && sector <= LastUsableSector && offset < _file.Length; offset -= _sectorLength)
        {
            sector = await NextAsync(sector, cancel);
        }

        return sector <= LastUsableSector && offset < _sectorLength
            ? await _file.ReadAtAsync(OffsetOf(sector) + offset, SmallPieceLength, cancel)
            : [];
    }

    private long OffsetOf(uint sector) => (sector + 1L) * _sectorLength;

    private async Task<uint> NextAsync(uint sector, CancellationToken cancel)
    {
        var perSector = (uint)_sectorLength / sizeof(uint);
        var table = await TableSectorAsync(sector / perSector, perSector, cancel);
        return await NumberAtAsync(OffsetOf(table) + (sector % perSector * sizeof(uint)), cancel);
    }

    private async Task<uint> TableSectorAsync(uint index, uint perSector, CancellationToken cancel)
    {
        if (index < TableSectorsInHeader)
        {
            return BinaryPrimitives.ReadUInt32LittleEndian(_header.AsSpan(76 + ((int)index * sizeof(uint))));
        }

        // large documents go on listing in a chain of their own; its last number in each sector leads to the next
        index -= TableSectorsInHeader;
        var list = BinaryPrimitives.ReadUInt32LittleEndian(_header.AsSpan(68));
        for (; index >= perSector - 1 && list <= LastUsableSector; index -= perSector - 1)
        {
            list = await NumberAtAsync(OffsetOf(list) + ((perSector - 1) * sizeof(uint)), cancel);
        }

        return await NumberAtAsync(OffsetOf(list) + (index * sizeof(uint)), cancel);
    }

    private async Task<uint> NumberAtAsync(long offset, CancellationToken cancel)
    {
        var number = await _file.ReadAtAsync(offset, sizeof(uint), cancel);
        return number.Length == sizeof(uint) ? BinaryPrimitives.ReadUInt32LittleEndian(number) : uint.MaxValue;
    }
}
