using System.Net;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using MigrantServices.Core.Cases;
using MigrantServices.Core.People;
using MigrantServices.Core.Workday;
using MigrantServices.Testing.Hosting;
using Npgsql;
using Xunit;
using Colleague = MigrantServices.Testing.Hosting.Colleague;

namespace MigrantServices.Portal.Tests.Workday;

/// <summary>The monthly look at how petitions are processed, and the load of each colleague.</summary>
[Trait("Category", "Database")]
public sealed class MonthTests(PortalHost host) : IClassFixture<PortalHost>
{
    private static readonly DateOnly October = new(2026, 10, 1);

    [Fact]
    public async Task Each_figure_counts_what_its_name_says_and_only_in_ones_own_places()
    {
        const string Place = "41190";
        var supervisor = await host.Given.AColleagueAsync(Role.Supervisor, municipalities: [Place]);
        var inTime = await ThereAsync(CaseStatus.Answered, Place);
        var late = await ThereAsync(CaseStatus.Answered, Place);
        var overdue = await ThereAsync(CaseStatus.UnderReview, Place);
        var before = await ThereAsync(CaseStatus.Submitted, Place);
        await ThereAsync(CaseStatus.Submitted, Colleagues.Ansan);
        await RunAsync("update cases set received_at = '2026-10-31T23:59:00+09', answered_at = '2026-10-31T23:59:00+09', answered_in_time = true where id = $1", inTime.Id);
        await RunAsync("update cases set received_at = '2026-10-01T00:00:00+09', answered_at = '2026-10-05T12:00:00+09', answered_in_time = false where id = $1", late.Id);
        await RunAsync("update cases set received_at = '2026-11-01T00:00:00+09', due_on = '2026-11-20', rights_until = '2026-11-22' where id = $1", overdue.Id);
        await RunAsync("update cases set received_at = '2026-09-30T23:59:00+09', clock_from = '2026-09-30T23:59:00+09' where id = $1", before.Id);

        var figures = await host.WithAsync(services => services.GetRequiredService<MonthReader>().FiguresAsync(October, supervisor.Actor, CancellationToken.None));

        Assert.Equal(new MonthFigures(Received: 2, InTime: 1, Late: 1, Unclear: 0, Extended: 0, Overdue: 1, ProgressDue: 1, RightsOver: 1), figures);
        using var office = await host.SignInAsAsync(supervisor);
        var page = await office.GetAsync("/office/monthly-check?month=2026-10");
        Assert.Equal(2, page.Document.QuerySelectorAll("a.reference").Length);
        Assert.Contains(overdue.Reference, page.Words, StringComparison.Ordinal);
        Assert.True(await host.StoredAsync(db => db.AccessRecords.AnyAsync(r => r.UserId == supervisor.Id && r.Detail == "monthly-check" && r.CaseIds!.Contains(overdue.Id))));
    }

    [Fact]
    public async Task A_supervisor_keeps_that_they_looked_and_their_home_stops_asking()
    {
        var supervisor = await host.Given.AColleagueAsync(Role.Supervisor, municipalities: ["41210"]);
        using var office = await host.SignInAsAsync(supervisor);
        Assert.Contains("The processing of 2026-10 has not been checked yet", (await office.GetAsync("/office")).Words, StringComparison.Ordinal);

        var page = await (await office.GetAsync("/office/monthly-check?month=2026-10")).SubmitAsync(("Form.Words", "지연 건을 담당자와 확인함."));

        Assert.Contains("지연 건을 담당자와 확인함.", page.Words, StringComparison.Ordinal);
        Assert.DoesNotContain("has not been checked yet", (await office.GetAsync("/office")).Words, StringComparison.Ordinal);
        using var elsewhere = await host.SignInAsAsync(await host.Given.AColleagueAsync(Role.Supervisor, municipalities: ["41220"]));
        Assert.Contains("has not been checked yet", (await elsewhere.GetAsync("/office")).Words, StringComparison.Ordinal);
        Assert.DoesNotContain("지연 건을", (await elsewhere.GetAsync("/office/monthly-check")).Words, StringComparison.Ordinal);
        using var both = await host.SignInAsAsync(await host.Given.AColleagueAsync(Role.Supervisor, municipalities: ["41210", "41220"]));
        Assert.Contains("has not been checked yet", (await both.GetAsync("/office")).Words, StringComparison.Ordinal);
        Assert.Contains("지연 건을", (await both.GetAsync("/office/monthly-check")).Words, StringComparison.Ordinal);
    }

