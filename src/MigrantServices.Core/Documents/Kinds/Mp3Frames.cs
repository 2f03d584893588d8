namespace MigrantServices.Core.Documents.Kinds;

/// <summary>Sound recordings: two frames in a row, after an optional tag, tell them from chance.</summary>
internal static class Mp3Frames
{
    private const int SearchLength = 8192;

    private static readonly int[] FirstVersionRates = [0, 32, 40, 48, 56, 64, 80, 96, 112, 128, 160, 192, 224, 256, 320];
    private static readonly int[] SecondVersionRates = [0, 8, 16, 24, 32, 40, 48, 56, 64, 80, 96, 112, 128, 144, 160];
    private static readonly int[] FirstVersionSamples = [44_100, 48_000, 32_000];

    public static async Task<bool> AreInAsync(byte[] head, Stream file, CancellationToken cancel)
    {
        var start = TagLength(head);
        if (start == 0 && FrameLength(head) == 0)
        {
            return false;
        }

        // encoders pad between the tag and the sound
        var piece = await file.ReadAtAsync(start, start == 0 ? 4 : SearchLength, cancel);
        for (var at = 0; at + 4 <= piece.Length; at++)
        {
            var length = FrameLength(piece.AsSpan(at));
            if (length > 0 && FrameLength(await file.ReadAtAsync(start + at + length, 4, cancel)) > 0)
            {
                return true;
            }
        }

        return false;
    }

    private static long TagLength(ReadOnlySpan<byte> head)
    {
        if (head.Length < 10 || !head.StartsWith("ID3"u8) || ((head[6] | head[7] | head[8] | head[9]) & 0x80) != 0)
        {
            return 0;
        }

        var body = (head[6] << 21) | (head[7] << 14) | (head[8] << 7) | head[9];
        var footer = (head[5] & 0x10) != 0 ? 10 : 0;
        return 10L + body + footer;
    }

    /// <summary>0 when no frame of layer III begins here.</summary>
    private static int FrameLength(ReadOnlySpan<byte> header)
    {
        if (header.Length < 4 || header[0] != 0xFF || (header[1] & 0xE0) != 0xE0)
        {
            return 0;
        }

        var version = (header[1] >> 3) & 3;
        var isLayerThree = ((header[1] >> 1) & 3) == 1;
        var rate = header[2] >> 4;
        var samples = (header[2] >> 2) & 3;
        if (version == 1 || !isLayerThree || rate is 0 or 15 || samples == 3)
        {
            return 0;
        }

        var padding = (header[2] >> 1) & 1;
        var divisor = version switch { 3 => 1, 2 => 2, _ => 4 };
        return version == 3
            ? (144_000 * FirstVersionRates[rate] / FirstVersionSamples[samples]) + padding
            : (72_000 * SecondVersionRates[rate] / (FirstVersionSamples[samples] / divisor)) + padding;
    }
}
