using System.Net;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using MigrantServices.Core.Cases;
using MigrantServices.Core.Documents.Pdf;
using MigrantServices.Core.Grievances;
using MigrantServices.Core.Grievances.Filing;
using MigrantServices.Core.Grievances.OtherSide;
using MigrantServices.Core.Storage;
using MigrantServices.Testing.Hosting;
using Npgsql;
using Xunit;

namespace MigrantServices.Portal.Tests.Casework;

/// <summary>What is written to the other side: read first, kept word for word, and with nothing in it of whoever brought the case.</summary>
[Trait("Category", "Database")]
public sealed class OtherSideTests(PortalHost host) : IClassFixture<PortalHost>
{
    /// <summary>Words that stand in every field of the people of a case, and nowhere else.</summary>
    private static readonly string[] Canaries =
        ["카나리아일호", "카나리아이호", "010-7777-1234", "카나리아메모", "카나리아통역", "canary@test.invalid", "카나리아골목", "카나리아이야기", "카나리아소망"];

    [Fact]
    public async Task Neither_page_nor_paper_of_any_letter_holds_anything_of_the_person()
    {
        var filed = await host.Given.AGrievanceAsync(CaseStatus.Investigating, WithCanaries);
        using var office = await host.SignInAsAsync(Colleagues.Caseworker);
        using var second = await host.SignInAsAsync(Colleagues.Supervisor);
        var asked = await AskAsync(office, filed, "임대 기준을 보내 주십시오.");
        Assert.Equal($"/office/grievances/{filed.Reference}", asked.Path);
        await AnsweredAsync(filed);
        await (await office.GetAsync($"/office/grievances/{filed.Reference}/recommend")).SubmitAsync(("Form.Addressee", "원곡부동산"), ("Form.Text", "거절하지 마십시오."));
        var approval = await second.GetAsync($"/office/grievances/{filed.Reference}/approve-recommendation");
        await approval.SendAsync(approval.Form("Seen"), null);
        await (await office.GetAsync($"/office/grievances/{filed.Reference}/tell-respondent")).SubmitAsync(("Form.Addressee", "원곡부동산"), ("Form.Words", "차별로 보았습니다."));

        var letters = await LettersAsync(filed);
        Assert.Equal([OtherSideWriter.Request, OtherSideWriter.Recommended, OtherSideWriter.Result], letters.Select(l => l.Template));
        foreach (var letter in letters)
        {
            var page = await office.GetAsync($"/office/grievances/{filed.Reference}/other-side/{letter.Id}");
            Assert.Contains("원곡부동산", page.Words, StringComparison.Ordinal);
            Assert.Contains(Colleagues.Caseworker.Name, page.Words, StringComparison.Ordinal);
            Assert.Contains(letter.Fingerprint, page.Words, StringComparison.Ordinal);
            AssertNothingOfThem(filed, page.Html);
            if (PdfLibrary.IsHere)
            {
                var paper = await office.GetAsync($"/office/grievances/{filed.Reference}/other-side/{letter.Id}/pdf");
                Assert.Equal("application/pdf", paper.Headers["Content-Type"]);
                AssertNothingOfThem(filed, PaperText(paper.Body));
            }
        }
    }

    [Theory]
    [InlineData("카나리아일호 씨의 계약을 왜 거절했습니까?")]
    [InlineData("010 7777 1234로 전화한 사람을 아십니까?")]
    public async Task A_letter_that_names_the_person_is_shown_with_the_reason_and_does_not_go_out(string words)
    {
        var filed = await host.Given.AGrievanceAsync(CaseStatus.Investigating, WithCanaries);
        using var office = await host.SignInAsAsync(Colleagues.Caseworker);
        var revision = await RevisionAsync(filed);

        var refused = await AskAsync(office, filed, words);

        Assert.Equal(HttpStatusCode.Conflict, refused.Status);
        Assert.Contains(Shipped.Says("refusal.other-side.names-the-person"), refused.Words, StringComparison.Ordinal);
        Assert.Equal(words, refused.ValueOf("Form.Words"));
        Assert.Empty(await LettersAsync(filed));
        Assert.Equal((revision, false), (await RevisionAsync(filed), await host.StoredAsync(db => db.InquiryRecords.AnyAsync(r => r.CaseId == filed.Id && r.Deed == "ask-respondent"))));
    }

