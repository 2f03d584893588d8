using System.Net;
using Microsoft.EntityFrameworkCore;
using MigrantServices.Core.Cases;
using MigrantServices.Core.Grievances;
using MigrantServices.Core.Grievances.Inquiry;
using MigrantServices.Testing.Hosting;
using Xunit;

namespace MigrantServices.Portal.Tests.Casework;

/// <content>What leaves the office for other bodies and the other side, and what comes back.</content>
public sealed partial class InquiryTests
{
    [Fact]
    public async Task Nobody_agreed_to_a_referral_before_there_was_a_case()
    {
        var filed = await host.Given.AGrievanceAsync(CaseStatus.UnderReview);
        using var office = await host.SignInAsAsync(Colleagues.Caseworker);
        var yesterday = Core.Calendar.Seoul.DateOf(host.Clock.GetUtcNow()).AddDays(-1).ToString("O");

        var refused = await (await office.GetAsync($"/office/grievances/{filed.Reference}/refer"))
            .SubmitAsync(("Form.Body", "police"), ("Form.Sent", "facts"), ("Form.Words", "부탁합니다."), ("Form.ConsentOn", yesterday), ("Form.ConsentWay", "Phone"));

        Assert.Equal(HttpStatusCode.Conflict, refused.Status);
        Assert.Contains("nobody can have agreed to send it on before", refused.Words, StringComparison.Ordinal);
        Assert.False(await host.StoredAsync(db => db.Referrals.AnyAsync(r => r.CaseId == filed.Id)));
    }

    [Fact]
    public async Task What_another_body_and_the_other_side_answer_is_kept_while_the_office_waits_for_papers()
    {
        var ((asked, question), (referred, referral)) = (await host.Given.AQuestionAsync(), await host.Given.AReferralAsync());
        using var office = await host.SignInAsAsync(Colleagues.Caseworker);
        foreach (var filed in new[] { asked, referred })
        {
            await (await office.GetAsync($"/office/grievances/{filed.Reference}/ask-supplement")).SubmitAsync(("Form.Body", "계약은 언제 시작되었나요?"), ("Form.Until", InAWeek));
            Assert.Equal(CaseStatus.AwaitingSupplement, await StatusAsync(filed));
        }

        await (await office.GetAsync($"/office/grievances/{asked.Reference}/questions/{question}/reply")).SubmitAsync(("Form.RepliedOn", Today), ("Form.Words", "답변서입니다."));
        await (await office.GetAsync($"/office/grievances/{referred.Reference}/referrals/{referral}/reply"))
            .SubmitAsync(("Form.Reply", "Accepted"), ("Form.RepliedOn", Today), ("Form.Words", "접수했습니다."));

        Assert.True(await host.StoredAsync(db => db.InquiryRecords.AnyAsync(r => r.Id == question && r.RepliedOn != null)));
        Assert.True(await host.StoredAsync(db => db.Referrals.AnyAsync(r => r.Id == referral && r.RepliedOn != null)));
    }

