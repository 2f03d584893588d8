using System.Net;
using Microsoft.EntityFrameworkCore;
using MigrantServices.Core.Cases;
using MigrantServices.Core.Grievances;
using MigrantServices.Core.Privacy;
using MigrantServices.Testing.Hosting;
using Xunit;

namespace MigrantServices.Portal.Tests.MyCase;

/// <summary>What was asked for: more time for the person, a second request, and both coming back.</summary>
[Trait("Category", "Database")]
public sealed class SupplementTests(PortalHost host) : IClassFixture<PortalHost>
{
    [Fact]
    public async Task More_time_is_granted_at_once_and_both_sides_read_the_same_day()
    {
        var filed = await host.Given.AGrievanceAsync(CaseStatus.AwaitingSupplement);
        using var filer = await host.ComeBackAsync(filed.CodeId);
        Assert.Contains("Please answer by 3 December 2026", (await filer.GetAsync("/en/my-case/status")).Words, StringComparison.Ordinal);

        var page = await MoreAsync(filer);

        Assert.Contains("Please answer by 14 December 2026", page.Words, StringComparison.Ordinal);
        using var office = await host.SignInAsAsync(Colleagues.Caseworker);
        var theirs = await office.GetAsync($"/office/grievances/{filed.Reference}");
        Assert.Contains("14 December 2026", theirs.Document.QuerySelector("section[aria-labelledby=clocks]")!.TextContent, StringComparison.Ordinal);
        Assert.Contains("took more time to answer: until 14 December 2026 instead of 3 December 2026", theirs.Words, StringComparison.Ordinal);
        Assert.Equal(1, await host.StoredAsync(db => db.AccessRecords.CountAsync(r => r.CaseId == filed.Id && r.Deed == AccessDeed.Change && r.Detail == "take-more-time")));
    }

    [Theory]
    [InlineData("ko")]
    [InlineData("en")]
    [InlineData("vi")]
    [InlineData("zh-Hans")]
    [InlineData("ar")]
    public async Task A_third_time_is_refused_in_the_persons_language_and_changes_nothing(string language)
    {
        var filed = await host.Given.AGrievanceAsync(CaseStatus.AwaitingSupplement);
        using var filer = await host.ComeBackAsync(filed.CodeId);
        await MoreAsync(filer);
        var kept = await filer.GetAsync($"/{language}/my-case/more-time");
        await host.StoredAsync(db => db.Grievances.Where(g => g.Id == filed.Id).ExecuteUpdateAsync(set => set.SetProperty(g => g.SupplementMoreTime, 2)));

        var refused = await kept.SubmitAsync(("Revision", kept.ValueOf("Revision")!));

        Assert.Equal(HttpStatusCode.Conflict, refused.Status);
        Assert.NotEmpty(refused.Summary);
        Assert.Equal(new DateOnly(2026, 12, 14), (await StoredAsync(filed)).SupplementUntil);
    }

    [Fact]
    public async Task After_the_day_it_is_too_late_for_more_time_but_not_for_an_answer()
    {
        var filed = await host.Given.AGrievanceAsync(CaseStatus.AwaitingSupplement);
        using var filer = await host.ComeBackAsync(filed.CodeId);
        var page = await filer.GetAsync("/en/my-case/more-time");
        await OverAsync(filed);

        var refused = await page.SubmitAsync(("Revision", page.ValueOf("Revision")!));
        Assert.Equal(HttpStatusCode.Conflict, refused.Status);
        Assert.Equal((0, 1), ((await StoredAsync(filed)).SupplementMoreTime, (await StoredAsync(filed)).Revision - int.Parse(page.ValueOf("Revision")!, System.Globalization.CultureInfo.InvariantCulture) + 1));

        var status = await filer.GetAsync("/en/my-case/status");
        await status.UploadAsync([("Form.Body", "In May.")]);
        Assert.Equal((CaseStatus.UnderReview, null), ((await StoredAsync(filed)).Status, (await StoredAsync(filed)).SupplementUntil));
    }

    [Fact]
    public async Task A_second_letter_goes_out_once_the_day_has_passed_and_no_third()
    {
        var filed = await host.Given.AGrievanceAsync(CaseStatus.AwaitingSupplement);
        using var office = await host.SignInAsAsync(Colleagues.Caseworker);
        var early = await AgainAsync(office, filed);
        Assert.Equal(HttpStatusCode.Conflict, early.Status);
        Assert.Contains("has not passed", early.Words, StringComparison.Ordinal);
        await OverAsync(filed);
        Assert.Contains(filed.Reference, (await office.GetAsync("/office")).Document.QuerySelector("section[aria-labelledby=day-SupplementOverdue]")!.TextContent, StringComparison.Ordinal);
        var late = await AgainAsync(office, filed, "2026-12-04");
        Assert.Contains("no later than", late.Words, StringComparison.Ordinal);
        Assert.Null((await StoredAsync(filed)).SupplementAskedAgainOn);

        await AgainAsync(office, filed);

        Assert.Equal((new DateOnly(2026, 11, 23), new DateOnly(2026, 12, 3)), ((await StoredAsync(filed)).SupplementAskedAgainOn, (await StoredAsync(filed)).SupplementUntil));
        Assert.Equal(["supplement-again.1"], await host.StoredAsync(db => db.Messages.Where(m => m.CaseId == filed.Id && m.Purpose == MessagePurpose.SupplementRequest)
            .OrderByDescending(m => m.SentAt).Select(m => m.Template!).Take(1).ToListAsync()));
        await OverAsync(filed);
        Assert.Equal(HttpStatusCode.Conflict, (await AgainAsync(office, filed)).Status);
        Assert.Equal(2, await host.StoredAsync(db => db.Messages.CountAsync(m => m.CaseId == filed.Id && m.Purpose == MessagePurpose.SupplementRequest)));
    }

