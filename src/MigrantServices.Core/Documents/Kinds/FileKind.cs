namespace MigrantServices.Core.Documents.Kinds;

/// <summary>The kinds of evidence that people may hand in.</summary>
public enum FileKind
{
    Jpeg,
    Png,
    WebP,
    Pdf,
    Mp3,
    M4a,
    Wav,
    Mp4,
    Docx,
    Hwp,
    Hwpx,
    Txt,
}
