using System.Net;
using Microsoft.EntityFrameworkCore;
using MigrantServices.Core.Cases;
using MigrantServices.Testing.Hosting;
using Npgsql;
using Xunit;

namespace MigrantServices.Portal.Tests.Casework;

/// <summary>The decision and the objection to it, each by two people, and never by the same four eyes.</summary>
[Trait("Category", "Database")]
public sealed class ObjectionTests(PortalHost host) : IClassFixture<PortalHost>
{
    [Fact]
    public async Task The_person_objects_and_newcomers_decide_and_the_person_reads_it()
    {
        var filed = await host.Given.AGrievanceAsync(CaseStatus.Answered);
        using var filer = await host.ComeBackAsync(filed.CodeId);
        var answered = await filer.GetAsync("/en/my-case/status");
        Assert.Contains("Resolved while we looked into it: The other side put it right", answered.Words, StringComparison.Ordinal);
        Assert.Contains("23 December 2026", answered.Words, StringComparison.Ordinal);

        var objected = await (await filer.GetAsync("/en/my-case/object")).SubmitAsync(("Form.Body", "Nothing was put right."));
        Assert.Contains("Your objection has arrived", objected.Words, StringComparison.Ordinal);

        using var first = await host.SignInAsAsync(Colleagues.Caseworker);
        var closed = await first.GetAsync($"/office/grievances/{filed.Reference}");
        Assert.DoesNotContain(closed.Document.Forms, form => (form.GetAttribute("action") ?? "").EndsWith("take-on-objection", StringComparison.Ordinal));
        Assert.Contains("somebody new must", closed.Words, StringComparison.Ordinal);

        using var second = await host.SignInAsAsync(Colleagues.Caseworker2);
        var open = await second.GetAsync($"/office/grievances/{filed.Reference}");
        await open.SendAsync(open.Form("deeds/take-on-objection"), null, ("Affirms", "true"));
        var proposing = await second.GetAsync($"/office/grievances/{filed.Reference}/propose-objection");
        await proposing.SubmitAsync([("Form.Stands", "false"), ("Form.Reason", "resolved.explained"), ("Form.Answer", "다시 고치도록 했습니다."), ("Form.InTheirLanguage", "Chúng tôi đã yêu cầu sửa lại."), .. Originals(proposing)]);

        using var approver = await host.SignInAsAsync(Colleagues.Supervisor2);
        var waiting = await approver.GetAsync($"/office/grievances/{filed.Reference}/approve");
        await waiting.SendAsync(waiting.Form("Seen"), null);

        var read = await filer.GetAsync("/vi/my-case/status");
        Assert.Contains("Câu trả lời được thay đổi.", read.Words, StringComparison.Ordinal);
        Assert.Contains("Chúng tôi đã yêu cầu sửa lại.", read.Words, StringComparison.Ordinal);
    }

    [Fact]
    public async Task An_objection_is_offered_and_handed_over_only_to_who_had_no_part_in_the_answer()
    {
        var filed = await host.Given.AGrievanceAsync(CaseStatus.ObjectionReview);
        var (before, newcomer) = (await host.Given.AColleagueAsync(Core.People.Role.Caseworker), await host.Given.AColleagueAsync(Core.People.Role.Caseworker));
        // they had it once and gave it on
        await host.StoredAsync(db => db.Database.ExecuteSqlAsync($"update cases set took_part = array_append(took_part, {before.Id}) where id = {filed.Id}"));
        using var office = await host.SignInAsAsync(Colleagues.Caseworker2);

        var page = await office.GetAsync($"/office/grievances/{filed.Reference}/hand-over");
        Assert.DoesNotContain(before.Id.ToString(), page.Html, StringComparison.Ordinal);
        Assert.DoesNotContain(Colleagues.Caseworker.Id.ToString(), page.Html, StringComparison.Ordinal);
        var refused = await page.SubmitAsync(("Form.ColleagueId", before.Id.ToString()));

        Assert.Equal(HttpStatusCode.Conflict, refused.Status);
        Assert.Equal(Colleagues.Caseworker2.Id, await HandlerAsync());
        await refused.SubmitAsync(("Form.ColleagueId", newcomer.Id.ToString()));
        Assert.Equal(newcomer.Id, await HandlerAsync());

        Task<Guid?> HandlerAsync() => host.StoredAsync(db => db.Grievances.Where(g => g.Id == filed.Id).Select(g => g.HandlerId).SingleAsync());
    }

    [Fact]
    public async Task A_colleague_who_closes_the_case_at_once_takes_no_day_from_the_person()
    {
        var filed = await host.Given.AGrievanceAsync(CaseStatus.Answered);
        using var office = await host.SignInAsAsync(Colleagues.Caseworker);
        var page = await office.GetAsync($"/office/grievances/{filed.Reference}");
        var closed = await page.SendAsync(page.Form("deeds/close"), null);
        Assert.Contains("23 December 2026", closed.Words, StringComparison.Ordinal);

        using var filer = await host.ComeBackAsync(filed.CodeId);
        Assert.Contains("23 December 2026", (await filer.GetAsync("/en/my-case/status")).Words, StringComparison.Ordinal);
        var objected = await (await filer.GetAsync("/en/my-case/object")).SubmitAsync(("Form.Body", "Nothing was put right."));

        Assert.Contains("Your objection has arrived", objected.Words, StringComparison.Ordinal);
        Assert.Equal(CaseStatus.Objected, await host.StoredAsync(db => db.Grievances.Where(g => g.Id == filed.Id).Select(g => g.Status).SingleAsync()));
    }

