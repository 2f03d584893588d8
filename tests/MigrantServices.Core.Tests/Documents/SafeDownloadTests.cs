using MigrantServices.Core.Documents;
using MigrantServices.Core.Documents.Kinds;
using Xunit;

namespace MigrantServices.Core.Tests.Documents;

public sealed class SafeDownloadTests
{
    [Theory]
    [InlineData("report.pdf", "report.pdf")]
    [InlineData("REPORT.PDF", "REPORT.PDF")]
    [InlineData("../../etc/passwd", "passwd.pdf")]
    [InlineData("C:\\Users\\linh\\contract.pdf", "contract.pdf")]
    [InlineData("invoice.exe", "invoice.exe.pdf")]
    [InlineData("a\r\nSet-Cookie: x=1.pdf", "aSet-Cookie_ x=1.pdf")]
    [InlineData("cod\u202Efdp.exe", "codfdp.exe.pdf")]
    [InlineData("a\0b.pdf", "ab.pdf")]
    [InlineData("a\u2028b\uFEFF.pdf", "ab.pdf")]
    [InlineData("CON.pdf", "_CON.pdf")]
    [InlineData("nul", "_nul.pdf")]
    [InlineData("...", "file.pdf")]
    [InlineData("", "file.pdf")]
    [InlineData(null, "file.pdf")]
    [InlineData(".htaccess", "htaccess.pdf")]
    [InlineData("a\"b;c%0d.pdf", "a_b_c_0d.pdf")]
    [InlineData("\uD83D.pdf", "pdf.pdf")]
    [InlineData("근로계약서.pdf", "근로계약서.pdf")]
    [InlineData("\u1100\u1173\u11AF.pdf", "\uAE00.pdf")]
    [InlineData("عقد العمل.pdf", "عقد العمل.pdf")]
    public void A_name_is_made_harmless_and_stays_readable(string? name, string expected) => Assert.Equal(expected, SafeFileName.For(FileKind.Pdf, name));

    [Fact]
    public void A_long_name_is_cut_between_letters_and_keeps_its_ending()
    {
        var cut = SafeFileName.Clean(string.Concat(Enumerable.Repeat("😀", 300)) + ".hwp");

        Assert.InRange(cut.Length, 100, CaseFile.NameMaxLength);
        Assert.EndsWith("😀.hwp", cut, StringComparison.Ordinal);
    }

    [Fact]
    public void A_cleaned_name_is_not_changed_by_cleaning_again()
    {
        var random = new Random(8705);
        for (var round = 0; round < 5_000; round++)
        {
            var name = new string(Enumerable.Range(0, random.Next(1, 200)).Select(_ => (char)random.Next(random.Next(2) == 0 ? 128 : 0x10000)).ToArray());

            var cleaned = SafeFileName.Clean(name);

            Assert.Equal(cleaned, SafeFileName.Clean(cleaned));
            Assert.InRange(cleaned.Length, 1, CaseFile.NameMaxLength);
        }
    }

    [Fact]
    public void A_plain_name_is_said_once() =>
        Assert.Equal("attachment; filename=\"my photo (1).jpg\"", Disposition(FileKind.Jpeg, "my photo (1).jpg"));

    [Fact]
    public void A_name_in_another_script_is_said_whole_and_once_in_plain_letters() =>
        Assert.Equal("attachment; filename=\"file.hwp\"; filename*=UTF-8''%EC%A6%9D%EA%B1%B0%201.hwp", Disposition(FileKind.Hwp, "증거 1.hwp"));

    [Fact]
    public void No_name_can_break_out_of_its_header()
    {
        var random = new Random(8704);
        for (var round = 0; round < 5_000; round++)
        {
            var name = new string(Enumerable.Range(0, random.Next(40)).Select(_ => (char)random.Next(round % 2 == 0 ? 128 : 0x10000)).ToArray());

            var header = Disposition(FileKind.Txt, name);

            Assert.Matches("^attachment; filename=\"[A-Za-z0-9 ._()-]+\"(; filename\\*=UTF-8''[A-Za-z0-9._%-]+)?$", header);
        }
    }

    [Fact]
    public void Every_download_is_saved_never_guessed_never_run_never_cached()
    {
        foreach (var kind in Enum.GetValues<FileKind>())
        {
            var headers = SafeDownload.HeadersFor(kind, "x.html");

            Assert.StartsWith("attachment; ", headers["Content-Disposition"], StringComparison.Ordinal);
            Assert.Equal("nosniff", headers["X-Content-Type-Options"]);
            Assert.Equal("default-src 'none'; sandbox", headers["Content-Security-Policy"]);
            Assert.Equal("private, no-store", headers["Cache-Control"]);
            Assert.Equal("same-origin", headers["Cross-Origin-Resource-Policy"]);
            Assert.Equal(kind.ContentType(), headers["Content-Type"]);
            Assert.DoesNotContain("html", headers["Content-Type"], StringComparison.Ordinal);
        }
    }

    private static string Disposition(FileKind kind, string name) => SafeDownload.HeadersFor(kind, name)["Content-Disposition"];
}
