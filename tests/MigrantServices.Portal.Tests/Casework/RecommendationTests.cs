using System.Net;
using Microsoft.EntityFrameworkCore;
using MigrantServices.Core.Cases;
using MigrantServices.Core.Grievances;
using MigrantServices.Core.Privacy;
using MigrantServices.Testing.Hosting;
using Npgsql;
using Xunit;

namespace MigrantServices.Portal.Tests.Casework;

/// <summary>A recommendation from its sending to the last check, and what the person and the office see of it.</summary>
[Trait("Category", "Database")]
public sealed class RecommendationTests(PortalHost host) : IClassFixture<PortalHost>
{
    [Fact]
    public async Task It_is_sent_answered_and_checked_and_the_person_learns_when_but_not_the_words()
    {
        var filed = await host.Given.AGrievanceAsync(CaseStatus.Answered, reason: "recommendation.practice");
        using var office = await host.SignInAsAsync(Colleagues.Caseworker);
        using var filer = await host.ComeBackAsync(filed.CodeId);

        var sent = await (await office.GetAsync($"/office/grievances/{filed.Reference}/recommend")).SubmitAsync(
            ("Form.Addressee", "원곡부동산"), ("Form.Text", "국적을 이유로 거절하지 마십시오."), ("Form.SentOn", "2026-11-23"));
        Assert.Equal($"/office/grievances/{filed.Reference}", sent.Path);
        Assert.Contains("22 January 2027", sent.Words, StringComparison.Ordinal);
        Assert.Contains("국적을 이유로 거절하지 마십시오.", sent.Words, StringComparison.Ordinal);
        var waiting = await filer.GetAsync("/en/my-case/status");
        Assert.Contains("A recommendation was sent on 23 November 2026. The other side must say by 22 January 2027", waiting.Words, StringComparison.Ordinal);
        Assert.DoesNotContain("거절하지 마십시오", waiting.Words, StringComparison.Ordinal);

        var replied = await (await sent.FollowAsync("a[href$='/reply']")).SubmitAsync(
            ("Form.Reply", "InPart"), ("Form.RepliedOn", "2026-11-23"), ("Form.Reasons", "안내문만 고치겠습니다."));
        Assert.Contains("Accepted in part", replied.Words, StringComparison.Ordinal);
        Assert.Null(replied.Document.QuerySelector("a[href$='/reply']"));
        var read = await filer.GetAsync("/vi/my-case/status");
        Assert.Contains("đã được chấp nhận một phần", read.Words, StringComparison.Ordinal);
        Assert.DoesNotContain("안내문만", read.Words, StringComparison.Ordinal);

        foreach (var found in new[] { "NotDone", "Done" })
        {
            var details = await office.GetAsync($"/office/grievances/{filed.Reference}");
            await (await details.FollowAsync("a[href$='/check']")).SubmitAsync(("Form.Found", found), ("Form.CheckedOn", "2026-11-23"), ("Form.Words", "가서 보았습니다."));
        }

        Assert.Equal(2, await host.StoredAsync(db => db.Set<MeasuresCheck>().CountAsync()));
        Assert.Equal(
            ["check-measures", "check-measures", "recommend", "record-measures"],
            await host.StoredAsync(db => db.AccessRecords.Where(r => r.CaseId == filed.Id && r.Deed == AccessDeed.Change)
                .Select(r => r.Detail!).Where(d => d == "recommend" || d.EndsWith("-measures")).OrderBy(d => d).ToListAsync()));
    }

