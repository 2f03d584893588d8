using System.Text;

namespace MigrantServices.Core.Documents.Kinds;

/// <summary>Word and Hangul documents that are zip archives; other archives and documents with programs are not taken.</summary>
internal static class OfficeDocuments
{
    private const int MaxContentTypesLength = 512 * 1024;
    private const int MaxMimeTypeLength = 64;

    private static readonly string[] NeverInDocuments =
        [".zip", ".7z", ".rar", ".gz", ".jar", ".exe", ".dll", ".scr", ".bat", ".cmd", ".ps1", ".vbs", ".lnk", ".msi", ".docm", ".xlsm", ".pptm"];

    public static async Task<Recognition> RecogniseAsync(Stream file, CancellationToken cancel)
    {
        var directory = await ZipDirectory.ReadAsync(file, cancel);
        if (directory is null)
        {
            return Recognition.Refused(FileRefusals.Broken);
        }

        var recognised = await KindAsync(file, directory, cancel);
        return recognised.Kind is null || (directory.IsSafe && !directory.Entries.Any(IsOutOfPlace))
            ? recognised
            : Recognition.Refused(FileRefusals.UnsafeArchive);
    }

    private static async Task<Recognition> KindAsync(Stream file, ZipDirectory directory, CancellationToken cancel)
    {
        if (Find(directory, "mimetype") is { } mimeType)
        {
            var type = await ZipDirectory.UnpackAsync(file, mimeType, MaxMimeTypeLength, cancel);
            return type is not null && Encoding.ASCII.GetString(type).Trim() == "application/hwp+zip"
                ? FileKind.Hwpx
                : Recognition.Refused(FileRefusals.KindNotAccepted);
        }

        if (Find(directory, "[Content_Types].xml") is not { } contentTypes || Find(directory, "word/document.xml") is null)
        {
            return Recognition.Refused(FileRefusals.KindNotAccepted);
        }

        var parts = await ZipDirectory.UnpackAsync(file, contentTypes, MaxContentTypesLength, cancel);
        return parts is null ? Recognition.Refused(FileRefusals.Broken)
            : directory.Entries.Any(entry => SpeaksOfMacros(entry.Name)) || SpeaksOfMacros(await TextAsync(parts, cancel))
                ? Recognition.Refused(FileRefusals.HasMacros)
                : FileKind.Docx;
    }

    private static ZipDirectory.Entry? Find(ZipDirectory directory, string name) =>
        directory.Entries.FirstOrDefault(entry => entry.Name.Equals(name, StringComparison.OrdinalIgnoreCase));

    // A part with programs may bear any name; the list of content types then still calls it by its kind.
    private static bool SpeaksOfMacros(string text) =>
        text.Contains("vbaProject", StringComparison.OrdinalIgnoreCase) || text.Contains("macroEnabled", StringComparison.OrdinalIgnoreCase);

    private static bool IsOutOfPlace(ZipDirectory.Entry entry) =>
        entry.Name.Contains("..", StringComparison.Ordinal)
        || NeverInDocuments.Contains(Path.GetExtension(entry.Name), StringComparer.OrdinalIgnoreCase);

    private static async Task<string> TextAsync(byte[] xml, CancellationToken cancel)
    {
        using var reader = new StreamReader(new MemoryStream(xml), Encoding.UTF8, detectEncodingFromByteOrderMarks: true);
        return await reader.ReadToEndAsync(cancel);
    }
}
