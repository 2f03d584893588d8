using MigrantServices.Core.Documents.Images;

namespace MigrantServices.Core.Documents.Kinds;

/// <summary>Tells what a file is from its content; its name and what the browser says of it are not asked.</summary>
public static class KindRecognition
{
    private const int HeadLength = 4096;

    /// <summary>The stream must be seekable; only bounded pieces of it are held at a time.</summary>
    public static async Task<Recognition> RecogniseAsync(Stream file, CancellationToken cancel)
    {
        var head = await file.ReadAtAsync(0, HeadLength, cancel);
        if (head.Length == 0)
        {
            return Recognition.Refused(FileRefusals.Empty);
        }

        if (ImageKind(head) is { } image)
        {
            var refusal = await ImageMetadata.StripAsync(image, file, Stream.Null, cancel);
            return refusal is null ? image : Recognition.Refused(refusal);
        }

        if (head.AsSpan().StartsWith("PK\u0003\u0004"u8))
        {
            return await OfficeDocuments.RecogniseAsync(file, cancel);
        }

        var recognised = await OtherKindAsync(head, file, cancel);
        return recognised.Kind is not null && await ZipDirectory.EndsFileAsync(file, cancel)
            ? Recognition.Refused(FileRefusals.MixedContent)
            : recognised;
    }

    private static FileKind? ImageKind(ReadOnlySpan<byte> head) => head switch
    {
        [0xFF, 0xD8, 0xFF, ..] => FileKind.Jpeg,
        [0x89, (byte)'P', (byte)'N', (byte)'G', 0x0D, 0x0A, 0x1A, 0x0A, ..] => FileKind.Png,
        _ when IsRiff(head, "WEBP"u8) => FileKind.WebP,
        _ => null,
    };

    private static bool IsRiff(ReadOnlySpan<byte> head, ReadOnlySpan<byte> form) =>
        head.Length >= 16 && head.StartsWith("RIFF"u8) && head[8..12].SequenceEqual(form);

    private static async Task<Recognition> OtherKindAsync(byte[] head, Stream file, CancellationToken cancel)
    {
        if (head.AsSpan().StartsWith("%PDF-"u8))
        {
            return await PdfAsync(file, cancel);
        }

        if (IsRiff(head, "WAVE"u8))
        {
            return FileKind.Wav;
        }

        if (head.Length >= 12 && head.AsSpan(4, 4).SequenceEqual("ftyp"u8))
        {
            return await Mp4Boxes.RecogniseAsync(file, cancel);
        }

        if (head.AsSpan().StartsWith(CompoundFile.Signature))
        {
            return await CompoundFile.IsHwpAsync(file, cancel) ? FileKind.Hwp : Recognition.Refused(FileRefusals.KindNotAccepted);
        }

        if (await Mp3Frames.AreInAsync(head, file, cancel))
        {
            return FileKind.Mp3;
        }

        return await PlainText.IsAsync(file, cancel) ? FileKind.Txt : Recognition.Refused(FileRefusals.KindNotAccepted);
    }

    // Scanners and banks pad the end, so the mark is looked for in the last kilobytes and not in the last line.
    private static async Task<Recognition> PdfAsync(Stream file, CancellationToken cancel)
    {
        var tail = await file.ReadAtAsync(Math.Max(0, file.Length - HeadLength), HeadLength, cancel);
        return tail.AsSpan().IndexOf("%%EOF"u8) >= 0 ? FileKind.Pdf : Recognition.Refused(FileRefusals.Broken);
    }
}
