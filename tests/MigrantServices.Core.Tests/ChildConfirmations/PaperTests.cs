using System.Diagnostics;
using System.Formats.Asn1;
using System.Globalization;
using System.Numerics;
using System.Security.Cryptography;
using System.Text;
using System.Text.Json;
using System.Text.RegularExpressions;
using Microsoft.Extensions.Configuration;
using MigrantServices.Core.Calendar;
using MigrantServices.Core.ChildConfirmations.Papers;
using MigrantServices.Core.Grievances;
using MigrantServices.Core.Tests.Documents;
using MigrantServices.Portal.Web;
using MigrantServices.Portal.Web.Papers;
using MigrantServices.Testing.Papers;
using Xunit;

namespace MigrantServices.Core.Tests.ChildConfirmations;

/// <summary>Document and card: whole, tagged, small, and checked with programs that are not ours. With PAPERS naming a folder they are kept there to be looked at.</summary>
public sealed class PaperTests
{
    private const int MostBytes = 300 * 1024;

    private static readonly TimeSpan Patience = TimeSpan.FromSeconds(5);
    private static readonly string? Kept = Environment.GetEnvironmentVariable("PAPERS");
    private static readonly Tokens Office = new();
    private static readonly PaperPrinter Printer = new(TextCatalog.Load(Path.Combine(Text.Repository.Portal, "Text"), refusesMissing: true), new ConfigurationBuilder().Build());

    private readonly string _token = Office.Signer.Sign().Text;

    private static readonly Dictionary<string, Func<string, PaperFacts>> Samples = new(StringComparer.Ordinal)
    {
        ["vi"] = token => PaperSample.Facts(token),
        ["en"] = token => PaperSample.Facts(token, "en") with { NativeName = null, LatinName = "ADAEZE GRACE OKONKWO", KoreanName = "아다에제 그레이스 오콩코", BornPrecision = DatePrecision.Month },
        ["ar"] = token => PaperSample.Facts(token, "ar") with { NativeName = "ليلى يوسف أحمد الحسن", LatinName = "LEILA YOUSSEF AHMED AL HASSAN", KoreanName = "레일라 유세프 아흐메드 알하산" },
        ["km"] = token => PaperSample.Facts(token, "km") with { NativeName = "សុខ ស្រីនាង", LatinName = "SOK SREYNEANG", KoreanName = "속 스레이니앙" },
        ["my"] = token => PaperSample.Facts(token, "my") with { NativeName = "မေသန္တာအောင်", LatinName = "MAY THANDAR AUNG", KoreanName = "메이 딴다 아웅", Sex = null },
        ["ne"] = token => PaperSample.Facts(token, "ne") with { NativeName = "सृष्टि गुरुङ", LatinName = "SRISHTI GURUNG", KoreanName = "스리슈티 구룽", Sex = "male" },
        ["zh-Hans"] = token => PaperSample.Facts(token, "zh-Hans") with { NativeName = "欧阳雨桐", LatinName = "OUYANG YUTONG", KoreanName = "어우양 위퉁" },
        ["korean-only"] = token => PaperSample.Facts(token, "ko") with { NativeName = null, LatinName = null, KoreanName = "한별", BornPrecision = DatePrecision.Year, Sex = null },
        ["long"] = token => PaperSample.Facts(token, "en") with
        {
            NativeName = "Maria Cristina Guadalupe Esperanza Villanueva-Santiago de los Reyes y Montenegro",
            LatinName = "MARIA CRISTINA GUADALUPE ESPERANZA VILLANUEVA SANTIAGO DE LOS REYES Y MONTENEGRO",
            KoreanName = "마리아 크리스티나 과달루페 에스페란사 비야누에바 산티아고 데 로스 레예스 이 몬테네그로",
            NativeLanguage = "fil",
        },
    };

    public static TheoryData<string> Names => [.. Samples.Keys];