    [Fact]
    public async Task Nothing_is_returned_for_what_did_not_come_before_both_requests_ran_out()
    {
        var filed = await host.Given.AGrievanceAsync(CaseStatus.AwaitingSupplement);
        using var office = await host.SignInAsAsync(Colleagues.Caseworker);
        await OverAsync(filed);
        var waiting = await office.GetAsync($"/office/grievances/{filed.Reference}");
        await waiting.SendAsync(waiting.Form("deeds/go-on-without"), null);

        var refused = await ProposeAsync(office, filed);

        Assert.Equal((HttpStatusCode.Conflict, CaseStatus.UnderReview), (refused.Status, (await StoredAsync(filed)).Status));
        Assert.Contains("asked for twice", refused.Words, StringComparison.Ordinal);
        await host.StoredAsync(db => db.Grievances.Where(g => g.Id == filed.Id).ExecuteUpdateAsync(set => set.SetProperty(g => g.SupplementAskedAgainOn, new DateOnly(2026, 11, 12))));
        await ProposeAsync(office, filed);
        Assert.Equal((CaseStatus.Proposed, "dismissed"), ((await StoredAsync(filed)).Status, (await StoredAsync(filed)).Outcome));
    }

    [Fact]
    public async Task Two_requests_that_came_back_end_the_case_and_the_person_reads_why()
    {
        var filed = await host.Given.AGrievanceAsync(CaseStatus.AwaitingSupplement);
        using var office = await host.SignInAsAsync(Colleagues.Caseworker);
        var once = await ReturnAsync(office, filed, "2026-11-20");
        Assert.Equal(HttpStatusCode.Conflict, once.Status);
        await OverAsync(filed);
        await AgainAsync(office, filed);
        Assert.NotNull((await ReturnAsync(office, filed, "2026-11-24")).MistakeAt("Form.SecondOn"));
        Assert.Equal(CaseStatus.AwaitingSupplement, (await StoredAsync(filed)).Status);

        await ReturnAsync(office, filed, "2026-11-23");

        var ended = await StoredAsync(filed);
        Assert.Equal((CaseStatus.Withdrawn, new DateOnly(2026, 11, 20), new DateOnly(2026, 11, 23)), (ended.Status, ended.SupplementReturnedOn, ended.SupplementReturnedAgainOn));
        Assert.Equal((Grievance.Withdrawal, Grievance.Unanswered), (ended.Outcome, ended.OutcomeReason));
        using var filer = await host.ComeBackAsync(filed.CodeId);
        Assert.Contains("both requests came back to us undelivered", (await filer.GetAsync("/en/my-case/status")).Words, StringComparison.Ordinal);
    }

    private static async Task<WebPage> MoreAsync(Browserless filer)
    {
        var page = await filer.GetAsync("/en/my-case/more-time");
        return await page.SubmitAsync(("Revision", page.ValueOf("Revision")!));
    }

    private static async Task<WebPage> AgainAsync(Browserless office, FiledCase filed, string until = "2026-12-03") =>
        await (await office.GetAsync($"/office/grievances/{filed.Reference}/ask-supplement-again")).SubmitAsync(("Form.Body", "계약은 언제 시작되었나요?"), ("Form.Until", until));

    private static async Task<WebPage> ReturnAsync(Browserless office, FiledCase filed, string second) =>
        await (await office.GetAsync($"/office/grievances/{filed.Reference}/treat-as-withdrawn")).SubmitAsync(("Form.FirstOn", "2026-11-20"), ("Form.SecondOn", second));

    private static async Task<WebPage> ProposeAsync(Browserless office, FiledCase filed) =>
        await (await office.GetAsync($"/office/grievances/{filed.Reference}/propose"))
            .SubmitAsync(("Form.Reason", Grievance.NotSupplemented), ("Form.Answer", "보완되지 않았습니다."), ("Form.Sources", $"Account:{filed.Id}=original"));

    /// <summary>As if the person had been asked long before, and their day were over.</summary>
    private Task OverAsync(FiledCase filed) => host.StoredAsync(db => db.Grievances.Where(g => g.Id == filed.Id).ExecuteUpdateAsync(set => set
        .SetProperty(g => g.SupplementAskedOn, new DateOnly(2026, 11, 10)).SetProperty(g => g.SupplementUntil, new DateOnly(2026, 11, 20))));

    private Task<Grievance> StoredAsync(FiledCase filed) => host.StoredAsync(db => db.Grievances.AsNoTracking().SingleAsync(g => g.Id == filed.Id));
}
