using System.Net;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using MigrantServices.Core.Cases;
using MigrantServices.Core.Documents;
using MigrantServices.Core.Grievances;
using MigrantServices.Core.Privacy;
using MigrantServices.Core.Storage;
using MigrantServices.Core.Tests.Documents;
using MigrantServices.Testing.Hosting;
using Xunit;

namespace MigrantServices.Portal.Tests.Casework;

public sealed class LetterTests(PortalHost host) : IClassFixture<PortalHost>
{
    private const string Words = "계약서를 보냅니다. 읽어 보세요.";

    private static readonly (string Name, string Value)[] Body = [("Form.Body", Words)];

    [Theory]
    [InlineData("write", CaseStatus.UnderReview)]
    [InlineData("ask-supplement", CaseStatus.AwaitingSupplement)]
    public async Task A_message_goes_with_its_file_and_the_person_saves_it(string deed, CaseStatus status)
    {
        var (page, filed) = await OpenAsync(deed);

        var sent = await page.UploadAsync(Body, ("계약서.pdf", Samples.Pdf()));

        Assert.Equal($"/office/grievances/{filed.Reference}", sent.Path);
        var (message, file) = (Assert.Single(await MessagesAsync(filed)), Assert.Single(await FilesAsync(filed)));
        Assert.Equal((message.Id, Colleagues.Caseworker.Id, false), (file.MessageId, file.UploadedBy, file.IsFromPerson));
        Assert.Equal(status, await host.StoredAsync(db => db.Grievances.Where(g => g.Id == filed.Id).Select(g => g.Status).SingleAsync()));
        await host.WithAsync(services => services.GetRequiredService<FileChecker>().CheckAsync(file.Id, CancellationToken.None));
        using var resident = await host.ComeBackAsync(filed.CodeId);
        var received = await resident.GetAsync("/en/my-case/status");
        Assert.Contains(Words, received.Words, StringComparison.Ordinal);
        Assert.Equal(Samples.Pdf(), (await received.FollowAsync(".message.from-office .file-list a")).Body);
    }

    [Fact]
    public async Task A_message_with_a_file_leaves_its_line_in_the_access_record()
    {
        var (page, filed) = await OpenAsync("write");
        var before = await ChangesAsync(filed, "write");

        await page.UploadAsync(Body, ("계약서.pdf", Samples.Pdf()));

        Assert.Equal((0, 1), (before, await ChangesAsync(filed, "write")));
    }

    [Fact]
    public async Task Whoever_gives_a_name_to_a_tip_gets_a_receipt_with_the_day_of_the_answer()
    {
        var filed = await host.Given.AGrievanceAsync(CaseStatus.Tip);
        using var person = await host.ComeBackAsync(filed.CodeId);
        Assert.Equal(["receipt-tip.1"], await TemplatesAsync());

        await (await person.GetAsync("/en/my-case/name")).SubmitAsync(("Form.Name", "Nguyễn Thị Hoa"));

        Assert.Equal(["receipt-tip.1", "receipt.1"], await TemplatesAsync());
        var due = await host.StoredAsync(db => db.Grievances.Where(g => g.Id == filed.Id).Select(g => g.DueOn).SingleAsync());
        Assert.Contains(due!.Value.ToString("d MMMM yyyy", System.Globalization.CultureInfo.GetCultureInfo("en")), (await person.GetAsync("/en/my-case/status")).Words, StringComparison.Ordinal);

        Task<List<string?>> TemplatesAsync() => host.StoredAsync(db => db.Messages.Where(m => m.CaseId == filed.Id && m.Purpose == MessagePurpose.Receipt).OrderBy(m => m.SentAt).ThenBy(m => m.Id).Select(m => m.Template).ToListAsync());
    }

    [Fact]
    public async Task A_message_bears_the_language_it_is_written_in()
    {
        var (page, filed) = await OpenAsync("write");
        Assert.Equal("ko", page.ValueOf("Form.Language"));

        await page.SubmitAsync(("Form.Body", "Chúng tôi đã nhận được."), ("Form.Language", "vi"));

        Assert.Equal("vi", Assert.Single(await MessagesAsync(filed)).Language);
        using var resident = await host.ComeBackAsync(filed.CodeId);
        Assert.Equal("vi", (await resident.GetAsync("/en/my-case/status")).Document.QuerySelector(".message.from-office .user-text")!.GetAttribute("lang"));
    }

    [Fact]
    public async Task A_message_in_no_language_that_we_know_is_not_sent()
    {
        var (page, filed) = await OpenAsync("write");

        var again = await page.SubmitAsync(("Form.Body", Words), ("Form.Language", "tlh"));

        Assert.NotNull(again.MistakeAt("Form.Language"));
        await NothingIsKeptAsync(filed);
    }

