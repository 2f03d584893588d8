namespace MigrantServices.Core.Documents.Sealing;

/// <summary>
/// Gives back a stored file, one opened piece at a time, from any place. Ends with <see cref="DamagedFileException"/> rather than
/// give a byte that was not stored. It is read asynchronously only, and owns what it was given to read with.
/// </summary>
public sealed class OpeningStream(FileCipher cipher, FileCopy copy, long length, Func<int, CancellationToken, Task<byte[]?>> load, IAsyncDisposable? owned = null)
    : Stream
{
    private readonly byte[] _chunk = new byte[FileCipher.ChunkLength];
    private readonly int _last = (int)(Math.Max(0, length - 1) / FileCipher.ChunkLength);
    private int _loaded = -1;
    private long _position;

    public override bool CanRead => true;

    public override bool CanSeek => true;

    public override bool CanWrite => false;

    public override long Length => length;

    public override long Position
    {
        get => _position;
        set => _position = value >= 0 ? value : throw new IOException("There is nothing before the beginning of a file.");
    }

    public override async ValueTask<int> ReadAsync(Memory<byte> buffer, CancellationToken cancellationToken = default)
    {
        if (_position >= length || buffer.IsEmpty)
        {
            return 0;
        }

        var number = (int)(_position / FileCipher.ChunkLength);
        if (number != _loaded)
        {
            await LoadAsync(number, cancellationToken);
        }

        var within = (int)(_position % FileCipher.ChunkLength);
        var count = Math.Min(buffer.Length, LengthOf(number) - within);
        _chunk.AsMemory(within, count).CopyTo(buffer);
        _position += count;
        return count;
    }

    public override Task<int> ReadAsync(byte[] buffer, int offset, int count, CancellationToken cancellationToken) =>
        ReadAsync(buffer.AsMemory(offset, count), cancellationToken).AsTask();

    public override int Read(byte[] buffer, int offset, int count) => throw new NotSupportedException("This stream goes one way and asynchronously only.");

    public override long Seek(long offset, SeekOrigin origin) => Position = origin switch
    {
        SeekOrigin.Begin => offset,
        SeekOrigin.Current => _position + offset,
        _ => length + offset,
    };

    public override void Write(byte[] buffer, int offset, int count) => throw new NotSupportedException("This stream goes one way and asynchronously only.");

    public override void SetLength(long value) => throw new NotSupportedException("This stream goes one way and asynchronously only.");

    public override void Flush()
    {
    }

    public override async ValueTask DisposeAsync()
    {
        if (owned is not null)
        {
            await owned.DisposeAsync();
        }

        await base.DisposeAsync();
    }

    protected override void Dispose(bool disposing)
    {
        if (disposing)
        {
            cipher.Dispose();
            (owned as IDisposable)?.Dispose();
        }

        base.Dispose(disposing);
    }

    private int LengthOf(int number) => number == _last ? (int)(length - ((long)number * FileCipher.ChunkLength)) : FileCipher.ChunkLength;

    private async Task LoadAsync(int number, CancellationToken cancel)
    {
        _loaded = -1;
        var chunk = await load(number, cancel) ?? throw new DamagedFileException("A piece of a stored file is missing.");
        cipher.OpenChunk(copy, number, number == _last, chunk, _chunk.AsSpan(0, LengthOf(number)));
        _loaded = number;
    }
}