    [Theory]
    [InlineData("Form.Addressee", "")]
    [InlineData("Form.Text", "")]
    [InlineData("Form.SentOn", "")]
    [InlineData("Form.SentOn", "2026-11-24")]
    [InlineData("Form.AddresseeKind", "moon")]
    [InlineData("Form.AddresseeSector", "Unknown")]
    [InlineData("Form.Article", "race:99")]
    [InlineData("Form.Period", "Never")]
    public async Task What_is_missing_or_wrong_is_said_beside_the_field_and_nothing_is_kept(string field, string value)
    {
        var filed = await host.Given.AGrievanceAsync(CaseStatus.Answered, reason: "recommendation.practice");
        using var office = await host.SignInAsAsync(Colleagues.Caseworker);
        var answers = new Dictionary<string, string> { ["Form.Addressee"] = "원곡부동산", ["Form.Text"] = "권고합니다.", ["Form.SentOn"] = "2026-11-23" };
        answers[field] = value;

        var page = await office.GetAsync($"/office/grievances/{filed.Reference}/recommend");
        var again = await page.SubmitAsync([.. answers.Select(a => (a.Key, a.Value))]);

        Assert.NotNull(again.MistakeAt(field));
        Assert.Equal(field == "Form.Addressee", again.MistakeAt(field)!.Contains("a recommendation is made to somebody", StringComparison.Ordinal));
        Assert.Equal(0, await CountAsync(filed));
    }

    [Theory]
    [InlineData("reply", "Form.RepliedOn", "2026-11-22")]
    [InlineData("reply", "Form.RepliedOn", "2026-11-24")]
    [InlineData("reply", "Form.RepliedOn", "")]
    [InlineData("reply", "Form.Reply", "Perhaps")]
    [InlineData("reply", "Form.Reasons", "")]
    [InlineData("check", "Form.CheckedOn", "2026-11-22")]
    [InlineData("check", "Form.Found", "Perhaps")]
    [InlineData("check", "Form.Words", "")]
    public async Task A_wrong_answer_or_check_is_said_beside_the_field_and_nothing_is_kept(string deed, string field, string value)
    {
        var (filed, id) = await host.Given.ARecommendationAsync();
        using var office = await host.SignInAsAsync(Colleagues.Caseworker);
        var answers = deed == "reply"
            ? new Dictionary<string, string> { ["Form.Reasons"] = "고치겠습니다.", ["Form.Reply"] = "Accepted", ["Form.RepliedOn"] = "2026-11-23" }
            : new Dictionary<string, string> { ["Form.Words"] = "보았습니다.", ["Form.Found"] = "Done", ["Form.CheckedOn"] = "2026-11-23" };
        answers[field] = value;

        var page = await office.GetAsync($"/office/grievances/{filed.Reference}/recommendations/{id}/{deed}");
        var again = await page.SubmitAsync([.. answers.Select(a => (a.Key, a.Value))]);

        Assert.NotNull(again.MistakeAt(field));
        Assert.Equal((null, 0), await host.StoredAsync(async db => (
            (await db.Recommendations.SingleAsync(r => r.Id == id)).Reply, await db.Set<MeasuresCheck>().CountAsync(c => c.RecommendationId == id))));
    }

    [Fact]
    public async Task A_mistyped_answer_is_put_right_and_what_stood_there_stays_readable()
    {
        var (filed, id) = await host.Given.ARecommendationAsync(CaseStatus.Closed);
        using var office = await host.SignInAsAsync(Colleagues.Caseworker2);
        var address = $"/office/grievances/{filed.Reference}/recommendations/{id}";
        var early = await (await office.GetAsync(address + "/correct")).SubmitAsync(
            ("Form.Reply", "Refused"), ("Form.RepliedOn", "2026-11-23"), ("Form.Reasons", "거절함."), ("Form.Why", "잘못 적음."));
        Assert.Equal((HttpStatusCode.Conflict, 0), (early.Status, await CorrectionsAsync(id)));
        await (await office.GetAsync(address + "/reply")).SubmitAsync(("Form.Reply", "Accepted"), ("Form.RepliedOn", "2026-11-23"), ("Form.Reasons", "모두 따르겠습니다."));

        var page = await office.GetAsync(address + "/correct");
        Assert.Equal("모두 따르겠습니다.", page.ValueOf("Form.Reasons"));
        var without = await page.SubmitAsync(("Form.Reply", "Refused"), ("Form.Reasons", "따르지 않겠습니다."), ("Form.Why", ""));
        Assert.NotNull(without.MistakeAt("Form.Why"));
        Assert.Equal(0, await CorrectionsAsync(id));
        var put = await without.SubmitAsync(("Form.Reply", "Refused"), ("Form.Reasons", "따르지 않겠습니다."), ("Form.Why", "옆 줄을 옮겨 적음."));

        Assert.Contains("따르지 않겠습니다.", put.Words, StringComparison.Ordinal);
        Assert.Contains("모두 따르겠습니다.", put.Document.QuerySelector("s + *, p s")!.TextContent, StringComparison.Ordinal);
        Assert.Contains("옆 줄을 옮겨 적음.", put.Words, StringComparison.Ordinal);
        var stored = await host.StoredAsync(db => db.Recommendations.AsNoTracking().SingleAsync(r => r.Id == id));
        Assert.Equal((MeasuresReply.Refused, null), (stored.Reply, stored.NextCheckOn));
        await Assert.ThrowsAsync<PostgresException>(() => RunAsync("update measures_corrections set replied_on = '2026-11-01' where recommendation_id = $1", id));
        await Assert.ThrowsAsync<PostgresException>(() => RunAsync("delete from measures_corrections where recommendation_id = $1", id));
        await Assert.ThrowsAsync<PostgresException>(() => RunAsync("update recommendations set reply = 'InPart' where id = $1", id));
    }

