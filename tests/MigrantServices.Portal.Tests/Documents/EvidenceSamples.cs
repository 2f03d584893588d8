using System.Text;

namespace MigrantServices.Portal.Tests.Documents;

/// <summary>Files as people hand them in.</summary>
internal static class EvidenceSamples
{
    public const string Place = "GPS 37.3219N 126.8309E";

    /// <summary>As long as asked for, with a place in its comment.</summary>
    public static byte[] Photo(int length = 2_000)
    {
        byte[] beginning =
        [
            0xFF, 0xD8,
            .. Segment(0xFE, Encoding.ASCII.GetBytes(Place)),
            .. Segment(0xC0, [8, 0, 8, 0, 8, 1, 1, 0x11, 0]),
            .. Segment(0xDA, [1, 1, 0, 0, 63, 0]),
        ];
        var picture = new byte[length - beginning.Length - 2];
        Array.Fill(picture, (byte)'p');
        return [.. beginning, .. picture, 0xFF, 0xD9];
    }

    public static byte[] Pdf(int length = 2_000)
    {
        const string end = "\n%%EOF\n";
        return Encoding.ASCII.GetBytes("%PDF-1.7\n" + new string(' ', length - 9 - end.Length) + end);
    }

    private static byte[] Segment(byte marker, byte[] body) => [0xFF, marker, 0, (byte)(body.Length + 2), .. body];
}
