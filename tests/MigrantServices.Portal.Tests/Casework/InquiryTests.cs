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
public sealed partial class InquiryTests(PortalHost host) : IClassFixture<PortalHost>
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