    [Fact]
    public async Task A_message_goes_without_files_too()
    {
        var (page, filed) = await OpenAsync("write");

        await page.SubmitAsync(Body);

        Assert.Single(await MessagesAsync(filed));
    }

    [Fact]
    public async Task A_refused_file_is_told_beside_the_field_and_holds_the_message_back()
    {
        var (page, filed) = await OpenAsync("write");

        var again = await page.UploadAsync(Body, ("good.pdf", Samples.Pdf()), ("trick.pdf", [.. "MZ\u0090\0"u8, .. new byte[400]]));

        Assert.Contains("trick.pdf", again.MistakeAt("Files"), StringComparison.Ordinal);
        Assert.DoesNotContain("good.pdf", again.MistakeAt("Files"), StringComparison.Ordinal);
        Assert.Equal(Words, again.ValueOf("Form.Body")?.Trim());
        await NothingIsKeptAsync(filed);
    }

    [Theory]
    [InlineData(" ")]
    [InlineData("번호는 900101-5123456 입니다")]
    [InlineData("\u202Eabc")]
    public async Task Words_that_are_not_right_keep_their_files_out(string words)
    {
        var (page, filed) = await OpenAsync("write");

        var again = await page.UploadAsync([("Form.Body", words)], ("good.pdf", Samples.Pdf()));

        Assert.NotNull(again.MistakeAt("Form.Body"));
        Assert.DoesNotContain("5123456", again.Html, StringComparison.Ordinal);
        await NothingIsKeptAsync(filed);
    }

    [Fact]
    public async Task Files_without_the_forms_token_are_refused_and_the_words_come_back()
    {
        var (page, filed) = await OpenAsync("write");

        var again = await page.UploadAsync([.. Body, ("__RequestVerificationToken", "forged")], ("forged.pdf", Samples.Pdf()));

        Assert.Equal(HttpStatusCode.BadRequest, again.Status);
        Assert.Equal(Words, again.ValueOf("Form.Body")?.Trim());
        await NothingIsKeptAsync(filed);
    }

    [Fact]
    public async Task When_somebody_was_faster_nothing_is_kept()
    {
        var (page, filed) = await OpenAsync("write");
        await host.WithAsync(async services =>
        {
            var grievance = await services.GetRequiredService<PortalDb>().Grievances.SingleAsync(g => g.Id == filed.Id);
            await services.GetRequiredService<GrievanceDesk>().HandOverAsync(grievance, new() { ColleagueId = Colleagues.Caseworker2.Id }, Colleagues.Supervisor.Actor, CancellationToken.None);
        });

        var again = await page.UploadAsync(Body, ("late.pdf", Samples.Pdf()));

        Assert.Equal(HttpStatusCode.Conflict, again.Status);
        Assert.Equal(Words, again.ValueOf("Form.Body")?.Trim());
        await NothingIsKeptAsync(filed);
    }

    [Fact]
    public async Task Who_is_not_the_handler_cannot_ask_and_leaves_no_file()
    {
        var (page, filed) = await OpenAsync("ask-supplement", Colleagues.Caseworker2);

        var refused = await page.UploadAsync(Body, ("not-yours.pdf", Samples.Pdf()));

        Assert.Equal(HttpStatusCode.Conflict, refused.Status);
        await NothingIsKeptAsync(filed);
    }

    private async Task<(WebPage Page, FiledCase Filed)> OpenAsync(string deed, Colleague? colleague = null)
    {
        var filed = await host.Given.AGrievanceAsync(CaseStatus.UnderReview);
        var office = await host.SignInAsAsync(colleague ?? Colleagues.Caseworker);
        return (await office.GetAsync($"/office/grievances/{filed.Reference}/{deed}"), filed);
    }

    private async Task NothingIsKeptAsync(FiledCase filed)
    {
        Assert.Empty(await MessagesAsync(filed));
        Assert.Empty(await FilesAsync(filed));
    }

    private Task<List<CaseMessage>> MessagesAsync(FiledCase filed) =>
        host.StoredAsync(db => db.Messages.AsNoTracking().Where(m => m.CaseId == filed.Id && m.Purpose != MessagePurpose.Receipt).ToListAsync());

    private Task<List<CaseFile>> FilesAsync(FiledCase filed) =>
        host.StoredAsync(db => db.Set<CaseFile>().AsNoTracking().Where(f => f.CaseId == filed.Id).ToListAsync());

    private Task<int> ChangesAsync(FiledCase filed, string deed) => host.StoredAsync(db => db.AccessRecords.CountAsync(r =>
        r.CaseId == filed.Id && r.Deed == AccessDeed.Change && r.Detail == deed && r.UserId == Colleagues.Caseworker.Id));
}
