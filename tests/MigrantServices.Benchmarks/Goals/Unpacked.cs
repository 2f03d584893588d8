using System.IO.Compression;

namespace MigrantServices.Benchmarks.Goals;

/// <summary>What a compressed answer says.</summary>
internal static class Unpacked
{
    public static async Task<byte[]> OfAsync(ICollection<string> encoding, byte[] content)
    {
        await using var packed = new MemoryStream(content);
        await using Stream? unpacking = encoding.FirstOrDefault() switch
        {
            "br" => new BrotliStream(packed, CompressionMode.Decompress),
            "gzip" => new GZipStream(packed, CompressionMode.Decompress),
            _ => null,
        };
        if (unpacking is null)
        {
            return content;
        }

        await using var plain = new MemoryStream();
        await unpacking.CopyToAsync(plain);
        return plain.ToArray();
    }
}
