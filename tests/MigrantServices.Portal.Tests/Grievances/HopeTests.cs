using Microsoft.EntityFrameworkCore;
using MigrantServices.Core.Documents;
using MigrantServices.Core.Tests.Documents;
using MigrantServices.Testing.Hosting;
using Xunit;

namespace MigrantServices.Portal.Tests.Grievances;

/// <summary>What the person hopes for stands in one form with the files, which are taken in as they arrive.</summary>
public sealed class HopeTests(PortalHost host) : IClassFixture<PortalHost>
{
    private const string Hope = "<Mong> được \"thuê\" nhà & yên ổn.\r\nHai dòng.";

    private static readonly (string, byte[]) Good = ("lease.pdf", Samples.Pdf());
    private static readonly (string, byte[]) Bad = ("program.exe", [0x4D, 0x5A, 0x90, 0, 3]);

    [Theory]
    [InlineData("more", true, true, "/en/grievances/new/files")]
    [InlineData("more", true, false, "/en/grievances/new/files")]
    [InlineData("more", false, true, "/en/grievances/new/files")]
    [InlineData("more", false, false, "/en/grievances/new/files")]
    [InlineData("next", false, true, "/en/grievances/new/files")]
    [InlineData("next", true, false, "/en/grievances/new/you")]
    [InlineData("later", false, true, "/en/grievances/new/files")]
    [InlineData("later", true, false, "/en/grievances/new/later")]
    public async Task What_was_hoped_for_is_kept_whichever_button_was_pressed_and_whatever_became_of_the_files(string button, bool hasGood, bool hasBad, string leadsTo)
    {
        var (page, draft) = await FilesPageAsync();

        var after = await page.UploadAsync([("Form.Hope", Hope), ("go", button)], [.. hasGood ? [Good] : (IEnumerable<(string, byte[])>)[], .. hasBad ? [Bad] : (IEnumerable<(string, byte[])>)[]]);

        Assert.Equal(leadsTo, after.Path);
        var files = await page.Browser.GetAsync("/en/grievances/new/files");
        Assert.Equal(Hope.ReplaceLineEndings("\n"), files.ValueOf("Form.Hope")!.ReplaceLineEndings("\n"));
        Assert.Equal(hasGood ? 1 : 0, await FilesAsync(draft));
        Assert.Equal(hasBad, after.Summary.Any(line => line.Contains("program.exe", StringComparison.Ordinal)));
    }

    [Fact]
    public async Task What_is_too_long_is_told_beside_it_and_neither_it_nor_the_file_is_lost()
    {
        var (page, draft) = await FilesPageAsync();
        var tooLong = new string('가', 2_001);

        var after = await page.UploadAsync([("Form.Hope", tooLong), ("go", "next")], Good);

        Assert.Equal("/en/grievances/new/files", after.Path);
        Assert.EndsWith(after.MistakeAt("Form.Hope")!, Assert.Single(after.Summary), StringComparison.Ordinal);
        Assert.Equal((tooLong, 1), (after.ValueOf("Form.Hope"), await FilesAsync(draft)));
    }

    [Fact]
    public async Task A_number_hidden_in_it_is_told_before_the_person_goes()
    {
        var (page, _) = await FilesPageAsync();

        var after = await page.UploadAsync([("Form.Hope", "I want 900101-5234567 back."), ("go", "later")], Good);

        Assert.Equal("/en/grievances/new/files", after.Path);
        Assert.EndsWith(after.MistakeAt("Form.Hope")!, Assert.Single(after.Summary), StringComparison.Ordinal);
        Assert.DoesNotContain("5234567", after.Html, StringComparison.Ordinal);
    }

    [Fact]
    public async Task It_is_still_there_when_the_form_had_grown_too_old()
    {
        var (page, draft) = await FilesPageAsync();
        page.Browser.Cookies.Remove("__Host-af");

        var after = await page.UploadAsync([("Form.Hope", Hope), ("go", "next")], Good);

        Assert.Equal(Hope.ReplaceLineEndings("\n"), after.ValueOf("Form.Hope")!.ReplaceLineEndings("\n"));
        Assert.Equal(0, await FilesAsync(draft));
    }

    private async Task<(WebPage Page, Guid Draft)> FilesPageAsync()
    {
        var answers = Given.Answers();
        answers.Hope.Hope = "Something else.";
        var draft = await host.Given.ADraftAsync(answers);
        return (await host.Given.ABrowserHolding(draft).GetAsync("/en/grievances/new/files"), draft.Id);
    }

    private Task<int> FilesAsync(Guid draft) => host.StoredAsync(db => db.Set<CaseFile>().CountAsync(f => f.DraftId == draft && f.State != FileState.Arriving));
}
