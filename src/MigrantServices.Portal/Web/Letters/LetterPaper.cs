using Microsoft.AspNetCore.Mvc;
using MigrantServices.Core.Cases;
using MigrantServices.Core.Documents;
using MigrantServices.Core.Documents.Kinds;
using MigrantServices.Core.Documents.Pdf;
using MigrantServices.Core.Grievances;

namespace MigrantServices.Portal.Web.Letters;

/// <summary>A sent letter as a tagged PDF, one language after the other.</summary>
public static class LetterPaper
{
    /// <summary>Says nothing of what is in it.</summary>
    private const string FileName = "letter.pdf";

    public static FileContentResult Of(SentLetter sent, LetterSides sides, HttpResponse response) => Of(sent.SentAt, sides, response);

    public static FileContentResult Of(DateTimeOffset sentAt, LetterSides sides, HttpResponse response)
    {
        foreach (var (name, value) in SafeDownload.HeadersFor(FileKind.Pdf, FileName).Where(header => header.Key != "Content-Type"))
        {
            response.Headers[name] = value;
        }

        return new(Make(sentAt, sides), FileKind.Pdf.ContentType());
    }

    public static byte[] Make(DateTimeOffset sentAt, LetterSides sides)
    {
        var all = sides.Sides().ToList();
        var first = all[0].Language;
        var paper = new PdfDocument(all[0].Pieces[0].Text, new(first.Tag, first.IsRightToLeft), sentAt);
        foreach (var (language, pieces) in all)
        {
            var tongue = new PdfLanguage(language.Tag, language.IsRightToLeft);
            if (language != first)
            {
                paper.NewPage();
            }

            foreach (var piece in pieces)
            {
                Add(paper, piece, tongue);
            }
        }

        return paper.ToBytes();
    }

    private static void Add(PdfDocument paper, LetterPiece piece, PdfLanguage language)
    {
        switch (piece.Part)
        {
            case LetterPart.Title:
                paper.Heading(1, piece.Text, language);
                break;
            case LetterPart.Heading:
                paper.Heading(2, piece.Text, language);
                break;
            case LetterPart.Facts:
                paper.Facts(piece.Facts, language);
                break;
            default:
                paper.Paragraph(piece.Text, language);
                break;
        }
    }
}
