using System.Net;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using MigrantServices.Core.Cases;
using MigrantServices.Core.Grievances;
using MigrantServices.Testing.Hosting;
using Xunit;

namespace MigrantServices.Portal.Tests.Casework;

/// <summary>What is to be done in a case, by when and by whom.</summary>
[Trait("Category", "Database")]
public sealed class TaskTests(PortalHost host) : IClassFixture<PortalHost>
{
    [Fact]
    public async Task A_colleague_sets_a_task_for_another_who_strikes_it_off()
    {
        var filed = await host.Given.AGrievanceAsync(CaseStatus.UnderReview);
        using var first = await host.SignInAsAsync(Colleagues.Caseworker);
        var page = await first.GetAsync(Tasks(filed));
        await page.SendAsync(page.Form("handler=Add"), null, ("Form.Text", "Ask for the lease"), ("Form.DueOn", "2026-11-27"), ("Form.ColleagueId", Colleagues.Caseworker2.Id.ToString()));
        Assert.Contains("Ask for the lease", (await first.GetAsync($"/office/grievances/{filed.Reference}")).Words, StringComparison.Ordinal);
        var listed = Assert.Single(await ListAsync(filed, Colleagues.Caseworker2));
        Assert.Equal(("Ask for the lease", new DateOnly(2026, 11, 27)), (listed.Text, listed.DueOn));
        Assert.Empty(await ListAsync(filed, Colleagues.Caseworker));

        using var second = await host.SignInAsAsync(Colleagues.Caseworker2);
        Assert.Contains("Ask for the lease", (await second.GetAsync("/office")).Words, StringComparison.Ordinal);
        var theirs = await second.GetAsync(Tasks(filed));
        await theirs.SendAsync(theirs.Form("handler=Finish"), null);

        Assert.Empty(await ListAsync(filed, Colleagues.Caseworker2));
        Assert.Contains("Done on 23 November 2026", (await second.GetAsync(Tasks(filed))).Words, StringComparison.Ordinal);
        Assert.DoesNotContain("lease", await RowsAsync(), StringComparison.OrdinalIgnoreCase);
    }

    [Theory]
    [InlineData("", "2026-11-27", "Form.Text")]
    [InlineData("Call", "", "Form.DueOn")]
    [InlineData("Call", "2026-11-22", "Form.DueOn")]
    [InlineData("Call", "2028-01-01", "Form.DueOn")]
    public async Task A_task_without_words_or_a_day_to_come_is_not_kept(string text, string day, string field)
    {
        var filed = await host.Given.AGrievanceAsync(CaseStatus.UnderReview);
        using var office = await host.SignInAsAsync(Colleagues.Caseworker);
        var page = await office.GetAsync(Tasks(filed));

        var answer = await page.SendAsync(page.Form("handler=Add"), null, ("Form.Text", text), ("Form.DueOn", day));

        Assert.NotNull(answer.Document.QuerySelector($"[name='{field}'][aria-invalid=true]"));
        Assert.False(await IsAnyAsync(filed));
    }

    [Fact]
    public async Task Nobody_is_given_a_task_in_a_case_that_they_may_not_handle()
    {
        var filed = await host.Given.AGrievanceAsync(CaseStatus.UnderReview);
        using var office = await host.SignInAsAsync(Colleagues.Caseworker);
        var page = await office.GetAsync(Tasks(filed));

        var answer = await page.SendAsync(page.Form("handler=Add"), null, ("Form.Text", "Call"), ("Form.DueOn", "2026-11-27"), ("Form.ColleagueId", Colleagues.SuwonOfficer.Id.ToString()));

        Assert.Equal(HttpStatusCode.Conflict, answer.Status);
        Assert.False(await IsAnyAsync(filed));
    }

    [Fact]
    public async Task A_task_of_another_case_is_not_struck_off_from_here()
    {
        var (filed, other) = (await host.Given.AGrievanceAsync(CaseStatus.UnderReview), await host.Given.AGrievanceAsync(CaseStatus.UnderReview));
        using var office = await host.SignInAsAsync(Colleagues.Caseworker);
        foreach (var one in new[] { filed, other })
        {
            var page = await office.GetAsync(Tasks(one));
            await page.SendAsync(page.Form("handler=Add"), null, ("Form.Text", "Call"), ("Form.DueOn", "2026-11-27"));
        }

        var theirs = await host.StoredAsync(db => db.Set<CaseTask>().Where(t => t.CaseId == other.Id).Select(t => t.Id).SingleAsync());
        var here = await office.GetAsync(Tasks(filed));
        var answer = await here.SendAsync(here.Form("handler=Finish"), null, ("task", theirs.ToString()));

        Assert.Equal(HttpStatusCode.Conflict, answer.Status);
        Assert.False(await host.StoredAsync(db => db.Set<CaseTask>().AnyAsync(t => t.Id == theirs && t.DoneAt != null)));
    }

    private static string Tasks(FiledCase filed) => $"/office/grievances/{filed.Reference}/tasks";

    private Task<List<TaskLine>> ListAsync(FiledCase filed, Colleague colleague) => host.WithAsync(async services =>
        (await services.GetRequiredService<TaskList>().OfAsync(colleague.Actor, Grievance.Service, CancellationToken.None)).Where(t => t.Reference == filed.Reference).ToList());

    private Task<bool> IsAnyAsync(FiledCase filed) => host.StoredAsync(db => db.Set<CaseTask>().AnyAsync(t => t.CaseId == filed.Id));

    private Task<string> RowsAsync() => host.StoredAsync(async db =>
        string.Join('\n', await db.Database.SqlQueryRaw<string>("select t::text as \"Value\" from case_tasks t union all select e::text from case_events e").ToListAsync()));
}