    [PdfTheory]
    [MemberData(nameof(Names))]
    public void Both_papers_are_whole_tagged_and_hold_their_fonts(string name)
    {
        var papers = Print(name);

        Assert.InRange(papers.Document.Length + papers.Card.Length, 1, MostBytes);
        foreach (var paper in new[] { papers.Document, papers.Card })
        {
            var text = Encoding.Latin1.GetString(paper);
            Assert.Contains("/MarkInfo << /Marked true >>", text, StringComparison.Ordinal);
            Assert.Contains("/Lang (ko)", text, StringComparison.Ordinal);
            Assert.Equal(2, Count(text, "/Alt <FEFF"));
            Assert.Equal(Count(text, "/Type /FontDescriptor"), Count(text, "/FontFile"));
            Assert.Equal(1, Count(text, "/Filter /DCTDecode"));
            Assert.DoesNotContain(_token, text, StringComparison.Ordinal);
        }

        Assert.Equal(2, Count(Encoding.Latin1.GetString(papers.Card), "/Type /Page[^s]"));
        Assert.Equal(1, Count(Encoding.Latin1.GetString(papers.Document), "/Type /Page[^s]"));
    }

    [PdfFact]
    public void The_same_papers_give_the_same_files() => Assert.Equal(Print("vi").Document, Print("vi").Document);

    [PdfFact]
    public void Without_any_name_or_with_an_unknown_template_nothing_is_printed()
    {
        Assert.Throws<ArgumentException>(() => Printer.Print(PaperSample.Facts(_token) with { NativeName = " ", LatinName = null, KoreanName = "" }, PaperSample.CheckAddress));
        Assert.Throws<ArgumentException>(() => Printer.Print(PaperSample.Facts(_token) with { Template = 99 }, PaperSample.CheckAddress));
    }

    [Fact]
    public void A_language_that_the_portal_does_not_speak_is_answered_in_English_beside_Korean()
    {
        var content = Printer.Content(Samples["km"](_token), PaperSample.CheckAddress);

        Assert.Equal(("ko", "en"), (content.InKorean.Language.Tag, content.InTheirLanguage!.Language.Tag));
        Assert.Null(Printer.Content(Samples["korean-only"](_token), PaperSample.CheckAddress).InTheirLanguage);
    }

    [Theory]
    [MemberData(nameof(Names))]
    public void Every_language_says_that_neither_nationality_nor_status_follows(string name)
    {
        var content = Printer.Content(Samples[name](_token), PaperSample.CheckAddress);

        Assert.Contains("국적", content.InKorean.NoStatus, StringComparison.Ordinal);
        Assert.Contains("7", (content.InTheirLanguage ?? content.InKorean).NoStatus, StringComparison.Ordinal);
    }

    [NeedsPrograms("pdftotext", "qpdf", "pdffonts")]
    public void Names_numbers_and_days_can_be_read_back_and_the_files_are_sound()
    {
        using var folder = new Folder();
        foreach (var name in Samples.Keys)
        {
            var facts = Samples[name](_token);
            foreach (var file in folder.Keep(Print(name)))
            {
                var text = Tokens.Run("pdftotext", "-layout", file, "-").Normalize(NormalizationForm.FormKC).Replace("\n", " ", StringComparison.Ordinal);
                var words = Regex.Replace(text, @"\s+", "", RegexOptions.None, Patience);
                Assert.Contains((facts.LatinName ?? facts.KoreanName)!.Replace(" ", "", StringComparison.Ordinal), words, StringComparison.Ordinal);
                Assert.Contains(facts.CardSerial, words, StringComparison.Ordinal);
                Assert.Contains(PaperLookDay(facts), words, StringComparison.Ordinal);
                Assert.Contains("체류자격", words, StringComparison.Ordinal);
                Assert.Contains("No syntax or stream encoding errors found", Tokens.Run("qpdf", "--check", file), StringComparison.Ordinal);
                Assert.DoesNotMatch(@" no  ?(yes|no) (yes|no) +\d", Tokens.Run("pdffonts", file));
            }
        }
    }