    [Fact]
    public async Task The_letter_is_read_before_it_goes_out_and_exactly_that_is_kept()
    {
        var filed = await host.Given.AGrievanceAsync(CaseStatus.Investigating);
        using var office = await host.SignInAsAsync(Colleagues.Caseworker);
        var page = await office.GetAsync($"/office/grievances/{filed.Reference}/ask-respondent");

        var preview = await page.SendAsync(page.Form("Form.Words"), $"/office/grievances/{filed.Reference}/ask-respondent?handler=Preview", Question("임대 기준을 보내 주십시오."));
        Assert.Empty(await LettersAsync(filed));
        var read = preview.Document.QuerySelector(".letter")!.TextContent;
        Assert.Contains("2026년 12월 7일", read, StringComparison.Ordinal);
        await preview.SendAsync(preview.Form("Form.Words"), $"/office/grievances/{filed.Reference}/ask-respondent");

        var kept = await office.GetAsync($"/office/grievances/{filed.Reference}/other-side/{Assert.Single(await LettersAsync(filed)).Id}");
        Assert.Equal(read, kept.Document.QuerySelector(".letter")!.TextContent);
        Assert.Equal(HttpStatusCode.NotFound, (await office.GetAsync($"/office/grievances/{filed.Reference}/records/ask-respondent")).Status);
        await Assert.ThrowsAsync<PostgresException>(() => RunAsync("update other_side_letters set template = 'other' where case_id = $1", filed.Id));
        await Assert.ThrowsAsync<PostgresException>(() => RunAsync("delete from other_side_letters where case_id = $1", filed.Id));
    }

    [Theory]
    [InlineData("")]
    [InlineData("0000")]
    public async Task A_recommendation_that_the_second_person_did_not_read_as_it_is_does_not_go_out(string seen)
    {
        var filed = await WrittenAsync();
        using var second = await host.SignInAsAsync(Colleagues.Supervisor);
        var page = await second.GetAsync($"/office/grievances/{filed.Reference}/approve-recommendation");

        var refused = await page.SendAsync(page.Form("Seen"), null, ("Seen", seen));

        Assert.Equal(HttpStatusCode.Conflict, refused.Status);
        Assert.Equal((0, true), (await RecommendedAsync(filed), await WaitsAsync(filed)));
        Assert.Empty(await LettersAsync(filed));
        await refused.SendAsync(refused.Form("Seen"), null);
        Assert.Equal((1, false), (await RecommendedAsync(filed), await WaitsAsync(filed)));
    }

    [Fact]
    public async Task A_recommendation_is_given_back_and_the_database_itself_wants_two_people()
    {
        var filed = await WrittenAsync();
        using var second = await host.SignInAsAsync(Colleagues.Supervisor);
        await Assert.ThrowsAsync<PostgresException>(() => RunAsync("update recommendation_drafts set read_by_id = written_by_id, read_at = now(), was_sent = true where case_id = $1", filed.Id));
        await Assert.ThrowsAsync<PostgresException>(() => RunAsync("update recommendation_drafts set article = 'race:4' where case_id = $1", filed.Id));

        Assert.Contains(filed.Reference, (await second.GetAsync("/office")).Document.QuerySelector("section[aria-labelledby=day-ToApprove]")!.TextContent, StringComparison.Ordinal);
        var page = await second.GetAsync($"/office/grievances/{filed.Reference}");
        await page.SendAsync(page.Form("send-back-recommendation"), null);

        Assert.Equal((0, false), (await RecommendedAsync(filed), await WaitsAsync(filed)));
        using var office = await host.SignInAsAsync(Colleagues.Caseworker);
        Assert.NotNull((await office.GetAsync($"/office/grievances/{filed.Reference}")).Document.QuerySelector("a[href$='/recommend']"));
    }

    [Fact]
    public async Task Where_somebody_is_not_safe_the_result_goes_out_only_with_a_reason_which_stands_not_in_the_letter()
    {
        var filed = await host.Given.AGrievanceAsync(CaseStatus.Answered);
        await host.StoredAsync(db => db.Grievances.Where(g => g.Id == filed.Id).ExecuteUpdateAsync(set => set.SetProperty(g => g.RetaliationOn, new DateOnly(2026, 11, 23))));
        using var office = await host.SignInAsAsync(Colleagues.Caseworker);
        (string, string)[] answers = [("Form.Addressee", "원곡부동산"), ("Form.Words", "조사를 마쳤습니다.")];

        var without = await (await office.GetAsync($"/office/grievances/{filed.Reference}/tell-respondent")).SubmitAsync(answers);
        Assert.NotNull(without.MistakeAt("Form.Although"));
        Assert.Empty(await LettersAsync(filed));
        await without.SubmitAsync(("Form.Although", "신청인이 원하고 이미 이사함."));

        var page = await office.GetAsync($"/office/grievances/{filed.Reference}/other-side/{Assert.Single(await LettersAsync(filed)).Id}");
        Assert.Contains("이미 이사함", page.Words, StringComparison.Ordinal);
        Assert.DoesNotContain("이사함", page.Document.QuerySelector(".letter")!.TextContent, StringComparison.Ordinal);
        var again = await (await office.GetAsync($"/office/grievances/{filed.Reference}/tell-respondent")).SubmitAsync([.. answers, ("Form.Although", "다시 알림.")]);
        Assert.Equal(HttpStatusCode.Conflict, again.Status);
        Assert.Single(await LettersAsync(filed));
    }