    [Fact]
    public async Task Where_nothing_was_recommended_the_rule_is_said_and_nothing_is_kept()
    {
        var filed = await host.Given.AGrievanceAsync(CaseStatus.Answered);
        using var office = await host.SignInAsAsync(Colleagues.Caseworker);
        Assert.Null((await office.GetAsync($"/office/grievances/{filed.Reference}")).Document.QuerySelector("a[href$='/recommend']"));

        var page = await (await office.GetAsync($"/office/grievances/{filed.Reference}/recommend")).SubmitAsync(
            ("Form.Addressee", "원곡부동산"), ("Form.Text", "권고합니다."), ("Form.SentOn", "2026-11-23"));

        Assert.Equal(HttpStatusCode.Conflict, page.Status);
        Assert.Contains("whose approved outcome is a recommendation", page.Words, StringComparison.Ordinal);
        Assert.Equal("권고합니다.", page.ValueOf("Form.Text"));
        Assert.Equal(0, await CountAsync(filed));
    }

    [Fact]
    public async Task A_recommendation_of_another_case_is_not_there()
    {
        var (_, id) = await host.Given.ARecommendationAsync();
        var (other, _) = await host.Given.ARecommendationAsync();
        using var office = await host.SignInAsAsync(Colleagues.Caseworker);

        Assert.Equal(HttpStatusCode.NotFound, (await office.GetAsync($"/office/grievances/{other.Reference}/recommendations/{id}/reply")).Status);
    }

    [Fact]
    public async Task The_list_shows_each_under_its_tab_to_those_who_may_see_the_case_and_is_put_on_record()
    {
        var (waiting, _) = await host.Given.ARecommendationAsync();
        var (overdue, late) = await host.Given.ARecommendationAsync();
        await RunAsync("update recommendations set sent_on = '2026-08-03', due_on = '2026-10-02' where id = $1", late);
        using var office = await host.SignInAsAsync(Colleagues.Caseworker);
        using var ansan = await host.SignInAsAsync(Colleagues.AnsanOfficer);
        using var suwon = await host.SignInAsAsync(Colleagues.SuwonOfficer);

        Assert.Contains("/office/recommendations", (await office.GetAsync("/office")).Html, StringComparison.Ordinal);
        var first = await office.GetAsync("/office/recommendations");
        Assert.Contains(waiting.Reference, first.Words, StringComparison.Ordinal);
        Assert.DoesNotContain(overdue.Reference, first.Words, StringComparison.Ordinal);
        Assert.DoesNotContain("원곡부동산", first.Words, StringComparison.Ordinal);
        Assert.Contains(overdue.Reference, (await ansan.GetAsync("/office/recommendations?tab=Overdue")).Words, StringComparison.Ordinal);
        Assert.DoesNotContain("DG-", (await suwon.GetAsync("/office/recommendations?tab=All")).Words, StringComparison.Ordinal);
        Assert.True(await host.StoredAsync(db => db.AccessRecords.AnyAsync(r =>
            r.UserId == Colleagues.Caseworker.Id && r.Deed == AccessDeed.List && r.Detail == "recommendations" && r.CaseIds!.Contains(waiting.Id))));
    }

