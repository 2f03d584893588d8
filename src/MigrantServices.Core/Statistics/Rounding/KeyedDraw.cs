using System.Buffers.Binary;
using System.Security.Cryptography;

namespace MigrantServices.Core.Statistics.Rounding;

/// <summary>Random numbers that are a function of a key and of nothing else: the same seed draws the same, on every machine and for ever. SHA-256 of seed and counter.</summary>
public sealed class KeyedDraw
{
    private const int SeedLength = 32;

    private readonly byte[] _block = new byte[SeedLength + sizeof(ulong)];
    private readonly byte[] _bytes = new byte[SHA256.HashSizeInBytes];
    private ulong _counter;
    private int _used = SHA256.HashSizeInBytes;

    public KeyedDraw(ReadOnlySpan<byte> seed)
    {
        if (seed.Length != SeedLength)
        {
            throw new ArgumentException($"It is {SeedLength} bytes long.", nameof(seed));
        }

        seed.CopyTo(_block);
    }

    /// <summary>A number from zero up to, and not including, <paramref name="bound"/>, each equally likely.</summary>
    public long NextBelow(long bound)
    {
        ArgumentOutOfRangeException.ThrowIfLessThan(bound, 1);
        var limit = (ulong)bound;
        // numbers from the last, incomplete round would be likelier than others
        var last = ulong.MaxValue - ((ulong.MaxValue % limit) + 1) % limit;
        ulong drawn;
        do
        {
            drawn = Next();
        }
        while (drawn > last);
        return (long)(drawn % limit);
    }

    /// <summary>The numbers from zero up to <paramref name="count"/> in a drawn order.</summary>
    public int[] Order(int count)
    {
        var order = Enumerable.Range(0, count).ToArray();
        for (var at = count - 1; at > 0; at--)
        {
            var other = (int)NextBelow(at + 1);
            (order[at], order[other]) = (order[other], order[at]);
        }

        return order;
    }

    private ulong Next()
    {
        if (_used == _bytes.Length)
        {
            BinaryPrimitives.WriteUInt64BigEndian(_block.AsSpan(SeedLength), _counter++);
            SHA256.HashData(_block, _bytes);
            _used = 0;
        }

        var number = BinaryPrimitives.ReadUInt64BigEndian(_bytes.AsSpan(_used));
        _used += sizeof(ulong);
        return number;
    }
}
