using System.Net;
using System.Net.Http.Headers;
using System.Text;
using Microsoft.EntityFrameworkCore;
using MigrantServices.Core.Documents;
using MigrantServices.Core.Tests.Documents;
using MigrantServices.Testing.Hosting;
using Xunit;

namespace MigrantServices.Portal.Tests.Grievances;

public sealed class UploadTests(PortalHost host) : IClassFixture<PortalHost>
{
    public static TheoryData<string> Accepted => [.. Files.Keys];

    private static readonly Dictionary<string, byte[]> Files = new(StringComparer.Ordinal)
    {
        ["photo.jpg"] = Samples.Jpeg(),
        ["screen.png"] = Samples.Png(),
        ["picture.webp"] = Samples.WebP(),
        ["계약서.pdf"] = Samples.Pdf(),
        ["voice.mp3"] = Samples.Mp3(tagged: true),
        ["voice.m4a"] = Samples.Mp4("M4A "),
        ["voice.wav"] = Samples.Wav(),
        ["film.mp4"] = Samples.Mp4("isom"),
        ["letter.docx"] = Samples.Docx(),
        ["문서.hwpx"] = Samples.Hwpx(),
        ["شهادة.txt"] = Samples.Bytes("Ông ấy nói không."),
    };

    [Theory]
    [MemberData(nameof(Accepted))]
    public async Task Each_accepted_kind_is_taken_and_shown_by_its_name(string name)
    {
        var (page, _) = await FilesPageAsync();

        var after = await page.UploadAsync((name, Files[name]));

        Assert.Empty(after.Summary);
        Assert.Contains(name, after.Words, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("empty.pdf", 0)]
    [InlineData("lie.jpg", 1)]
    [InlineData("program.pdf", 2)]
    [InlineData("half.png", 3)]
    public async Task What_is_not_what_it_says_is_refused_by_name(string name, int which)
    {
        var content = which switch
        {
            0 => [],
            1 => Samples.Zip(("a.txt", "not a photo")),
            2 => [.. "MZ\u0090\0"u8, .. new byte[400]],
            _ => Samples.Png()[..20],
        };
        var (page, draft) = await FilesPageAsync();

        var after = await page.UploadAsync((name, content), ("good.pdf", Samples.Pdf()));

        Assert.Equal(HttpStatusCode.OK, after.Status);
        Assert.Contains(name, Assert.Single(after.Summary), StringComparison.Ordinal);
        Assert.Equal(1, await CountAsync(draft));
        Assert.Contains("good.pdf", after.Words, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_file_of_more_than_twenty_megabytes_is_refused_and_nothing_of_it_is_kept()
    {
        var (page, draft) = await FilesPageAsync();

        var after = await page.UploadAsync(("huge.txt", [.. Enumerable.Repeat((byte)'a', (int)CaseFile.MaxLength + 1)]));

        Assert.Contains("huge.txt", Assert.Single(after.Summary), StringComparison.Ordinal);
        Assert.Equal(0, await CountAsync(draft));
    }

    [Fact]
    public async Task The_eleventh_file_is_refused_and_ten_are_kept()
    {
        var (page, draft) = await FilesPageAsync();

        var after = await page.UploadAsync([.. Enumerable.Range(1, 11).Select(n => ($"file{n}.pdf", Samples.Pdf()))]);

        Assert.Contains("file11.pdf", Assert.Single(after.Summary), StringComparison.Ordinal);
        Assert.Equal(CaseFile.MaxPerFiling, await CountAsync(draft));
    }

    [Fact]
    public async Task A_file_can_be_taken_back()
    {
        var (page, draft) = await FilesPageAsync();
        page = await page.UploadAsync(("wrong.pdf", Samples.Pdf()));

        var after = await page.PressAsync("Remove");

        Assert.DoesNotContain("wrong.pdf", after.Words, StringComparison.Ordinal);
        Assert.Equal(0, await CountAsync(draft));
    }

    [Fact]
    public async Task Somebody_else_cannot_take_my_file_back()
    {
        var (page, draft) = await FilesPageAsync();
        page = await page.UploadAsync(("mine.pdf", Samples.Pdf()));
        var (theirs, _) = await FilesPageAsync();
        theirs = await theirs.UploadAsync(("theirs.pdf", Samples.Pdf()));

        await theirs.PressAsync("Remove", ("id", page.ValueOf("id")!));

        Assert.Equal(1, await CountAsync(draft));
    }

    [Fact]
    public async Task Files_without_the_forms_token_are_refused_and_said_so()
    {
        var (page, draft) = await FilesPageAsync();
        page.Browser.Cookies.Remove("__Host-af");

        var after = await page.UploadAsync(("forged.pdf", Samples.Pdf()));

        Assert.Single(after.Summary);
        Assert.Equal(0, await CountAsync(draft));
    }

    [Theory]
    [InlineData("--x\r\nContent-Disposition: form-data; name=\"Files\"; filename=\"a.pdf\"\r\n\r\nhalf a file")]
    [InlineData("--x\r\nContent-Dispos")]
    [InlineData("no boundary at all")]
    [InlineData("")]
    public async Task A_broken_upload_is_refused_kindly_and_leaves_nothing(string body)
    {
        var (page, draft) = await FilesPageAsync();
        var content = new ByteArrayContent(Encoding.UTF8.GetBytes(body));
        content.Headers.ContentType = MediaTypeHeaderValue.Parse("multipart/form-data; boundary=x");

        var answer = await page.Browser.SendAsync(HttpMethod.Post, "/en/grievances/new/files/add", content);

        Assert.InRange((int)answer.Status, 200, 499);
        Assert.Equal(0, await CountAsync(draft));
    }

    private async Task<(WebPage Page, Guid Draft)> FilesPageAsync()
    {
        var draft = await host.Given.ADraftAsync();
        return (await host.Given.ABrowserHolding(draft).GetAsync("/en/grievances/new/files"), draft.Id);
    }

    private Task<int> CountAsync(Guid draft) =>
        host.StoredAsync(db => db.Set<CaseFile>().CountAsync(f => f.DraftId == draft && f.State != FileState.Arriving));
}
