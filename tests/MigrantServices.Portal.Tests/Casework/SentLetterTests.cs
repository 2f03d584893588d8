using System.Net;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using MigrantServices.Core.Cases;
using MigrantServices.Core.Grievances;
using MigrantServices.Core.Privacy;
using MigrantServices.Testing.Hosting;
using MigrantServices.Testing.Papers;
using Npgsql;
using Xunit;

namespace MigrantServices.Portal.Tests.Casework;

/// <summary>A letter is read in both languages by those whose case it is, and stays as it was sent.</summary>
[Trait("Category", "Database")]
public sealed class SentLetterTests(PortalHost host) : IClassFixture<PortalHost>
{
    [Fact]
    public async Task A_receipt_goes_out_with_the_filing_and_is_read_in_Arabic_and_Korean_side_by_side()
    {
        var filed = await host.Given.AGrievanceAsync(but: form => form.Contact.Language = "ar");
        using var filer = await host.ComeBackAsync(filed.CodeId);

        var page = await filer.GetAsync($"/ar/my-case/letters/{(await LettersAsync(filed)).Single().Id}");

        var sides = page.Document.QuerySelectorAll(".letter").ToList();
        Assert.Equal([("ar", "rtl"), ("ko", "ltr")], sides.Select(side => (side.GetAttribute("lang"), side.GetAttribute("dir"))));
        Assert.Contains("استلمنا شكواك", sides[0].QuerySelector("h2")!.TextContent, StringComparison.Ordinal);
        Assert.Contains("민원을 접수했습니다", sides[1].QuerySelector("h2")!.TextContent, StringComparison.Ordinal);
        Assert.Contains("2026년 12월 1일", sides[1].TextContent, StringComparison.Ordinal);
        Assert.DoesNotContain(filed.Reference, page.Document.Title, StringComparison.Ordinal);
        Assert.DoesNotContain("استلمنا", page.Document.Title, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_tip_gets_a_short_receipt()
    {
        var filed = await host.Given.AGrievanceAsync(CaseStatus.Tip);

        var letter = Assert.Single(await LettersAsync(filed));

        Assert.Equal(("receipt-tip.1", MessagePurpose.Receipt, null), (letter.Template, letter.Purpose, letter.AuthorId));
    }

    [Fact]
    public async Task The_second_person_reads_the_letter_and_exactly_that_goes_out()
    {
        var filed = await host.Given.AGrievanceAsync(CaseStatus.Proposed);
        using var supervisor = await host.SignInAsAsync(Colleagues.Supervisor);
        var preview = await supervisor.GetAsync($"/office/grievances/{filed.Reference}/approve");
        var read = preview.Document.QuerySelectorAll(".letter").Select(side => side.TextContent).ToList();

        var sent = await preview.SendAsync(preview.Form("Seen"), null);

        Assert.Equal($"/office/grievances/{filed.Reference}", sent.Path);
        var letter = (await LettersAsync(filed)).Single(m => m.Purpose == MessagePurpose.Decision);
        var page = await supervisor.GetAsync($"/office/grievances/{filed.Reference}/letters/{letter.Id}");
        Assert.Equal(read, page.Document.QuerySelectorAll(".letter").Select(side => side.TextContent));
        Assert.Equal("decision.1", letter.Template);
        Assert.Contains("2026년 12월 23일", read[0], StringComparison.Ordinal);
        Assert.NotNull(sent.Document.QuerySelector($"a[href$='/letters/{letter.Id}']"));
    }

    [Theory]
    [InlineData("")]
    [InlineData("0000")]
    public async Task A_letter_that_nobody_read_as_it_is_does_not_go_out(string seen)
    {
        var filed = await host.Given.AGrievanceAsync(CaseStatus.Proposed);
        using var supervisor = await host.SignInAsAsync(Colleagues.Supervisor);
        var preview = await supervisor.GetAsync($"/office/grievances/{filed.Reference}/approve");

        var refused = await preview.SendAsync(preview.Form("Seen"), null, ("Seen", seen));

        Assert.Equal(HttpStatusCode.Conflict, refused.Status);
        Assert.Contains(Shipped.Says("refusal.grievance.letter-changed"), refused.Words, StringComparison.Ordinal);
        Assert.NotEqual(seen, refused.ValueOf("Seen"));
        Assert.Equal(CaseStatus.Proposed, await StatusAsync(filed));
        Assert.DoesNotContain(await LettersAsync(filed), m => m.Purpose == MessagePurpose.Decision);
    }

    [Theory]
    [InlineData("update case_messages set body = body || body where case_id = {0}")]
    [InlineData("update case_messages set in_korean = null where case_id = {0}")]
    [InlineData("update case_messages set template = 'receipt.9' where case_id = {0}")]
    [InlineData("update case_messages set sent_at = now() where case_id = {0}")]
    [InlineData("update case_messages set read_at = now() + interval '1 day' where case_id = {0}")]
    public async Task The_database_keeps_the_words_that_were_sent(string sql)
    {
        var filed = await host.Given.AGrievanceAsync();
        using var filer = await host.ComeBackAsync(filed.CodeId);
        await filer.GetAsync("/en/my-case/status");
        var before = await host.StoredAsync(db => db.Messages.AsNoTracking().Where(m => m.CaseId == filed.Id).SingleAsync());
        Assert.NotNull(before.ReadAt);

        await Assert.ThrowsAsync<PostgresException>(() => host.StoredAsync(db =>
            db.Database.ExecuteSqlAsync(System.Runtime.CompilerServices.FormattableStringFactory.Create(sql, filed.Id))));

        var after = await host.StoredAsync(db => db.Messages.AsNoTracking().Where(m => m.CaseId == filed.Id).SingleAsync());
        Assert.Equal((before.ReadAt, before.SentAt, before.Template), (after.ReadAt, after.SentAt, after.Template));
        Assert.Equal(before.Body.ToString(), after.Body.ToString());
    }

    [Fact]
    public async Task Words_of_a_template_that_changed_since_do_not_reach_a_letter_that_was_sent()
    {
        // what a template said once, kept under its old number
        var filed = await host.Given.AGrievanceAsync(CaseStatus.UnderReview);
        var id = Guid.CreateVersion7();
        await host.WithAsync(async services =>
        {
            var db = services.GetRequiredService<Core.Storage.PortalDb>();
            var grievance = await db.Grievances.SingleAsync(g => g.Id == filed.Id);
            var old = new Letter("extension.1", "옛 글", "Old words");
            db.Add(services.GetRequiredService<CaseWords>().Letter(grievance, id, old, MessagePurpose.Extension, Colleagues.Caseworker.Actor, host.Clock.GetUtcNow()));
            await db.SaveChangesAsync();
        });
        using var filer = await host.ComeBackAsync(filed.CodeId);

        var page = await filer.GetAsync($"/vi/my-case/letters/{id}");

        Assert.Equal(["Old words", "옛 글"], page.Document.QuerySelectorAll(".letter").Select(side => side.TextContent.Trim()));
    }

    [Theory]
    [InlineData("")]
    [InlineData("/pdf")]
    public async Task Letters_of_other_cases_and_plain_messages_are_not_there(string paper)
    {
        var (mine, theirs) = (await host.Given.AGrievanceAsync(CaseStatus.UnderReview), await host.Given.AGrievanceAsync());
        using var office = await host.SignInAsAsync(Colleagues.Caseworker);
        var write = await office.GetAsync($"/office/grievances/{mine.Reference}/write");
        await write.SubmitAsync(("Form.Body", "안녕하세요."));
        var message = await host.StoredAsync(db => db.Messages.Where(m => m.CaseId == mine.Id && m.Template == null).Select(m => m.Id).SingleAsync());
        var stranger = (await LettersAsync(theirs)).Single().Id;
        using var filer = await host.ComeBackAsync(mine.CodeId);

        foreach (var id in (Guid[])[message, stranger])
        {
            Assert.Equal(HttpStatusCode.NotFound, (await filer.GetAsync($"/en/my-case/letters/{id}{paper}")).Status);
            Assert.Equal(HttpStatusCode.NotFound, (await office.GetAsync($"/office/grievances/{mine.Reference}/letters/{id}{paper}")).Status);
        }
    }

    [Fact]
    public async Task A_request_is_read_in_both_languages_before_it_goes_out_and_goes_out_as_it_was_read()
    {
        var filed = await host.Given.AGrievanceAsync(CaseStatus.UnderReview);
        using var office = await host.SignInAsAsync(Colleagues.Caseworker);
        var page = await office.GetAsync($"/office/grievances/{filed.Reference}/ask-supplement");
        (string, string)[] words = [("Form.Body", "계약서를 보내 주세요."), ("Form.InTheirLanguage", "Xin gửi hợp đồng."), ("Form.Until", "2026-12-10")];

        var preview = await page.PressAsync("Preview", words);

        Assert.Equal(CaseStatus.UnderReview, await StatusAsync(filed));
        var (korean, theirs) = (preview.Document.QuerySelector(".letter-sides [lang=ko]")!.TextContent, preview.Document.QuerySelector(".letter-sides [lang=vi]")!.TextContent);
        Assert.Contains("두 번까지", korean, StringComparison.Ordinal);
        Assert.Contains("tổng cộng hai lần", theirs, StringComparison.Ordinal);
        await preview.SubmitAsync(words);
        var letter = (await LettersAsync(filed)).Single(m => m.Purpose == MessagePurpose.SupplementRequest);
        Assert.Equal("supplement.2", letter.Template);
        var sent = await office.GetAsync($"/office/grievances/{filed.Reference}/letters/{letter.Id}");
        Assert.Equal((korean, theirs), (sent.Document.QuerySelector(".letter-sides [lang=ko]")!.TextContent, sent.Document.QuerySelector(".letter-sides [lang=vi]")!.TextContent));
    }

    [Fact]
    public async Task A_request_that_is_not_right_is_not_shown_and_one_that_somebody_else_has_overtaken_is_not_either()
    {
        var filed = await host.Given.AGrievanceAsync(CaseStatus.UnderReview);
        using var office = await host.SignInAsAsync(Colleagues.Caseworker);
        var page = await office.GetAsync($"/office/grievances/{filed.Reference}/ask-supplement");

        var wrong = await page.PressAsync("Preview", ("Form.Body", ""), ("Form.Until", "2026-12-10"));
        var late = await page.PressAsync("Preview", ("Form.Body", "계약서를 보내 주세요."), ("Form.Until", "2026-12-10"), ("Revision", "1"));

        Assert.NotNull(wrong.MistakeAt("Form.Body"));
        Assert.Equal(HttpStatusCode.Conflict, late.Status);
        Assert.All(new[] { wrong, late }, shown => Assert.Null(shown.Document.QuerySelector(".letter-sides")));
        Assert.Equal(CaseStatus.UnderReview, await StatusAsync(filed));
    }

    [Fact]
    public async Task A_request_says_by_when_and_stops_the_clock()
    {
        var filed = await host.Given.AGrievanceAsync(CaseStatus.UnderReview);
        using var office = await host.SignInAsAsync(Colleagues.Caseworker);
        var page = await office.GetAsync($"/office/grievances/{filed.Reference}/ask-supplement");
        Assert.Equal("2026-12-03", page.ValueOf("Form.Until"));

        await page.SubmitAsync(("Form.Body", "계약서를 보내 주세요."), ("Form.InTheirLanguage", "Xin gửi hợp đồng."), ("Form.Until", "2026-12-10"));

        Assert.Equal(CaseStatus.AwaitingSupplement, await StatusAsync(filed));
        using var filer = await host.ComeBackAsync(filed.CodeId);
        var status = await filer.GetAsync("/vi/my-case/status");
        Assert.Contains("Xin gửi hợp đồng.", status.Words, StringComparison.Ordinal);
        Assert.Contains("ngày 10 tháng 12 năm 2026", status.Words, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("")]
    [InlineData("2026-11-23")]
    [InlineData("2020-01-01")]
    public async Task A_request_without_a_day_to_come_is_not_sent(string until)
    {
        var filed = await host.Given.AGrievanceAsync(CaseStatus.UnderReview);
        using var office = await host.SignInAsAsync(Colleagues.Caseworker);
        var page = await office.GetAsync($"/office/grievances/{filed.Reference}/ask-supplement");

        var again = await page.SubmitAsync(("Form.Body", "계약서를 보내 주세요."), ("Form.Until", until));

        Assert.NotNull(again.MistakeAt("Form.Until"));
        Assert.Equal(CaseStatus.UnderReview, await StatusAsync(filed));
    }

    [PdfFact]
    public async Task Saving_a_letter_leaves_a_record_and_a_neutral_name()
    {
        var filed = await host.Given.AGrievanceAsync();
        var id = (await LettersAsync(filed)).Single().Id;
        using var office = await host.SignInAsAsync(Colleagues.Caseworker);

        var paper = await office.GetAsync($"/office/grievances/{filed.Reference}/letters/{id}/pdf");

        Assert.StartsWith("%PDF-", System.Text.Encoding.ASCII.GetString(paper.Body[..5]), StringComparison.Ordinal);
        Assert.Equal("attachment; filename=\"letter.pdf\"", paper.Headers["Content-Disposition"]);
        Assert.Contains("no-store", paper.Headers["Cache-Control"], StringComparison.Ordinal);
        Assert.Equal(1, await host.StoredAsync(db => db.AccessRecords.CountAsync(r =>
            r.CaseId == filed.Id && r.Deed == AccessDeed.Download && r.UserId == Colleagues.Caseworker.Id)));
    }

    [Fact]
    public async Task A_helper_reads_the_letters_too_and_leaves_a_record()
    {
        var filed = await host.Given.AGrievanceAsync();
        using var helper = await host.ComeBackAsync(await host.Given.AHelperAsync(filed));

        var page = await helper.GetAsync($"/en/my-case/letters/{(await LettersAsync(filed)).Single().Id}");

        Assert.Equal(HttpStatusCode.OK, page.Status);
        Assert.Null((await LettersAsync(filed)).Single().ReadAt);
        Assert.Equal(1, await host.StoredAsync(db => db.AccessRecords.CountAsync(r => r.CaseId == filed.Id && r.Role == Core.People.Role.Helper && r.Deed == AccessDeed.View)));
    }

    private Task<List<CaseMessage>> LettersAsync(FiledCase filed) =>
        host.StoredAsync(db => db.Messages.AsNoTracking().Where(m => m.CaseId == filed.Id && m.Template != null).OrderBy(m => m.SentAt).ToListAsync());

    private Task<CaseStatus> StatusAsync(FiledCase filed) =>
        host.StoredAsync(db => db.Grievances.Where(g => g.Id == filed.Id).Select(g => g.Status).SingleAsync());
}