    [NeedsPrograms("pdftoppm", "zbarimg", "openssl")]
    public void Another_reader_reads_the_code_and_another_program_verifies_its_signature()
    {
        using var folder = new Folder();
        foreach (var file in folder.Keep(Print("ar")))
        {
            var name = Path.ChangeExtension(file, null);
            Tokens.Run("pdftoppm", "-r", "200", "-png", file, name);
            var picture = Directory.GetFiles(folder.Path, Path.GetFileName(name) + "-*.png").Order(StringComparer.Ordinal).Last();

            var read = Tokens.Run("zbarimg", "-q", "--raw", picture).Trim();

            Assert.Equal($"{PaperSample.CheckAddress}#{_token}", read);
            Assert.Contains("Verified OK", Verify(folder.Path, read.Split('#')[1]), StringComparison.Ordinal);
            var (parts, other) = (_token.Split('.'), Office.Signer.Sign().Text.Split('.'));
            Assert.DoesNotContain("Verified OK", Verify(folder.Path, $"{parts[0]}.{other[1]}.{parts[2]}"), StringComparison.Ordinal);
        }
    }

    [PdfFact]
    public void Warm_both_take_little_time()
    {
        Print("vi");
        var best = Enumerable.Range(0, 10).Min(_ =>
        {
            var watch = Stopwatch.StartNew();
            Print("vi");
            return watch.ElapsedMilliseconds;
        });

        // the goal is 80 and is measured in the benchmarks; here only a slip of another order is to be noticed
        Assert.InRange(best, 0, 400);
    }

    private static string PaperLookDay(PaperFacts facts) => facts.BornOn.ToString(
        facts.BornPrecision switch { DatePrecision.Day => "yyyy-MM-dd", DatePrecision.Month => "yyyy-MM", _ => "yyyy" }, CultureInfo.InvariantCulture);

    private PrintedPapers Print(string name)
    {
        var papers = Printer.Print(Samples[name](_token), PaperSample.CheckAddress);
        if (Kept is { Length: > 0 })
        {
            File.WriteAllBytes(Path.Combine(Kept, name + "-document.pdf"), papers.Document);
            File.WriteAllBytes(Path.Combine(Kept, name + "-card.pdf"), papers.Card);
        }

        return papers;
    }

    /// <summary>As <c>docs/check-format.md</c> tells somebody who has the published keys and openssl.</summary>
    private static string Verify(string folder, string token)
    {
        var parts = token.Split('.');
        using var header = JsonDocument.Parse(Bytes(parts[0]));
        using var keys = JsonDocument.Parse(Office.SigningKeys.PublicKeys);
        var key = keys.RootElement.GetProperty("keys").EnumerateArray().Single(one => one.GetProperty("kid").GetString() == header.RootElement.GetProperty("kid").GetString());
        using var opened = ECDsa.Create(new ECParameters { Curve = ECCurve.NamedCurves.nistP256, Q = new() { X = Bytes(key.GetProperty("x").GetString()!), Y = Bytes(key.GetProperty("y").GetString()!) } });
        File.WriteAllText(Path.Combine(folder, "key.pem"), opened.ExportSubjectPublicKeyInfoPem());
        var writer = new AsnWriter(AsnEncodingRules.DER);
        using (writer.PushSequence())
        {
            writer.WriteInteger(new BigInteger(Bytes(parts[2]).AsSpan(0, 32), isUnsigned: true, isBigEndian: true));
            writer.WriteInteger(new BigInteger(Bytes(parts[2]).AsSpan(32), isUnsigned: true, isBigEndian: true));
        }

        File.WriteAllBytes(Path.Combine(folder, "signature.der"), writer.Encode());
        File.WriteAllText(Path.Combine(folder, "signed"), $"{parts[0]}.{parts[1]}");
        return Tokens.Run("openssl", "dgst", "-sha256", "-verify", Path.Combine(folder, "key.pem"), "-signature", Path.Combine(folder, "signature.der"), Path.Combine(folder, "signed"));
    }

    private static byte[] Bytes(string part) => System.Buffers.Text.Base64Url.DecodeFromChars(part);

    private static int Count(string text, string what) => Regex.Count(text, what, RegexOptions.None, Patience);

    private sealed class Folder : IDisposable
    {
        public string Path { get; } = Directory.CreateTempSubdirectory("papers-test-").FullName;

        public IEnumerable<string> Keep(PrintedPapers papers)
        {
            foreach (var (name, bytes) in new[] { ("document.pdf", papers.Document), ("card.pdf", papers.Card) })
            {
                File.WriteAllBytes(System.IO.Path.Combine(Path, name), bytes);
                yield return System.IO.Path.Combine(Path, name);
            }
        }

        public void Dispose() => Directory.Delete(Path, recursive: true);
    }
}
