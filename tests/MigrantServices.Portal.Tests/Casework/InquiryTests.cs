using System.Net;
using Microsoft.EntityFrameworkCore;
using MigrantServices.Core.Cases;
using MigrantServices.Core.Grievances;
using MigrantServices.Core.Grievances.Inquiry;
using MigrantServices.Testing.Hosting;
using Xunit;

namespace MigrantServices.Portal.Tests.Casework;

/// <summary>Looking into a grievance through the pages: competence, investigation, mediation, referral, protection, and every outcome.</summary>
[Trait("Category", "Database")]
public sealed class InquiryTests(PortalHost host) : IClassFixture<PortalHost>
{
    private string Today => Core.Calendar.Seoul.DateOf(host.Clock.GetUtcNow()).ToString("O");

    private string InAWeek => Core.Calendar.Seoul.DateOf(host.Clock.GetUtcNow()).AddDays(7).ToString("O");

    [Fact]
    public async Task A_case_is_not_answered_before_competence_was_checked()
    {
        var filed = await host.Given.AGrievanceAsync();
        using var office = await host.SignInAsAsync(Colleagues.Caseworker);
        await PressAsync(office, filed, "take-on");

        var page = await ProposeAsync(office, filed, ("Form.Reason", "resolved.explained"), ("Form.Answer", "설명했습니다."));
        Assert.Equal(HttpStatusCode.Conflict, page.Status);
        Assert.Equal("설명했습니다.", page.ValueOf("Form.Answer"));
        Assert.Equal(CaseStatus.UnderReview, await StatusAsync(filed));

        await CheckAsync(office, filed);
        await ProposeAsync(office, filed, ("Form.Reason", "resolved.explained"), ("Form.Answer", "설명했습니다."));
        Assert.Equal(CaseStatus.Proposed, await StatusAsync(filed));
    }

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

    [Theory]
    [InlineData("dismissed.out-of-scope")]
    [InlineData("rejected.not-proven")]
    [InlineData("recommendation.discrimination")]
    [InlineData("settled.mediation")]
    [InlineData("settled.agreement")]
    [InlineData("resolved.remedied")]
    [InlineData("suspended.untraceable")]
    [InlineData("referred.other-body")]
    public async Task Every_outcome_is_reached_through_the_pages(string reason)
    {
        var filed = await host.Given.AGrievanceAsync();
        using var office = await host.SignInAsAsync(Colleagues.Caseworker);
        await PressAsync(office, filed, "take-on");
        await CheckAsync(office, filed, reason.StartsWith("dismissed", StringComparison.Ordinal) ? "NotOurs" : "Ours");
        switch (reason.Split('.')[0])
        {
            case "recommendation":
                await KeepAsync(office, filed, Grievance.OpenInvestigation);
                await KeepAsync(office, filed, Grievance.RecordStatement, ("Form.Code", "respondent"), ("Form.On", Today), ("Form.People", "집주인"));
                await KeepAsync(office, filed, Grievance.WriteReport);
                break;
            case "settled":
                await KeepAsync(office, filed, Grievance.OpenMediation, ("Form.On", Today), ("Form.People", "두 사람"));
                await KeepAsync(office, filed, Grievance.HoldSession, ("Form.On", Today), ("Form.People", "두 사람"));
                await KeepAsync(office, filed, Grievance.ProposeSettlement, ("Form.On", Today), ("Form.DueOn", InAWeek));
                await KeepAsync(office, filed, Grievance.Settle, ("Form.On", Today));
                break;
            case "referred":
                await FormAsync(office, filed, "refer", ("Form.Body", "national-commission"), ("Form.Sent", "facts"), ("Form.Words", "맡아 주십시오."), ("Form.ConsentOn", Today), ("Form.ConsentWay", "Phone"));
                break;
        }

        await ProposeAsync(office, filed, ("Form.Reason", reason), ("Form.Answer", "결과를 알려 드립니다."));
        using var approver = await host.SignInAsAsync(Colleagues.Supervisor);
        await FormAsync(approver, filed, "approve", ("Revision", (await OneAsync(filed)).Revision.ToString(System.Globalization.CultureInfo.InvariantCulture)));

        var grievance = await OneAsync(filed);
        Assert.Equal((CaseStatus.Answered, reason.Split('.')[0], reason), (grievance.Status, grievance.Outcome, grievance.OutcomeReason));
        using var filer = await host.ComeBackAsync(filed.CodeId);
        Assert.Contains("결과를 알려 드립니다.", (await filer.GetAsync("/vi/my-case/status")).Words, StringComparison.Ordinal);
    }