    [Fact]
    public async Task What_was_past_the_whole_procedure_is_kept_as_it_was_on_the_day_of_the_check()
    {
        const string Place = "41500";
        var supervisor = await host.Given.AColleagueAsync(Role.Supervisor, municipalities: [Place]);
        var over = await ThereAsync(CaseStatus.UnderReview, Place);
        await RunAsync("update cases set rights_until = '2026-11-22' where id = $1", over.Id);
        using var office = await host.SignInAsAsync(supervisor);

        await (await office.GetAsync("/office/monthly-check?month=2026-10")).SubmitAsync(("Form.Words", "확인함."));
        await RunAsync("update cases set rights_until = '2027-02-22' where id = $1", over.Id);

        Assert.Equal(1, await host.StoredAsync(db => db.Set<MonthCheck>().Where(check => check.CheckedById == supervisor.Id).Select(check => check.RightsOver).SingleAsync()));
        Assert.Contains("past the end of the whole procedure then 1", (await office.GetAsync("/office/monthly-check")).Words, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("", 200)]
    [InlineData("여권 M12345678 확인", 200)]
    public async Task Without_words_or_with_a_number_in_them_nothing_is_kept(string words, int status)
    {
        var supervisor = await host.Given.AColleagueAsync(Role.Supervisor, municipalities: ["41250"]);
        using var office = await host.SignInAsAsync(supervisor);

        var again = await (await office.GetAsync("/office/monthly-check?month=2026-10")).SubmitAsync(("Form.Words", words));

        Assert.Equal(status, (int)again.Status);
        Assert.NotNull(again.MistakeAt("Form.Words"));
        Assert.Equal(0, await CountAsync(supervisor));
    }

    [Fact]
    public async Task A_month_that_is_not_over_cannot_be_marked()
    {
        var supervisor = await host.Given.AColleagueAsync(Role.Supervisor, municipalities: ["41280"]);
        using var office = await host.SignInAsAsync(supervisor);
        var page = await office.GetAsync("/office/monthly-check?month=2026-10");
        Assert.Null((await office.GetAsync("/office/monthly-check?month=2026-11")).Document.QuerySelector("textarea"));

        var refused = await page.SendAsync(page.Form("Form.Words"), "/office/monthly-check?month=2026-11", ("Form.Words", "다 봄."));

        Assert.Equal(HttpStatusCode.Conflict, refused.Status);
        Assert.Contains(Shipped.Says("refusal.workday.month-not-over"), refused.Words, StringComparison.Ordinal);
        Assert.Equal(0, await CountAsync(supervisor));
    }

    [Theory]
    [InlineData("nonsense")]
    [InlineData("2031-01")]
    [InlineData("0001-01")]
    public async Task An_address_with_another_month_shows_the_one_that_ended_last(string month)
    {
        using var office = await host.SignInAsAsync(Colleagues.Supervisor);

        var page = await office.GetAsync("/office/monthly-check?month=" + month);

        Assert.Equal(HttpStatusCode.OK, page.Status);
        Assert.Contains("2026-10 in figures", page.Words, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("update month_checks set words = ''")]
    [InlineData("delete from month_checks")]
    [InlineData("truncate month_checks")]
    public async Task What_was_checked_cannot_be_changed(string sql)
    {
        using var office = await host.SignInAsAsync(Colleagues.Supervisor);
        await (await office.GetAsync("/office/monthly-check?month=2026-09")).SubmitAsync(("Form.Words", "확인함."));

        await using var command = host.Database.Source.CreateCommand(sql);
        await Assert.ThrowsAsync<PostgresException>(() => command.ExecuteNonQueryAsync());
    }

    [Fact]
    public async Task The_load_counts_each_desk_in_ones_own_places_and_leads_to_its_cases()
    {
        const string Place = "41390";
        var officer = await host.Given.AColleagueAsync(Role.MunicipalOfficer, municipalities: [Place]);
        var supervisor = await host.Given.AColleagueAsync(Role.Supervisor, municipalities: [Place]);
        FiledCase[] filed = [await ThereAsync(CaseStatus.Submitted, Place), await ThereAsync(CaseStatus.Submitted, Place), await ThereAsync(CaseStatus.Submitted, Place)];
        await ThereAsync(CaseStatus.UnderReview, Colleagues.Ansan);
        await RunAsync($"update cases set handler_id = '{officer.Id}', due_on = '2026-11-20', has_unread = true where id = $1", filed[0].Id);
        await RunAsync($"update cases set handler_id = '{officer.Id}', due_on = '2026-11-26', rights_until = '2026-12-07', language = 'ko' where id = $1", filed[1].Id);
        using var office = await host.SignInAsAsync(supervisor);

        var page = await office.GetAsync("/office/load");

        Assert.True(page.Statements.Count <= 6, string.Join("\n--\n", page.Statements));
        var rows = page.Document.QuerySelectorAll("tbody tr").Select(row => row.QuerySelectorAll("th, td").Select(cell => string.Join(' ', cell.TextContent.Split((char[]?)null, StringSplitOptions.RemoveEmptyEntries))).ToList()).ToList();
        Assert.Equal(["Nobody", "1 Nobody", "0"], rows[0].Take(3));
        var desk = rows.Single(row => row[0] == officer.Name && row[1].StartsWith('2'));
        // open, overdue, within three working days, the whole procedure over soon, objections, unread, risk: 2 + 2 + 1 + 1
        Assert.Equal([$"2 {officer.Name}", $"1 {officer.Name}", "1", "1", "0", $"1 {officer.Name}", "6"], desk.Skip(1).Take(7));
        Assert.DoesNotContain(rows, row => row[0] == Colleagues.SuwonOfficer.Name);
        var link = page.Document.QuerySelectorAll("tbody a").First(a => a.GetAttribute("href")!.Contains($"tab=Overdue&colleague={officer.Id}", StringComparison.Ordinal)).GetAttribute("href")!;
        Assert.Equal(filed[0].Reference, Assert.Single((await office.GetAsync(link)).Document.QuerySelectorAll("tbody a.reference")).TextContent);
    }

    private Task<FiledCase> ThereAsync(CaseStatus status, string place) => host.Given.AGrievanceAsync(status, form => form.WhenWhere.Municipality = place);

    private Task<int> CountAsync(Colleague supervisor) => host.StoredAsync(db => db.Set<MonthCheck>().CountAsync(check => check.CheckedById == supervisor.Id));

    private async Task RunAsync(string sql, Guid id)
    {
        await using var command = host.Database.Source.CreateCommand(sql);
        command.Parameters.Add(new() { Value = id });
        await command.ExecuteNonQueryAsync();
    }
}
