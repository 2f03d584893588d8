namespace MigrantServices.Core.Documents.Kinds;

/// <summary>Reads small pieces out of a file without holding the file.</summary>
internal static class StreamPieces
{
    /// <summary>Up to that many bytes from that place; fewer where the file ends, none where the place lies outside.</summary>
    public static async Task<byte[]> ReadAtAsync(this Stream file, long offset, int count, CancellationToken cancel)
    {
        if (offset < 0 || offset >= file.Length || count <= 0)
        {
            return [];
        }

        file.Position = offset;
        var piece = new byte[Math.Min(count, file.Length - offset)];
        await file.ReadExactlyAsync(piece, cancel);
        return piece;
    }
}