    [Fact]
    public async Task An_objection_is_work_again_that_nobody_has_taken()
    {
        var filed = await host.Given.AGrievanceAsync(CaseStatus.Objected);
        using var office = await host.SignInAsAsync(Colleagues.Caseworker2);

        Assert.Contains(filed.Reference, (await office.GetAsync("/office/grievances?tab=Unassigned")).Words, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("", "Form.Reason")]
    [InlineData("rejected.not-proven", "Form.Answer")]
    public async Task A_proposal_without_reason_or_words_is_not_put_forward(string reason, string field)
    {
        var filed = await host.Given.AGrievanceAsync(CaseStatus.UnderReview);
        using var office = await host.SignInAsAsync(Colleagues.Caseworker);

        var again = await (await office.GetAsync($"/office/grievances/{filed.Reference}/propose"))
            .SubmitAsync(("Form.Reason", reason), ("Form.Answer", field == "Form.Answer" ? "" : "답변"));

        Assert.NotNull(again.MistakeAt(field));
        Assert.Equal(CaseStatus.UnderReview, await StatusAsync(filed));
    }

    [Fact]
    public async Task A_reason_that_the_procedure_does_not_know_is_refused_and_the_words_stay()
    {
        var filed = await host.Given.AGrievanceAsync(CaseStatus.UnderReview);
        using var office = await host.SignInAsAsync(Colleagues.Caseworker);
        var form = await office.GetAsync($"/office/grievances/{filed.Reference}/propose");

        var page = await form.SubmitAsync([("Form.Answer", "그대로 두십시오."), ("Form.Reason", "rejected.because"), .. Originals(form)]);

        Assert.Equal(HttpStatusCode.Conflict, page.Status);
        Assert.Equal("그대로 두십시오.", page.ValueOf("Form.Answer"));
        Assert.Equal(CaseStatus.UnderReview, await StatusAsync(filed));
    }

    [Fact]
    public async Task Too_late_is_said_and_changes_nothing()
    {
        var filed = await host.Given.AGrievanceAsync(CaseStatus.Answered);
        await host.StoredAsync(db => db.Grievances.Where(g => g.Id == filed.Id)
            .ExecuteUpdateAsync(set => set.SetProperty(g => g.ObjectionUntil, new DateOnly(2026, 11, 20))));
        using var filer = await host.ComeBackAsync(filed.CodeId);

        var page = await (await filer.GetAsync("/en/my-case/object")).SubmitAsync(("Form.Body", "I still do not agree."));

        Assert.Equal(HttpStatusCode.Conflict, page.Status);
        Assert.Contains("1331", page.Words, StringComparison.Ordinal);
        Assert.Equal("I still do not agree.", page.ValueOf("Form.Body"));
        Assert.Equal(CaseStatus.Answered, await StatusAsync(filed));
    }

    [Fact]
    public async Task An_objection_taken_back_leaves_the_answer()
    {
        var filed = await host.Given.AGrievanceAsync(CaseStatus.Objected);
        using var filer = await host.ComeBackAsync(filed.CodeId);

        await (await filer.GetAsync("/en/my-case/object")).PressAsync("TakeBack");

        Assert.Equal(CaseStatus.Answered, await StatusAsync(filed));
    }

    [Theory]
    [InlineData("approved_by_id = proposed_by_id")]
    [InlineData("objection_proposed_by_id = proposed_by_id")]
    [InlineData("objection_approved_by_id = objection_proposed_by_id")]
    [InlineData("objection_approved_by_id = approved_by_id")]
    public async Task The_database_itself_refuses_one_person_for_both_halves(string change)
    {
        var filed = await host.Given.AGrievanceAsync(CaseStatus.ObjectionAnswered);

        var refused = await Assert.ThrowsAsync<PostgresException>(() =>
            RunAsync($"update cases set {change} where id = $1", filed.Id));

        Assert.Equal(PostgresErrorCodes.CheckViolation, refused.SqlState);
    }

    private async Task RunAsync(string sql, Guid id)
    {
        await using var command = host.Database.Source.CreateCommand(sql);
        command.Parameters.Add(new() { Value = id });
        await command.ExecuteNonQueryAsync();
    }

    /// <summary>Of each text in another language the original was read.</summary>
    private static IEnumerable<(string, string)> Originals(WebPage page) => page.Document.QuerySelectorAll("select[name='Form.Sources'] option")
        .Select(option => option.GetAttribute("value")!).Where(value => value.EndsWith("=original", StringComparison.Ordinal)).Select(value => ("Form.Sources", value));

    private Task<CaseStatus> StatusAsync(FiledCase filed) => host.StoredAsync(db => db.Grievances.Where(g => g.Id == filed.Id).Select(g => g.Status).SingleAsync());
}
