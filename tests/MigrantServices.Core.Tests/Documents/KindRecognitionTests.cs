using System.Text;
using MigrantServices.Core.Documents;
using MigrantServices.Core.Documents.Kinds;
using Xunit;

namespace MigrantServices.Core.Tests.Documents;

public sealed class KindRecognitionTests
{
    public static TheoryData<FileKind, byte[]> EveryKind => new()
    {
        { FileKind.Jpeg, Samples.Jpeg() },
        { FileKind.Png, Samples.Png() },
        { FileKind.WebP, Samples.WebP() },
        { FileKind.Pdf, Samples.Pdf() },
        { FileKind.Mp3, Samples.Mp3(tagged: true) },
        { FileKind.Mp3, Samples.Mp3(tagged: false) },
        { FileKind.M4a, Samples.Mp4("M4A ") },
        { FileKind.Mp4, Samples.Mp4("mp42") },
        { FileKind.Wav, Samples.Wav() },
        { FileKind.Docx, Samples.Docx() },
        { FileKind.Hwp, Samples.Compound("FileHeader", "HWP Document File") },
        { FileKind.Hwpx, Samples.Hwpx() },
        { FileKind.Txt, Samples.Bytes("사장님이 ‘돌아가라’고 했습니다. Tôi sợ. أنا خائف\r\n") },
        { FileKind.Txt, [0xBB, 0xE7, 0xC0, 0xE5, 0xB4, 0xD4] },
    };

    [Theory]
    [MemberData(nameof(EveryKind), DisableDiscoveryEnumeration = true)]
    public async Task Every_kind_is_known_by_its_content(FileKind kind, byte[] file) => Assert.Equal(kind, (await Recognise(file)).Kind);

    [Fact]
    public void Every_kind_has_a_sample() => Assert.Equal(Enum.GetValues<FileKind>(), EveryKind.Select(row => (FileKind)row[0]).Distinct().Order());

    public static TheoryData<string, byte[]> Refused => new()
    {
        { FileRefusals.Empty, [] },
        { FileRefusals.KindNotAccepted, [.. "MZ"u8, 0x90, 0, 3] },
        { FileRefusals.KindNotAccepted, [.. "GIF89a"u8, 1, 0, 1, 0] },
        { FileRefusals.KindNotAccepted, Samples.Bytes(" %PDF-1.7\0\n%%EOF") },
        { FileRefusals.KindNotAccepted, Samples.Bytes("text with a \0 in it") },
        { FileRefusals.KindNotAccepted, Samples.Zip(("notes.txt", "just an archive")) },
        { FileRefusals.KindNotAccepted, Samples.Zip(("mimetype", "application/epub+zip")) },
        { FileRefusals.KindNotAccepted, Samples.Compound("WordDocument", "old Word") },
        { FileRefusals.KindNotAccepted, Samples.Compound("FileHeader", "something else") },
        { FileRefusals.KindNotAccepted, Samples.Mp4("qt  ").Take(16).Concat("qt  "u8.ToArray()).ToArray() },
        { FileRefusals.KindNotAccepted, Samples.Mp4("heic") },
        { FileRefusals.Broken, Samples.Bytes("%PDF-1.7\nhalf a document") },
        { FileRefusals.Broken, Samples.Docx()[..^30] },
        { FileRefusals.Broken, Samples.Mp4("mp42")[..^4].Take(24).ToArray() },
        { FileRefusals.MixedContent, [.. Samples.Mp4("mp42"), 1, 2, 3] },
        { FileRefusals.MixedContent, [.. Samples.Pdf(), .. Samples.Zip(("a.exe", "MZ"))] },
        { FileRefusals.HasMacros, Samples.Docx(("word/vbaProject.bin", "x")) },
        { FileRefusals.UnsafeArchive, Samples.Docx(("word/embeddings/more.zip", "x")) },
        { FileRefusals.UnsafeArchive, Samples.Docx(("../../etc/passwd", "x")) },
        { FileRefusals.UnsafeArchive, Samples.Hwpx(("BinData/run.exe", "x")) },
        { FileRefusals.UnsafeArchive, Samples.Docx(("word/media/a.bin", new string('0', 30_000_000))) },
        { FileRefusals.UnsafeArchive, Samples.Docx(("word/document.xml", "the same name again")) },
    };

    [Theory]
    [MemberData(nameof(Refused), DisableDiscoveryEnumeration = true)]
    public async Task What_lies_hides_or_unfolds_is_refused_with_its_reason(string code, byte[] file) =>
        Assert.Equal(Recognition.Refused(code), await Recognise(file));

    [Theory]
    [InlineData("utf-8")]
    [InlineData("utf-16")]
    public async Task Macros_under_another_name_are_found_in_the_list_of_contents(string encoding)
    {
        var types = "<Types><Default ContentType=\"application/vnd.ms-office.vbaProject\"/></Types>";
        var text = Encoding.GetEncoding(encoding);
        var file = Samples.Zip(("[Content_Types].xml", ""), ("word/document.xml", "x"));
        Assert.Equal(FileKind.Docx, (await Recognise(file)).Kind);

        var hidden = ZipOf([.. text.GetPreamble(), .. text.GetBytes(types)]);

        Assert.Equal(FileRefusals.HasMacros, (await Recognise(hidden)).Refusal);
    }

    [Fact]
    public async Task A_text_is_judged_whole_and_not_by_its_beginning()
    {
        var text = Samples.Bytes(string.Concat(Enumerable.Repeat("가나다라마바사 ", 20_000)));

        Assert.Equal(FileKind.Txt, (await Recognise(text)).Kind);
        Assert.Equal(FileRefusals.KindNotAccepted, (await Recognise([.. text, 0])).Refusal);
        Assert.Equal(FileRefusals.KindNotAccepted, (await Recognise([.. text, 0xFF, 0xFE, 1])).Refusal);
    }

    [Fact]
    public async Task No_torn_or_altered_file_does_more_than_be_refused()
    {
        var random = new Random(19690);
        foreach (var sample in EveryKind.Select(row => (byte[])row[1]))
        {
            for (var round = 0; round < 150; round++)
            {
                var file = sample[..random.Next(1, sample.Length + 1)];
                for (var changes = random.Next(4); changes > 0; changes--)
                {
                    file[random.Next(file.Length)] = (byte)random.Next(256);
                }

                var recognition = await Recognise(file);

                Assert.True(recognition.Kind is null != recognition.Refusal is null);
            }
        }
    }

    private static Task<Recognition> Recognise(byte[] file) => KindRecognition.RecogniseAsync(new MemoryStream(file), CancellationToken.None);

    private static byte[] ZipOf(byte[] contentTypes)
    {
        var file = new MemoryStream();
        using (var zip = new System.IO.Compression.ZipArchive(file, System.IO.Compression.ZipArchiveMode.Create, leaveOpen: true))
        {
            using (var entry = zip.CreateEntry("[Content_Types].xml").Open())
            {
                entry.Write(contentTypes);
            }

            zip.CreateEntry("word/document.xml");
        }

        return file.ToArray();
    }
}