    [Fact]
    public async Task Where_somebody_is_not_safe_nobody_is_asked_without_a_reason()
    {
        var filed = await host.Given.AGrievanceAsync(CaseStatus.Investigating);
        await UnsafeAsync(filed);
        using var office = await host.SignInAsAsync(Colleagues.Caseworker);

        var without = await AskAsync(office, filed, "임대 기준을 보내 주십시오.");
        Assert.NotNull(without.MistakeAt("Although.Reason"));
        Assert.Empty(await LettersAsync(filed));
        Assert.False(await host.StoredAsync(db => db.InquiryRecords.AnyAsync(r => r.CaseId == filed.Id && r.Deed == "ask-respondent")));
        await without.SubmitAsync([.. Question("임대 기준을 보내 주십시오."), ("Although.Reason", "신청인이 안전한 곳으로 옮김.")]);

        var page = await office.GetAsync($"/office/grievances/{filed.Reference}/other-side/{Assert.Single(await LettersAsync(filed)).Id}");
        Assert.Contains("안전한 곳으로 옮김", page.Words, StringComparison.Ordinal);
        Assert.DoesNotContain("안전한 곳", page.Document.QuerySelector(".letter")!.TextContent, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Where_somebody_is_not_safe_the_second_person_sends_a_recommendation_only_with_a_reason()
    {
        var filed = await WrittenAsync();
        await UnsafeAsync(filed);
        using var second = await host.SignInAsAsync(Colleagues.Supervisor);
        var page = await second.GetAsync($"/office/grievances/{filed.Reference}/approve-recommendation");

        var without = await page.SendAsync(page.Form("Seen"), null);
        Assert.NotNull(without.MistakeAt("Although.Reason"));
        Assert.Equal((0, true), (await RecommendedAsync(filed), await WaitsAsync(filed)));
        Assert.Empty(await LettersAsync(filed));
        await without.SendAsync(without.Form("Seen"), null, ("Although.Reason", "신청인이 원함."));

        Assert.Equal((1, false), (await RecommendedAsync(filed), await WaitsAsync(filed)));
        Assert.NotNull(Assert.Single(await LettersAsync(filed)).AlthoughUnsafe);
    }

    [Fact]
    public async Task A_letter_of_another_case_is_not_there()
    {
        var (filed, other) = (await host.Given.AQuestionAsync(), await host.Given.AGrievanceAsync(CaseStatus.Investigating));
        using var office = await host.SignInAsAsync(Colleagues.Caseworker);

        var id = Assert.Single(await LettersAsync(filed.Filed)).Id;

        Assert.Equal(HttpStatusCode.NotFound, (await office.GetAsync($"/office/grievances/{other.Reference}/other-side/{id}")).Status);
        Assert.Equal(HttpStatusCode.NotFound, (await office.GetAsync($"/office/grievances/{other.Reference}/other-side/{id}/pdf")).Status);
    }

    private Task UnsafeAsync(FiledCase filed) =>
        host.StoredAsync(db => db.Grievances.Where(g => g.Id == filed.Id).ExecuteUpdateAsync(set => set.SetProperty(g => g.RetaliationOn, new DateOnly(2026, 11, 23))));

    private static void WithCanaries(FileGrievance form)
    {
        (form.Story.Account, form.WhenWhere.Place, form.Hope.Hope) = ("카나리아이야기", "카나리아골목 3", "카나리아소망");
        (form.Contact.Name, form.Contact.SecondName) = ("카나리아일호", "카나리아이호");
        (form.Contact.Way, form.Contact.Contact, form.Contact.ContactNote) = (ContactWay.Phone, "010-7777-1234", "카나리아메모");
        (form.Contact.WantsInterpreter, form.Contact.InterpreterNote) = (true, "카나리아통역");
        (form.Contact.Notices, form.Contact.NoticeAddress) = (Core.Notices.NoticeHours.Evenings, "canary@test.invalid");
    }

    private static void AssertNothingOfThem(FiledCase filed, string text)
    {
        var squeezed = string.Concat(text.Where(sign => !char.IsWhiteSpace(sign)));
        Assert.All([.. Canaries, filed.Code.Digits], canary => Assert.DoesNotContain(string.Concat(canary.Where(sign => !char.IsWhiteSpace(sign))), squeezed, StringComparison.OrdinalIgnoreCase));
    }

    private static string PaperText(byte[] paper)
    {
        var file = Path.Combine(Path.GetTempPath(), Guid.NewGuid() + ".pdf");
        File.WriteAllBytes(file, paper);
        try
        {
            using var program = System.Diagnostics.Process.Start(new System.Diagnostics.ProcessStartInfo("pdftotext", [file, "-"]) { RedirectStandardOutput = true, UseShellExecute = false })!;
            var text = program.StandardOutput.ReadToEnd();
            program.WaitForExit();
            Assert.Contains("경기도", text.Normalize(System.Text.NormalizationForm.FormKC), StringComparison.Ordinal);
            return text.Normalize(System.Text.NormalizationForm.FormKC);
        }
        finally
        {
            File.Delete(file);
        }
    }

    private static (string Name, string Value)[] Question(string words) => [("Form.People", "원곡부동산"), ("Form.Words", words), ("Form.DueOn", "2026-12-07")];

    private static async Task<WebPage> AskAsync(Browserless office, FiledCase filed, string words) =>
        await (await office.GetAsync($"/office/grievances/{filed.Reference}/ask-respondent")).SubmitAsync(Question(words));

    private async Task<FiledCase> WrittenAsync()
    {
        var filed = await host.Given.AGrievanceAsync(CaseStatus.Answered, reason: "recommendation.practice");
        using var office = await host.SignInAsAsync(Colleagues.Caseworker);
        await (await office.GetAsync($"/office/grievances/{filed.Reference}/recommend")).SubmitAsync(("Form.Addressee", "원곡부동산"), ("Form.Text", "거절하지 마십시오."));
        return filed;
    }

    // the other side's days pass, and two people decide
    private Task AnsweredAsync(FiledCase filed) => host.WithAsync(async services =>
    {
        var db = services.GetRequiredService<PortalDb>();
        await db.Grievances.Where(g => g.Id == filed.Id).ExecuteUpdateAsync(set => set.SetProperty(g => g.RespondentHeardOn, new DateOnly(2026, 11, 23)));
        var grievance = await db.Grievances.Include(g => g.People).Include(g => g.Pauses).SingleAsync(g => g.Id == filed.Id);
        var (decisions, approvals, handler) = (services.GetRequiredService<DecisionDesk>(), services.GetRequiredService<ApprovalDesk>(), Colleagues.Caseworker.Actor);
        List<string?> sources = [.. (await decisions.SourcesAsync(grievance, handler, CancellationToken.None)).Select(choice => choice.Text.NamedAs(null))];
        await decisions.ProposeAsync(grievance, new() { Reason = "recommendation.practice", Answer = "권고합니다.", Sources = sources }, handler, CancellationToken.None);
        await approvals.ApproveAsync(grievance, (await approvals.LetterAsync(grievance, CancellationToken.None))!.Fingerprint, Colleagues.Supervisor.Actor, CancellationToken.None);
    });

    private Task<List<OtherSideLetter>> LettersAsync(FiledCase filed) =>
        host.StoredAsync(db => db.Set<OtherSideLetter>().AsNoTracking().Where(l => l.CaseId == filed.Id).OrderBy(l => l.Id).ToListAsync());

    private Task<int> RevisionAsync(FiledCase filed) => host.StoredAsync(db => db.Grievances.Where(g => g.Id == filed.Id).Select(g => g.Revision).SingleAsync());

    private Task<int> RecommendedAsync(FiledCase filed) => host.StoredAsync(db => db.Recommendations.CountAsync(r => r.CaseId == filed.Id));

    private Task<bool> WaitsAsync(FiledCase filed) => host.StoredAsync(db => db.Grievances.AnyAsync(g => g.Id == filed.Id && g.RecommendationById != null));

    private async Task RunAsync(string sql, Guid id)
    {
        await using var command = host.Database.Source.CreateCommand(sql);
        command.Parameters.Add(new() { Value = id });
        await command.ExecuteNonQueryAsync();
    }
}
