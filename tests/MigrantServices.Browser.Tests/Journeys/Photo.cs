using System.Buffers.Binary;
using System.Text;
using MigrantServices.Browser.Tests.Browsing;

namespace MigrantServices.Browser.Tests.Journeys;

/// <summary>A photograph as a telephone makes it: a real picture that tells where it was taken.</summary>
public static class Photo
{
    /// <summary>Written into the metadata; nobody in the office may find it.</summary>
    public const string Place = "GPS 37.3219N 126.8309E";

    public static async Task<byte[]> TakeAsync()
    {
        await using var context = await (await Chromium.Browser).NewContextAsync();
        var page = await context.NewPageAsync();
        var drawn = await page.EvaluateAsync<string>(
            """
            () => {
              const canvas = Object.assign(document.createElement('canvas'), { width: 320, height: 240 });
              const pen = canvas.getContext('2d');
              pen.fillStyle = '#8ac';
              pen.fillRect(0, 0, 320, 240);
              pen.fillStyle = '#a52';
              pen.fillRect(90, 80, 140, 160);
              return canvas.toDataURL('image/jpeg').split(',')[1];
            }
            """);
        var jpeg = Convert.FromBase64String(drawn);
        return [.. jpeg[..2], .. Segment(Exif()), .. jpeg[2..]];
    }

    private static byte[] Segment(byte[] content)
    {
        byte[] head = [0xFF, 0xE1, 0, 0];
        BinaryPrimitives.WriteUInt16BigEndian(head.AsSpan(2), (ushort)(content.Length + 2));
        return [.. head, .. content];
    }

    /// <summary>One directory with one entry, ImageDescription, and the place in it.</summary>
    private static byte[] Exif() =>
    [
        .. "Exif\0\0II*\0"u8, 8, 0, 0, 0,
        1, 0, 0x0E, 0x01, 2, 0, (byte)(Place.Length + 1), 0, 0, 0, 26, 0, 0, 0,
        0, 0, 0, 0, .. Encoding.ASCII.GetBytes(Place), 0,
    ];
}
