namespace MigrantServices.Core.Documents.Sealing;

/// <summary>Takes a file as it arrives and hands on closed pieces; never more than one piece is held.</summary>
public sealed class SealingStream(FileCipher cipher, FileCopy copy, Func<int, byte[], CancellationToken, Task> store) : Stream
{
    private readonly byte[] _chunk = new byte[FileCipher.ChunkLength];
    private int _filled;
    private int _number;

    public override bool CanRead => false;

    public override bool CanSeek => false;

    public override bool CanWrite => true;

    /// <summary>What was taken so far, before closing.</summary>
    public override long Length => ((long)_number * FileCipher.ChunkLength) + _filled;

    public override long Position
    {
        get => Length;
        set => throw new NotSupportedException("This stream goes one way and asynchronously only.");
    }

    public override async ValueTask WriteAsync(ReadOnlyMemory<byte> buffer, CancellationToken cancellationToken = default)
    {
        while (!buffer.IsEmpty)
        {
            // A full piece waits until more comes: only then is it known not to be the last.
            if (_filled == _chunk.Length)
            {
                await StoreAsync(isLast: false, cancellationToken);
            }

            var piece = buffer[..Math.Min(buffer.Length, _chunk.Length - _filled)];
            piece.CopyTo(_chunk.AsMemory(_filled));
            _filled += piece.Length;
            buffer = buffer[piece.Length..];
        }
    }

    /// <summary>Hands on the last piece and gives the whole length. Without it the file counts as torn.</summary>
    public async Task<long> CompleteAsync(CancellationToken cancel)
    {
        var length = Length;
        await StoreAsync(isLast: true, cancel);
        return length;
    }

    public override Task WriteAsync(byte[] buffer, int offset, int count, CancellationToken cancellationToken) =>
        WriteAsync(buffer.AsMemory(offset, count), cancellationToken).AsTask();

    public override void Write(byte[] buffer, int offset, int count) => throw new NotSupportedException("This stream goes one way and asynchronously only.");

    public override int Read(byte[] buffer, int offset, int count) => throw new NotSupportedException("This stream goes one way and asynchronously only.");

    public override long Seek(long offset, SeekOrigin origin) => throw new NotSupportedException("This stream goes one way and asynchronously only.");

    public override void SetLength(long value) => throw new NotSupportedException("This stream goes one way and asynchronously only.");

    public override void Flush()
    {
    }

    private async Task StoreAsync(bool isLast, CancellationToken cancel)
    {
        await store(_number, cipher.SealChunk(copy, _number, isLast, _chunk.AsSpan(0, _filled)), cancel);
        _number++;
        _filled = 0;
    }
}
