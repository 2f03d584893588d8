using System.Globalization;
using System.Text;
using System.Text.RegularExpressions;
using MigrantServices.Core.Documents.Pdf;
using MigrantServices.Testing.Papers;
using Xunit;

namespace MigrantServices.Core.Tests.Documents;

/// <summary>A paper can be read aloud in its order, in its languages, on every machine that has the libraries.</summary>
public sealed class PdfDocumentTests
{
    private static readonly PdfLanguage Arabic = new("ar", IsRightToLeft: true);
    private static readonly PdfLanguage Korean = new("ko");

    [PdfFact]
    public void It_says_that_it_is_tagged_its_language_and_its_title()
    {
        var file = Read(Paper());

        Assert.StartsWith("%PDF-", file, StringComparison.Ordinal);
        Assert.Contains("/MarkInfo << /Marked true >>", file, StringComparison.Ordinal);
        Assert.Contains("/DisplayDocTitle true", file, StringComparison.Ordinal);
        Assert.Matches(@"/Type /Catalog[^>]*/Lang \(ar\)", Squeezed(file.Replace("<< /Marked true >>", "", StringComparison.Ordinal)));
        Assert.Contains("/Title <FEFF" + Convert.ToHexString(Encoding.BigEndianUnicode.GetBytes("ردّنا")), file, StringComparison.OrdinalIgnoreCase);
    }

    [PdfFact]
    public void Each_piece_is_tagged_in_its_order_and_in_its_own_language()
    {
        var file = Read(Paper());

        Assert.Equal(
            ["Document ar", "H1 ar", "Table ar", "TR ar", "TH ar", "TD ar", "TR ar", "TH ar", "TD ar", "H2 ar", "P ar", "H1 ko", "P ko"],
            Tags(file).Prepend(Tags(file).Last()).SkipLast(1));
        Assert.Contains("/A << /O /Table /Scope /Row >>", file, StringComparison.Ordinal);
    }

    [PdfFact]
    public void Every_font_is_in_the_file_and_its_letters_can_be_found_again()
    {
        var file = Read(Paper());

        var fonts = Regex.Count(file, "/Type /FontDescriptor", RegexOptions.None, TimeSpan.FromSeconds(5));
        Assert.NotEqual(0, fonts);
        Assert.Equal(fonts, Regex.Count(file, "/FontFile", RegexOptions.None, TimeSpan.FromSeconds(5)));
        Assert.Contains("/ToUnicode", file, StringComparison.Ordinal);
    }

    [PdfFact]
    public void The_same_paper_gives_the_same_file() => Assert.Equal(Paper(), Paper());

    [PdfFact]
    public void A_long_text_goes_on_overleaf_and_every_tag_is_closed()
    {
        var paper = new PdfDocument("긴 글", Korean, DateTimeOffset.UnixEpoch);
        paper.Paragraph(string.Join(' ', Enumerable.Repeat("집주인은 앞으로 국적을 이유로 거절하지 않기로 하였습니다.", 400)));
        paper.Facts(Enumerable.Range(1, 60).Select(i => (i.ToString(CultureInfo.InvariantCulture), "값")));

        var file = Read(paper.ToBytes());

        Assert.True(Regex.Count(file, "/Type /Page[^s]", RegexOptions.None, TimeSpan.FromSeconds(5)) >= 4);
        Assert.Contains("/Type /StructElem", file, StringComparison.Ordinal);
    }

    [PdfFact]
    public void The_table_at_the_end_leads_to_every_changed_object()
    {
        var file = Read(Paper());
        var table = file[int.Parse(file[(file.LastIndexOf("startxref", StringComparison.Ordinal) + 10)..].Split('\n')[0], CultureInfo.InvariantCulture)..];

        var places = Regex.Matches(table, @"(?<number>\d+) 1\n(?<at>\d{10}) 00000 n ", RegexOptions.None, TimeSpan.FromSeconds(5));

        Assert.NotEmpty(places);
        Assert.All(places, place => Assert.StartsWith(
            place.Groups["number"].Value + " 0 obj",
            file[int.Parse(place.Groups["at"].Value, CultureInfo.InvariantCulture)..],
            StringComparison.Ordinal));
    }

    [PdfFact]
    public void Empty_words_and_stray_signs_break_nothing()
    {
        var paper = new PdfDocument("", Korean, DateTimeOffset.UnixEpoch);
        paper.Heading(9, "");
        paper.Paragraph("a\0b\uFFFF <b>&amp;</b>\n\n\tend");
        paper.Facts([]);

        Assert.StartsWith("%PDF-", Read(paper.ToBytes()), StringComparison.Ordinal);
    }

    private static byte[] Paper()
    {
        var paper = new PdfDocument("ردّنا", Arabic, new(2026, 11, 23, 3, 0, 0, TimeSpan.Zero));
        paper.Heading(1, "ردّنا");
        paper.Facts([("الجهة", "قسم سياسات مجتمع الهجرة"), ("رقم القضية", "DG-2026-12345-67890")]);
        paper.Heading(2, "النتيجة");
        paper.Paragraph("طُلب من صاحب السكن أن يصلح ما فعله.");
        paper.NewPage();
        paper.Heading(1, "처리 결과", Korean);
        paper.Paragraph("집주인이 고치기로 하였습니다. Chủ nhà 简体中文", Korean);
        return paper.ToBytes();
    }

    // the newest words of an object stand last
    private static List<string> Tags(string file) =>
    [
        .. Regex.Matches(file, @"\n(?<number>\d+) 0 obj\n<< /Type /StructElem\s+(?:/S /(?<tag>\w+)\s+)?/Lang \((?<language>[\w-]+)\)(?:\s+/A <<[^>]*>>)?(?:\s+/S /(?<tag>\w+))?", RegexOptions.None, TimeSpan.FromSeconds(5))
            .OrderBy(match => int.Parse(match.Groups["number"].Value, CultureInfo.InvariantCulture))
            .Select(match => $"{match.Groups["tag"].Value} {match.Groups["language"].Value}"),
    ];

    private static string Read(byte[] file) => Encoding.Latin1.GetString(file);

    private static string Squeezed(string text) => text.ReplaceLineEndings(" ");
}
