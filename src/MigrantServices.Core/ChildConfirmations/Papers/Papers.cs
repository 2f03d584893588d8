using MigrantServices.Core.Documents.Pdf;
using QRCoder;

namespace MigrantServices.Core.ChildConfirmations.Papers;

/// <summary>Draws the two papers: the document on A4, and the card with its two sides in the size of a bank card.</summary>
public static class Papers
{
    public const int NewestTemplate = 2;

    /// <summary>From this version on the document says what its date is.</summary>
    internal const int WithLabelledDate = 2;

    /// <exception cref="InvalidOperationException">The libraries are missing (see <see cref="PdfLibrary.IsHere"/>), or they refused.</exception>
    public static PrintedPapers Print(PaperContent content)
    {
        if (content.Template is < 1 or > NewestTemplate || content.Names.All.Count == 0)
        {
            throw new ArgumentException("There is no such template, or no name at all.", nameof(content));
        }

        using var maker = new QRCodeGenerator();
        using var code = maker.CreateQrCode(content.CheckUrl, QRCodeGenerator.ECCLevel.M);
        var (ko, theirs) = (content.InKorean, content.InTheirLanguage);
        return new(
            PdfPress.Print(Head(Both(ko.Document, theirs?.Document), DocumentSheet.Width, DocumentSheet.Height), sheet => new DocumentSheet(sheet, content, code).Draw()),
            PdfPress.Print(Head(Both(ko.Card, theirs?.Card), CardSheet.Width, CardSheet.Height), sheet => new CardSheet(sheet, content, code).Draw()));

        PdfHead Head(string title, double width, double height) => new(title, ko.Language, content.IssuedAt, width, height);

        // no name: the title stands in windows and lists of files
        static string Both(string korean, string? other) => other is null ? korean : $"{korean} · {other}";
    }
}

/// <summary>Both papers as PDF.</summary>
public sealed record PrintedPapers(byte[] Document, byte[] Card);