    [Fact]
    public async Task The_person_withdraws_while_it_is_investigated_and_nothing_is_due_any_more()
    {
        var filed = await host.Given.AGrievanceAsync(CaseStatus.SiteInvestigation);
        using var filer = await host.ComeBackAsync(filed.CodeId);
        Assert.Contains("on the spot", (await filer.GetAsync("/en/my-case/status")).Words, StringComparison.Ordinal);

        var page = await filer.GetAsync("/en/my-case/withdraw");
        await page.SendAsync(page.Form("Revision"), null);

        var grievance = await OneAsync(filed);
        Assert.Equal((CaseStatus.Withdrawn, null), (grievance.Status, grievance.DueOn));
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

    [Fact]
    public async Task A_last_day_before_the_first_is_refused_with_the_rule_and_competence_stays_unchecked()
    {
        var filed = await host.Given.AGrievanceAsync();
        using var office = await host.SignInAsAsync(Colleagues.Caseworker);
        await PressAsync(office, filed, "take-on");

        var page = await FormAsync(
            office,
            filed,
            "jurisdiction",
            ("Form.Finding", "Ours"),
            ("Form.RespondentKind", "landlord"),
            ("Form.RespondentSector", "Private"),
            ("Form.OtherRelief", "None"),
            ("Form.LastHappenedOn", "2026-10-04"),
            ("Form.Words", "어제"));

        Assert.Equal(HttpStatusCode.Conflict, page.Status);
        Assert.Contains("Other bodies count their years from the last day", page.Words, StringComparison.Ordinal);
        Assert.Null((await OneAsync(filed)).Jurisdiction);
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

    [Fact]
    public async Task The_address_says_which_deed_it_is_and_never_the_form()
    {
        var filed = await host.Given.AGrievanceAsync(CaseStatus.UnderReview);
        using var office = await host.SignInAsAsync(Colleagues.Caseworker);

        await FormAsync(office, filed, "records/protect", ("Form.Words", "쉼터로 옮김."), ("Form.Code", "shelter"), ("Form.On", Today), ("Form.Deed", "settle"));

        Assert.Equal((CaseStatus.UnderReview, null), ((await OneAsync(filed)).Status, (await OneAsync(filed)).SettledOn));
        Assert.Equal(HttpStatusCode.NotFound, (await office.GetAsync($"/office/grievances/{filed.Reference}/records/approve")).Status);
    }

    [Fact]
    public async Task A_day_that_was_missed_is_said_and_not_promised_again()
    {
        var filed = await host.Given.AGrievanceAsync(CaseStatus.UnderReview);
        await host.StoredAsync(db => db.Grievances.Where(g => g.Id == filed.Id).ExecuteUpdateAsync(set => set.SetProperty(g => g.DueOn, new DateOnly(2026, 11, 20))));
        using var filer = await host.ComeBackAsync(filed.CodeId);

        var words = (await filer.GetAsync("/en/my-case/status")).Words;

        Assert.Contains("We should have answered by 20 November 2026", words, StringComparison.Ordinal);
        Assert.DoesNotContain("The office answers by", words, StringComparison.Ordinal);
    }

    [Fact]
    public async Task The_person_and_the_office_read_the_same_reason_for_a_pause()
    {
        var filed = await host.Given.AGrievanceAsync(CaseStatus.UnderReview);
        using var office = await host.SignInAsAsync(Colleagues.Caseworker);
        await FormAsync(office, filed, "pause", ("Form.Reason", "expert"));
        using var filer = await host.ComeBackAsync(filed.CodeId);

        const string Reason = "A test or an expert opinion is awaited.";
        Assert.Contains(Reason, (await filer.GetAsync("/en/my-case/status")).Words, StringComparison.Ordinal);
        Assert.Contains(Reason, (await office.GetAsync($"/office/grievances/{filed.Reference}?language=en")).Words, StringComparison.Ordinal);

        await PressAsync(office, filed, "end-pause");
        Assert.DoesNotContain(Reason, (await filer.GetAsync("/en/my-case/status")).Words, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("workload")]
    [InlineData("")]
    public async Task Workload_stops_no_clock(string reason)
    {
        var filed = await host.Given.AGrievanceAsync(CaseStatus.UnderReview);
        using var office = await host.SignInAsAsync(Colleagues.Caseworker);

        var page = await FormAsync(office, filed, "pause", ("Form.Reason", reason));

        Assert.NotNull(page.MistakeAt("Form.Reason"));
        Assert.Null((await OneAsync(filed)).PausedOn);
    }

    [Fact]
    public async Task Whoever_suffers_for_having_told_says_so_and_everybody_who_opens_the_case_sees_it()
    {
        var filed = await host.Given.AGrievanceAsync(CaseStatus.UnderReview);
        using var filer = await host.ComeBackAsync(filed.CodeId);
        var page = await filer.GetAsync("/en/my-case/unsafe");
        Assert.NotNull((await page.SubmitAsync(("Form.Body", ""))).MistakeAt("Form.Body"));
        Assert.Null((await OneAsync(filed)).RetaliationOn);

        await page.SubmitAsync(("Form.Body", "He cut my hours."));

        using var office = await host.SignInAsAsync(Colleagues.Supervisor);
        var words = (await office.GetAsync($"/office/grievances/{filed.Reference}")).Words;
        Assert.Contains("Retaliation reported", words, StringComparison.Ordinal);
        Assert.Contains("He cut my hours.", words, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_supervisor_takes_up_a_tip_of_the_offices_own_motion_and_a_caseworker_cannot()
    {
        var filed = await host.Given.AGrievanceAsync(CaseStatus.Tip);
        using var office = await host.SignInAsAsync(Colleagues.Caseworker);
        await PressAsync(office, filed, "take-on");
        Assert.Equal(HttpStatusCode.Forbidden, (await office.GetAsync($"/office/grievances/{filed.Reference}/records/open-own-motion")).Status);

        using var supervisor = await host.SignInAsAsync(Colleagues.Supervisor);
        await KeepAsync(supervisor, filed, Grievance.OpenOwnMotion);

        var grievance = await OneAsync(filed);
        Assert.Equal(CaseStatus.UnderReview, grievance.Status);
        Assert.NotNull(grievance.DueOn);
    }

    private static async Task CheckAsync(Browserless office, FiledCase filed, string finding = "Ours") => await FormAsync(
        office,
        filed,
        "jurisdiction",
        ("Form.RespondentKind", "landlord"),
        ("Form.RespondentSector", "Private"),
        ("Form.OtherRelief", "None"),
        ("Form.Finding", finding),
        ("Form.Words", "도내에서 일어난 일임."));

    private static async Task KeepAsync(Browserless office, FiledCase filed, CaseAction deed, params (string, string)[] answers)
    {
        var page = await FormAsync(office, filed, "records/" + deed.Code, [("Form.Words", "확인한 내용입니다."), .. deed == Grievance.OpenInvestigation ? [("Form.Affirms", "true")] : Array.Empty<(string, string)>(), .. answers]);
        Assert.Empty(page.Summary);
    }

    private static async Task<WebPage> FormAsync(Browserless office, FiledCase filed, string address, params (string, string)[] answers) =>
        await (await office.GetAsync($"/office/grievances/{filed.Reference}/{address}")).SubmitAsync(answers);

    /// <summary>Proposes as somebody who has read every original.</summary>
    private static async Task<WebPage> ProposeAsync(Browserless office, FiledCase filed, params (string, string)[] answers)
    {
        var page = await office.GetAsync($"/office/grievances/{filed.Reference}/propose");
        var read = page.Document.QuerySelectorAll("select[name='Form.Sources'] option").Select(option => option.GetAttribute("value")!)
            .Where(value => value.EndsWith("=original", StringComparison.Ordinal)).Select(value => ("Form.Sources", value));
        return await page.SubmitAsync([.. answers, .. read]);
    }

    private static async Task PressAsync(Browserless office, FiledCase filed, string deed)
    {
        var page = await office.GetAsync($"/office/grievances/{filed.Reference}");
        await page.SendAsync(page.Form("deeds/" + deed), null, deed == "take-on" ? [("Affirms", "true")] : []);
    }

    private async Task<CaseStatus> StatusAsync(FiledCase filed) => (await OneAsync(filed)).Status;

    private Task<Grievance> OneAsync(FiledCase filed) => host.StoredAsync(db => db.Grievances.AsNoTracking().SingleAsync(g => g.Id == filed.Id));
}