    [Theory]
    [InlineData("Waiting")]
    [InlineData("Overdue")]
    [InlineData("Answered")]
    [InlineData("All")]
    public async Task Paging_meets_every_recommendation_of_a_tab_once(string tab)
    {
        var (_, first) = await host.Given.ARecommendationAsync();
        var day = tab == "Overdue" ? "2026-10-02" : "2027-03-02";
        var reply = tab == "Answered" ? "'Accepted', date '2026-11-01', text, sent_by_id" : "null, null, null, null";
        await RunAsync(
            $"""
            insert into recommendations (id, case_id, text, addressee, addressee_kind, addressee_sector, article, sent_on, period, due_on, sent_by_id, reply, replied_on, reasons, reply_recorded_by_id)
            select gen_random_uuid(), case_id, text, addressee, addressee_kind, addressee_sector, article, date '2026-08-03', period, date '{day}', sent_by_id, {reply}
            from recommendations, generate_series(1, 30) where id = $1
            """,
            first);
        using var office = await host.SignInAsAsync(Colleagues.Caseworker);

        var (met, page) = (0, await office.GetAsync("/office/recommendations?tab=" + tab));
        while (true)
        {
            met += page.Document.QuerySelectorAll("tbody tr").Length;
            if (page.Document.QuerySelector("a[rel=next]") is null)
            {
                break;
            }

            page = await page.FollowAsync("a[rel=next]");
        }

        var today = new DateOnly(2026, 11, 23);
        Assert.Equal(await host.StoredAsync(db => db.Recommendations.CountAsync(r => tab == "All"
            || (tab == "Answered" ? r.Reply != null : r.Reply == null && (tab == "Overdue" ? r.DueOn < today : r.DueOn >= today)))), met);
        Assert.True(met > RecommendationPage.Size);
    }

    [Fact]
    public async Task Each_page_stays_within_its_ways_to_the_database()
    {
        var (filed, _) = await host.Given.ARecommendationAsync();
        await host.Given.ARecommendationAsync(filed);
        using var office = await host.SignInAsAsync(Colleagues.Caseworker);
        await office.GetAsync("/office");

        Assert.InRange((await office.GetAsync($"/office/grievances/{filed.Reference}")).Statements.Count, 1, 4);
        Assert.InRange((await office.GetAsync("/office/recommendations")).Statements.Count, 1, 3);
    }

    [Theory]
    [InlineData("reply = 'Accepted'")]
    [InlineData("replied_on = sent_on")]
    [InlineData("reply = 'Accepted', replied_on = sent_on, reply_recorded_by_id = sent_by_id")]
    [InlineData("reply = 'Accepted', replied_on = sent_on - 1, reasons = text, reply_recorded_by_id = sent_by_id")]
    [InlineData("due_on = sent_on")]
    [InlineData("addressee_sector = 'Unknown'")]
    public async Task The_database_itself_refuses_half_an_answer_and_days_out_of_order(string change)
    {
        var (_, id) = await host.Given.ARecommendationAsync();

        var refused = await Assert.ThrowsAsync<PostgresException>(() => RunAsync($"update recommendations set {change} where id = $1", id));

        Assert.Equal(PostgresErrorCodes.CheckViolation, refused.SqlState);
    }

    private Task<int> CorrectionsAsync(Guid id) => host.StoredAsync(db => db.Set<MeasuresCorrection>().CountAsync(c => c.RecommendationId == id));

    private Task<int> CountAsync(FiledCase filed) => host.StoredAsync(db => db.Recommendations.CountAsync(r => r.CaseId == filed.Id));

    private async Task RunAsync(string sql, Guid id)
    {
        await using var command = host.Database.Source.CreateCommand(sql);
        command.Parameters.Add(new() { Value = id });
        await command.ExecuteNonQueryAsync();
    }
}
