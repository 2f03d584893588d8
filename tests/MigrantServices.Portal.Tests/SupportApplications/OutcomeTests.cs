using System.Net;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using MigrantServices.Core.Calendar;
using MigrantServices.Core.Cases;
using MigrantServices.Core.People;
using MigrantServices.Core.RefugeeSupport.Applications;
using MigrantServices.Core.RefugeeSupport.Applications.Casework;
using MigrantServices.Core.RefugeeSupport.Outcomes;
using MigrantServices.Core.Storage;
using MigrantServices.Testing.Hosting;
using Npgsql;
using Xunit;

namespace MigrantServices.Portal.Tests.SupportApplications;

/// <summary>Whom the office helped to work it asks after three and six months how it goes.</summary>
[Trait("Category", "Database")]
public sealed class OutcomeTests(PortalHost host) : IClassFixture<PortalHost>
{
    private static readonly Actor Caseworker = Colleagues.Caseworker.Actor;

    [Fact]
    public async Task Everybody_is_asked_after_three_and_six_months_and_the_first_page_says_when()
    {
        var filed = await GrantedAsync("job-matching");
        var start = await host.StoredAsync(db => db.Set<GrantedLine>().Where(line => line.CaseId == filed.Id).Select(line => line.From).SingleAsync());
        var asked = await OfAsync(filed);
        Assert.Equal([("months-3", start.AddMonths(3)), ("months-6", start.AddMonths(6))], asked.Select(one => (one.Point, one.DueOn)).Distinct().Order());
        await SaysAsync("outcome.not-come-yet", filed, (desk, one) => desk.RecordAsync(one, asked[0].Id, new() { Result = "works" }, Caseworker, CancellationToken.None));
        await SaysAsync("outcome.not-there", filed, (desk, one) => desk.RecordAsync(one, Guid.NewGuid(), new() { Result = "works" }, Caseworker, CancellationToken.None));
        Assert.Equal(0, await RowsOfFirstPageAsync(filed));

        host.Clock.Advance(TimeSpan.FromDays(asked[0].DueOn.DayNumber - Seoul.DateOf(host.Clock.GetUtcNow()).DayNumber));
        Assert.Equal(1, await RowsOfFirstPageAsync(filed));
        using (var office = await host.SignInAsAsync(Colleagues.Caseworker))
        {
            var page = await office.GetAsync(Of(filed));
            Assert.Single((await page.SendAsync(page.Form("Form.Result"), null, ("Form.Result", ""))).Summary);
            var kept = await page.SendAsync(page.Form("Form.Result"), null, ("Form.Result", "works-elsewhere"), ("Form.Words", "식당에서 일함"));
            Assert.Contains("Works somewhere else", kept.Words, StringComparison.Ordinal);
        }

        var done = (await OfAsync(filed)).Single(one => one.Result is not null);
        await SaysAsync("outcome.recorded-already", filed, (desk, one) => desk.RecordAsync(one, done.Id, new() { Result = "works" }, Caseworker, CancellationToken.None));
        var failure = await Assert.ThrowsAsync<PostgresException>(() => host.WithAsync(services => services.GetRequiredService<PortalDb>().Database.ExecuteSqlAsync($"update work_outcomes set result = 'works' where id = {done.Id}")));
        Assert.Equal("work_outcomes_stay", failure.ConstraintName);
    }

    [Fact]
    public async Task Nobody_is_asked_about_help_that_is_not_for_work_and_no_stranger_asks()
    {
        var filed = await GrantedAsync("korean-class");
        using var stranger = await host.SignInAsAsync(Colleagues.Caseworker2);

        Assert.Empty(await OfAsync(filed));
        Assert.Equal(HttpStatusCode.NotFound, (await stranger.GetAsync(Of(filed))).Status);
    }

    private static string Of(FiledCase filed) => $"/office/support/{filed.Reference}/outcomes";

    private Task<List<WorkOutcome>> OfAsync(FiledCase filed) => host.StoredAsync(db => db.Set<WorkOutcome>().Where(one => one.CaseId == filed.Id).OrderBy(one => one.DueOn).ThenBy(one => one.Id).ToListAsync());

    private async Task<int> RowsOfFirstPageAsync(FiledCase filed)
    {
        using var office = await host.SignInAsAsync(Colleagues.Caseworker);
        return (await office.GetAsync("/office")).Document.QuerySelectorAll($"a[href='{Of(filed)}']").Length;
    }

    private async Task<FiledCase> GrantedAsync(string programme)
    {
        await host.FundedAsync("work");
        var filed = await host.ASupportAsync(form => form.Programmes.Chosen = [programme]);
        await host.TakenOnAsync(filed);
        await host.PreparedAsync(filed, programme, grants: true, Caseworker);
        await host.DoAsync(filed, (services, one) => services.GetRequiredService<SupportDecisionDesk>().ProposeAsync(one, Colleagues.Supervisor.Id, Caseworker, CancellationToken.None));
        await host.ApprovedAsync(filed, Colleagues.Supervisor.Actor);
        return filed;
    }

    private async Task SaysAsync(string code, FiledCase filed, Func<OutcomeDesk, SupportApplication, Task> deed)
    {
        var before = await StandsAsync();
        Assert.Equal(code, (await Assert.ThrowsAsync<RefusedException>(() => host.DoAsync(filed, (services, one) => deed(services.GetRequiredService<OutcomeDesk>(), one)))).Refusal.Code);
        Assert.Equal(before, await StandsAsync());

        async Task<string> StandsAsync() => string.Join(';', (await OfAsync(filed)).Select(one => one.Result + one.RecordedById)) + await host.StoredAsync(db => db.Events.CountAsync(e => e.CaseId == filed.Id));
    }
}
