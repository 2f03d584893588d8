using System.Text.Unicode;

namespace MigrantServices.Core.Documents.Kinds;

/// <summary>Plain text: UTF-8, or the two-byte Korean and Chinese encodings of older editors, without control characters.</summary>
internal static class PlainText
{
    private const int PieceLength = 64 * 1024;

    public static async Task<bool> IsAsync(Stream file, CancellationToken cancel)
    {
        file.Position = 0;
        var buffer = new byte[PieceLength];
        var kept = 0;
        var (isUtf8, isTwoByte, awaitsSecond) = (true, true, false);
        int read;
        while ((read = await file.ReadAsync(buffer.AsMemory(kept), cancel)) > 0)
        {
            var fresh = buffer.AsSpan(kept, read);
            isTwoByte = isTwoByte && IsTwoByte(fresh, ref awaitsSecond);
            var all = buffer.AsSpan(0, kept + read);
            kept = UnfinishedLength(all);
            isUtf8 = isUtf8 && Utf8.IsValid(all[..^kept]);
            if (HasControls(fresh) || (!isUtf8 && !isTwoByte))
            {
                return false;
            }

            all[^kept..].CopyTo(buffer);
        }

        return (isUtf8 && kept == 0) || (isTwoByte && !awaitsSecond);
    }

    /// <summary>How many bytes at the end begin a letter whose rest is still to come.</summary>
    private static int UnfinishedLength(ReadOnlySpan<byte> text)
    {
        for (var back = 1; back <= Math.Min(3, text.Length); back++)
        {
            var letter = text[^back];
            if ((letter & 0xC0) == 0xC0)
            {
                var length = letter >= 0xF0 ? 4 : letter >= 0xE0 ? 3 : 2;
                return length > back ? back : 0;
            }

            if (letter < 0x80)
            {
                return 0;
            }
        }

        return 0;
    }

    private static bool IsTwoByte(ReadOnlySpan<byte> text, ref bool awaitsSecond)
    {
        foreach (var letter in text)
        {
            if (awaitsSecond)
            {
                if (letter is < 0x40 or 0x7F or 0xFF)
                {
                    return false;
                }

                awaitsSecond = false;
            }
            else if (letter is 0x80 or 0xFF)
            {
                return false;
            }
            else
            {
                awaitsSecond = letter > 0x80;
            }
        }

        return true;
    }

    private static bool HasControls(ReadOnlySpan<byte> text)
    {
        foreach (var letter in text)
        {
            if (letter is 0x7F || (letter < 0x20 && letter is not ((byte)'\t' or (byte)'\n' or (byte)'\f' or (byte)'\r')))
            {
                return true;
            }
        }

        return false;
    }
}