    [Fact]
    public async Task What_leaves_is_what_was_read_before_and_holds_nothing_that_was_not_chosen()
    {
        var filed = await host.Given.AGrievanceAsync(CaseStatus.UnderReview);
        using var office = await host.SignInAsAsync(Colleagues.Caseworker);
        (string, string)[] answers = [("Form.Body", "labour-office"), ("Form.Sent", "facts"), ("Form.Sent", "account"), ("Form.Words", "임금 차별을 살펴 주십시오."), ("Form.ConsentOn", Today), ("Form.ConsentWay", "InPerson")];
        var preview = await (await office.GetAsync($"/office/grievances/{filed.Reference}/refer")).PressAsync("Preview", answers);
        var letter = preview.Document.QuerySelector("section .user-text")!.TextContent;
        Assert.Contains("Chủ nhà nói", letter, StringComparison.Ordinal);
        Assert.DoesNotContain("Nguyễn", letter, StringComparison.Ordinal);
        Assert.False(await host.StoredAsync(db => db.Referrals.AnyAsync(r => r.CaseId == filed.Id)));

        await preview.SubmitAsync(answers);

        var page = await office.GetAsync($"/office/grievances/{filed.Reference}");
        Assert.Contains(page.Document.QuerySelectorAll(".user-text"), words => words.TextContent == letter);
        using var filer = await host.ComeBackAsync(filed.CodeId);
        Assert.Contains("sent to Labour office", (await filer.GetAsync("/en/my-case/status")).Words, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("Form.ConsentOn", "")]
    [InlineData("Form.ConsentOn", "2030-01-01")]
    [InlineData("Form.Body", "immigration-office")]
    [InlineData("Form.Sent", "status")]
    [InlineData("Form.Words", "")]
    public async Task Nothing_is_sent_on_without_consent_or_to_a_body_that_the_list_does_not_know(string field, string value)
    {
        var filed = await host.Given.AGrievanceAsync(CaseStatus.UnderReview);
        using var office = await host.SignInAsAsync(Colleagues.Caseworker);
        Dictionary<string, string> answers = new(StringComparer.Ordinal)
        {
            ["Form.Body"] = "police",
            ["Form.Sent"] = "facts",
            ["Form.Words"] = "부탁합니다.",
            ["Form.ConsentOn"] = Today,
            ["Form.ConsentWay"] = "Phone",
            [field] = value,
        };

        var page = await FormAsync(office, filed, "refer", [.. answers.Select(a => (a.Key, a.Value))]);

        Assert.NotNull(page.MistakeAt(field));
        Assert.Null((await OneAsync(filed)).ReferredAt);
    }

    [Fact]
    public async Task A_body_answers_and_the_person_reads_whether_it_took_the_case()
    {
        var filed = await host.Given.AGrievanceAsync(CaseStatus.UnderReview);
        using var office = await host.SignInAsAsync(Colleagues.Caseworker);
        await FormAsync(office, filed, "refer", ("Form.Body", "police"), ("Form.Sent", "facts"), ("Form.Words", "부탁합니다."), ("Form.ConsentOn", Today), ("Form.ConsentWay", "Phone"));
        var id = await host.StoredAsync(db => db.Referrals.Where(r => r.CaseId == filed.Id).Select(r => r.Id).SingleAsync());

        await FormAsync(office, filed, $"referrals/{id}/reply", ("Form.Reply", "Accepted"), ("Form.RepliedOn", Today), ("Form.Words", "접수함."));

        using var filer = await host.ComeBackAsync(filed.CodeId);
        Assert.Contains("they have taken it", (await filer.GetAsync("/en/my-case/status")).Words, StringComparison.Ordinal);
        var stranger = await host.Given.AGrievanceAsync(CaseStatus.UnderReview);
        Assert.Equal(HttpStatusCode.NotFound, (await office.GetAsync($"/office/grievances/{stranger.Reference}/referrals/{id}/reply")).Status);
    }

    [Fact]
    public async Task The_other_side_is_asked_and_answers()
    {
        var filed = await host.Given.AGrievanceAsync(CaseStatus.Investigating);
        using var office = await host.SignInAsAsync(Colleagues.Caseworker);
        await FormAsync(office, filed, "ask-respondent", ("Form.People", "집주인"), ("Form.Words", "왜 그랬습니까?"), ("Form.DueOn", InAWeek));
        var id = await host.StoredAsync(db => db.InquiryRecords.Where(r => r.CaseId == filed.Id && r.Deed == "ask-respondent").Select(r => r.Id).SingleAsync());

        await FormAsync(office, filed, $"questions/{id}/reply", ("Form.RepliedOn", Today), ("Form.Words", "그런 일이 없습니다."));

        Assert.Contains("그런 일이 없습니다.", (await office.GetAsync($"/office/grievances/{filed.Reference}")).Words, StringComparison.Ordinal);
        Assert.NotNull((await OneAsync(filed)).RespondentHeardOn);
    }

    [Theory]
    [InlineData("Form.DueOn", "2026-11-20")]
    [InlineData("Form.DueOn", "")]
    [InlineData("Form.Words", "")]
    [InlineData("Form.People", "")]
    public async Task A_question_without_a_day_to_come_is_not_put(string field, string value)
    {
        var filed = await host.Given.AGrievanceAsync(CaseStatus.Investigating);
        using var office = await host.SignInAsAsync(Colleagues.Caseworker);
        Dictionary<string, string> answers = new(StringComparer.Ordinal)
        {
            ["Form.People"] = "집주인",
            ["Form.Words"] = "왜 그랬습니까?",
            ["Form.DueOn"] = InAWeek,
            [field] = value,
        };

        var page = await FormAsync(office, filed, "ask-respondent", [.. answers.Select(a => (a.Key, a.Value))]);

        Assert.NotNull(page.MistakeAt(field));
        Assert.Equal(value == "2026-11-20", page.MistakeAt(field)!.Contains("begin to count after today", StringComparison.Ordinal));
        Assert.False(await host.StoredAsync(db => db.InquiryRecords.AnyAsync(r => r.CaseId == filed.Id && r.Deed == "ask-respondent")));
    }
}
