namespace MigrantServices.Core.Documents.Images;

/// <summary>Reads an image from front to back through a small window; an end in the wrong place makes the image unusable.</summary>
internal sealed class ImageReader(Stream image, CancellationToken cancel)
{
    private readonly byte[] _window = new byte[64 * 1024];
    private int _start;
    private int _end;

    public long Position => image.Position - (_end - _start);

    public long Length => image.Length;

    public async ValueTask<byte> ByteAsync()
    {
        if (_start == _end)
        {
            await FillAsync();
        }

        return _window[_start++];
    }

    public async Task<byte[]> BytesAsync(int count)
    {
        var bytes = new byte[count];
        await CopyAsync(count, new MemoryStream(bytes));
        return bytes;
    }

    public async Task CopyAsync(long count, Stream copy)
    {
        while (count > 0)
        {
            if (_start == _end)
            {
                await FillAsync();
            }

            var piece = (int)Math.Min(count, _end - _start);
            await copy.WriteAsync(_window.AsMemory(_start, piece), cancel);
            _start += piece;
            count -= piece;
        }
    }

    public void GoTo(long position)
    {
        if (position > image.Length)
        {
            throw new UnusableImageException(FileRefusals.Broken);
        }

        image.Position = position;
        _start = _end = 0;
    }

    /// <summary>Copies up to the next byte 0xFF, which is read and not copied.</summary>
    public async Task CopyToMarkAsync(Stream copy)
    {
        while (true)
        {
            if (_start == _end)
            {
                await FillAsync();
            }

            var length = _window.AsSpan(_start, _end - _start).IndexOf((byte)0xFF);
            var piece = length < 0 ? _end - _start : length;
            await copy.WriteAsync(_window.AsMemory(_start, piece), cancel);
            _start += piece;
            if (length >= 0)
            {
                _start++;
                return;
            }
        }
    }

    private async Task FillAsync()
    {
        _start = 0;
        _end = await image.ReadAsync(_window, cancel);
        if (_end == 0)
        {
            throw new UnusableImageException(FileRefusals.Broken);
        }
    }
}
