using System.Net;
using AngleSharp.Dom;
using Microsoft.EntityFrameworkCore;
using MigrantServices.Core.Calendar;
using MigrantServices.Core.Cases;
using MigrantServices.Core.Grievances;
using MigrantServices.Testing.Hosting;
using Xunit;

namespace MigrantServices.Portal.Tests.Casework;

/// <summary>Whole lives of grievances, by nothing but the links and buttons that colleagues find on their pages.</summary>
[Trait("Category", "Database")]
public sealed class LongLifeTests(PortalHost host) : IClassFixture<PortalHost>
{
    [Fact]
    public async Task Investigated_on_the_spot_not_settled_suspended_resumed_answered_and_closed()
    {
        var filed = await host.Given.AGrievanceAsync();
        using var caseworker = await host.SignInAsAsync(Colleagues.Caseworker);
        using var supervisor = await host.SignInAsAsync(Colleagues.Supervisor);

        var page = await PressAsync(await FoundAsync(caseworker, filed), Grievance.TakeOn, ("Affirms", "true"));
        page = await (await FollowAsync(page, Grievance.CheckJurisdiction)).SubmitAsync(
            ("Form.RespondentKind", "landlord"), ("Form.RespondentSector", "Private"), ("Form.OtherRelief", "None"), ("Form.Finding", "Ours"), ("Form.Words", "도내에서 일어난 일임."));
        await AssertAsync(filed, CaseStatus.UnderReview);

        page = await KeepAsync(page, Grievance.OpenInvestigation);
        page = await KeepAsync(page, Grievance.PlanInvestigation);
        page = await KeepAsync(page, Grievance.BeginSiteInvestigation);
        await AssertAsync(filed, CaseStatus.SiteInvestigation);
        host.Clock.Advance(TimeSpan.FromMinutes(5));
        page = await KeepAsync(page, Grievance.RecordVisit);
        page = await PressAsync(page, Grievance.EndSiteInvestigation);
        await AssertAsync(filed, CaseStatus.Investigating);

        page = await KeepAsync(page, Grievance.Protect);
        page = await KeepAsync(page, Grievance.OpenMediation);
        page = await KeepAsync(page, Grievance.HoldSession);
        await AssertAsync(filed, CaseStatus.Mediating);
        page = await KeepAsync(page, Grievance.FailMediation);
        await AssertAsync(filed, CaseStatus.Investigating);

        page = await ProposeAsync(page, "rejected.not-proven");
        var back = await PressAsync(await FoundAsync(supervisor, filed), Grievance.SendBack);
        Assert.Equal(HttpStatusCode.OK, back.Status);
        await AssertAsync(filed, CaseStatus.UnderReview);
        page = await PressAsync(await FoundAsync(caseworker, filed), Grievance.ContinueInvestigation);
        await AssertAsync(filed, CaseStatus.Investigating);

        page = await ProposeAsync(page, "suspended.untraceable");
        await ApproveAsync(supervisor, filed);
        await AssertAsync(filed, CaseStatus.Answered);
        host.Clock.Advance(TimeSpan.FromMinutes(5));
        page = await KeepAsync(await FoundAsync(caseworker, filed), Grievance.Resume);
        await AssertAsync(filed, CaseStatus.UnderReview);
        // the answer that was given is in its letter, and nobody sent anything back
        Assert.DoesNotContain(filed.Reference, (await caseworker.GetAsync("/office")).Document.QuerySelector("section[aria-labelledby='day-SentBack']")?.TextContent ?? "", StringComparison.Ordinal);
        Assert.Equal((null, null), ((await OneAsync(filed)).Answer, (await OneAsync(filed)).AnswerInTheirLanguage));
        Assert.NotNull((await OneAsync(filed)).ProtectedSince);
        page = await KeepAsync(page, Grievance.EndProtection);
        Assert.Null((await OneAsync(filed)).ProtectedSince);

        page = await ProposeAsync(page, "resolved.remedied");
        await ApproveAsync(supervisor, filed);
        await PressAsync(await FoundAsync(caseworker, filed), Grievance.Close);

        var closed = await OneAsync(filed);
        Assert.Equal((CaseStatus.Closed, "resolved", null, null), (closed.Status, closed.Outcome, closed.DueOn, closed.PausedOn));
        Assert.Equal(
            [
                "file", "take-on", "check-jurisdiction", "open-investigation", "plan-investigation", "begin-site-investigation", "record-visit", "end-site-investigation", "protect", "open-mediation",
                "hold-session", "fail-mediation", "propose", "send-back", "continue-investigation", "propose", "approve", "resume", "end-protection", "propose", "approve", "close",
            ],
            await HistoryAsync(filed));
        using var person = await host.ComeBackAsync(filed.CodeId);
        Assert.Contains("결과를 알려 드립니다.", (await person.GetAsync("/en/my-case/status")).Words, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_tip_that_leads_no_further_is_taken_on_and_closed()
    {
        var filed = await host.Given.AGrievanceAsync(CaseStatus.Tip);
        using var caseworker = await host.SignInAsAsync(Colleagues.Caseworker);

        var page = await PressAsync(await FoundAsync(caseworker, filed), Grievance.TakeOn, ("Affirms", "true"));
        page = await PressAsync(page, Grievance.CloseTip);

        Assert.DoesNotContain(Deeds(page), deed => deed.Contains("close-tip", StringComparison.Ordinal));
        await AssertAsync(filed, CaseStatus.Closed);
        Assert.Equal(["file", "take-on", "close-tip"], await HistoryAsync(filed));
    }

    [Fact]
    public async Task A_case_that_was_settled_goes_on_only_where_it_was_looked_into_before()
    {
        var filed = await host.Given.AGrievanceAsync(CaseStatus.UnderReview);
        using var caseworker = await host.SignInAsAsync(Colleagues.Caseworker);

        var page = await FoundAsync(caseworker, filed);
        foreach (var deed in new[] { Grievance.OpenMediation, Grievance.ProposeSettlement, Grievance.Settle })
        {
            page = await KeepAsync(page, deed);
        }

        await AssertAsync(filed, CaseStatus.UnderReview);
        Assert.DoesNotContain(Deeds(page), deed => deed.EndsWith("continue-investigation", StringComparison.Ordinal));
        Assert.Contains(Deeds(page), deed => deed.EndsWith("open-investigation", StringComparison.Ordinal));
    }

    /// <summary>From the first page of the office through the list of all cases to this one.</summary>
    private static async Task<WebPage> FoundAsync(Browserless office, FiledCase filed)
    {
        var list = await (await office.GetAsync("/office")).FollowAsync("a[href='/office/grievances']");
        var all = await list.FollowAsync("a[href*='tab=All']");
        var page = await all.FollowAsync($"a.reference[href$='{filed.Reference}']");
        Assert.Equal(HttpStatusCode.OK, page.Status);
        return page;
    }

    private static async Task<WebPage> FollowAsync(WebPage page, CaseAction deed)
    {
        var form = await page.FollowAsync($"section.deeds a[href$='/{(deed == Grievance.CheckJurisdiction ? "jurisdiction" : deed.Code)}']");
        Assert.Equal(HttpStatusCode.OK, form.Status);
        return form;
    }

    private static async Task<WebPage> PressAsync(WebPage page, CaseAction deed, params (string, string)[] answers)
    {
        var form = page.Document.Forms.SingleOrDefault(form => (form.GetAttribute("action") ?? "").EndsWith("/deeds/" + deed.Code, StringComparison.Ordinal));
        Assert.True(form is not null, $"No button for {deed.Code} among {string.Join(' ', Deeds(page))}");
        var after = await page.SendAsync(form, null, answers);
        Assert.Equal(HttpStatusCode.OK, after.Status);
        return after;
    }

    /// <summary>Follows the link of a deed that leaves a record and answers whatever its page asks.</summary>
    private async Task<WebPage> KeepAsync(WebPage page, CaseAction deed)
    {
        var form = await FollowAsync(page, deed);
        var today = Seoul.DateOf(host.Clock.GetUtcNow());
        (string Name, string Value)[] answers =
        [
            ("Form.Words", "확인한 내용입니다."),
            .. new[] { ("Form.On", today.ToString("O")), ("Form.DueOn", today.AddDays(7).ToString("O")), ("Form.People", "두 사람") }.Where(answer => Asks(form, answer.Item1)),
            .. Asks(form, "Form.Affirms") ? [("Form.Affirms", "true")] : Array.Empty<(string, string)>(),
            .. Asks(form, "Form.Code") ? [("Form.Code", form.Document.QuerySelectorAll("[name='Form.Code'], [name='Form.Code'] option").Select(one => one.GetAttribute("value")).First(value => !string.IsNullOrEmpty(value))!)] : Array.Empty<(string, string)>(),
        ];
        var after = await form.SubmitAsync(answers);
        Assert.True(after.Status == HttpStatusCode.OK && after.Summary.Count == 0, $"{deed.Code}: {(int)after.Status} {string.Join(' ', after.Summary)}");
        return after;
    }

    private static async Task<WebPage> ProposeAsync(WebPage page, string reason)
    {
        var form = await FollowAsync(page, Grievance.Propose);
        var read = form.Document.QuerySelectorAll("select[name='Form.Sources'] option").Select(option => option.GetAttribute("value")!)
            .Where(value => value.EndsWith("=original", StringComparison.Ordinal)).Select(value => ("Form.Sources", value));
        var after = await form.SubmitAsync([("Form.Reason", reason), ("Form.Answer", "결과를 알려 드립니다."), .. read]);
        Assert.True(after.Status == HttpStatusCode.OK && after.Summary.Count == 0, $"{(int)after.Status} {string.Join(' ', after.Summary)}");
        return after;
    }

    private static async Task ApproveAsync(Browserless supervisor, FiledCase filed)
    {
        var letter = await FollowAsync(await FoundAsync(supervisor, filed), Grievance.Approve);
        var after = await letter.SubmitAsync(("Seen", letter.ValueOf("Seen")!));
        Assert.Equal((HttpStatusCode.OK, 0), (after.Status, after.Summary.Count));
    }

    private static bool Asks(WebPage form, string field) => form.Document.QuerySelector($"[name='{field}']") is not null;

    private static IEnumerable<string> Deeds(WebPage page) => page.Document.QuerySelectorAll("section.deeds a, section.deeds form")
        .Select(one => one.GetAttribute("href") ?? one.GetAttribute("action") ?? "");

    private async Task AssertAsync(FiledCase filed, CaseStatus status) => Assert.Equal(status, (await OneAsync(filed)).Status);

    private Task<Grievance> OneAsync(FiledCase filed) => host.StoredAsync(db => db.Grievances.AsNoTracking().SingleAsync(g => g.Id == filed.Id));

    private Task<List<string>> HistoryAsync(FiledCase filed) => host.StoredAsync(db =>
        db.Events.Where(e => e.CaseId == filed.Id).OrderBy(e => e.At).ThenBy(e => e.Id).Select(e => e.Action).ToListAsync());
}
