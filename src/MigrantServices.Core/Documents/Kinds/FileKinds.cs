namespace MigrantServices.Core.Documents.Kinds;

/// <summary>What each kind is called by browsers and by file names.</summary>
public static class FileKinds
{
    private static readonly Dictionary<FileKind, (string ContentType, string[] Extensions)> Facts = new()
    {
        [FileKind.Jpeg] = ("image/jpeg", [".jpg", ".jpeg"]),
        [FileKind.Png] = ("image/png", [".png"]),
        [FileKind.WebP] = ("image/webp", [".webp"]),
        [FileKind.Pdf] = ("application/pdf", [".pdf"]),
        [FileKind.Mp3] = ("audio/mpeg", [".mp3"]),
        [FileKind.M4a] = ("audio/mp4", [".m4a"]),
        [FileKind.Wav] = ("audio/wav", [".wav"]),
        [FileKind.Mp4] = ("video/mp4", [".mp4", ".m4a"]),
        [FileKind.Docx] = ("application/vnd.openxmlformats-officedocument.wordprocessingml.document", [".docx"]),
        [FileKind.Hwp] = ("application/x-hwp", [".hwp"]),
        [FileKind.Hwpx] = ("application/hwp+zip", [".hwpx"]),
        [FileKind.Txt] = ("text/plain", [".txt"]),
    };

    /// <summary>For the accept attribute of a file field: a hint to the browser, never a check.</summary>
    public static string Accept { get; } = string.Join(
        ',',
        Facts.Values.SelectMany(fact => fact.Extensions).Distinct(StringComparer.Ordinal)
            .Concat(["image/*", "audio/*", "video/mp4"])); // for telephones, which then offer the camera and the recorder

    public static string ContentType(this FileKind kind) => Facts[kind].ContentType;

    /// <summary>The first is the one we give.</summary>
    public static IReadOnlyList<string> Extensions(this FileKind kind) => Facts[kind].Extensions;

    public static bool IsImage(this FileKind kind) => kind is FileKind.Jpeg or FileKind.Png or FileKind.WebP;
}
