using System.Net;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using MigrantServices.Core.Cases;
using MigrantServices.Core.ChildConfirmations;
using MigrantServices.Core.People;
using MigrantServices.Core.Storage.Outbox;
using MigrantServices.Portal.Tests.Reference;
using MigrantServices.Portal.Web;
using MigrantServices.Testing.Hosting;
using Xunit;

namespace MigrantServices.Portal.Tests.Municipalities;

/// <summary>The cities and counties on one page: an eleventh joins by a date and by nothing else.</summary>
[Trait("Category", "Database")]
public sealed class MunicipalityTests(PortalHost host) : IClassFixture<PortalHost>
{
    private const string Paju = "41480";

    [Fact]
    public async Task An_eleventh_city_joins_on_its_day_and_who_waited_there_is_taken_in()
    {
        var filed = await host.Given.AChildAsync(answers => answers.Place = new() { City = Paju, Waits = true });
        using var family = host.Browser();
        var day = host.Today().AddDays(3);
        Assert.DoesNotContain("begins on", (await WhereAsync()).Words, StringComparison.Ordinal);

        using var administrator = await host.SignInAsAsync(Colleagues.Administrator);
        var page = await administrator.GetAsync("/office/municipalities/" + Paju);
        var add = page.Document.QuerySelector("a[href*='card-cities/change?kind=Add']")!.GetAttribute("href")!;
        var change = await host.ProposeAsync(add, day, ("Form.Phase", "pilot"));
        Assert.DoesNotContain("begins on", (await WhereAsync()).Words, StringComparison.Ordinal);
        Assert.Contains("waits for approval", (await administrator.GetAsync("/office/municipalities/" + Paju)).Words, StringComparison.Ordinal);
        await host.ApproveAsync(change);

        Assert.Contains("begins on 26 November 2026", (await WhereAsync()).Words, StringComparison.Ordinal);
        Assert.Contains("10 issue cards", (await administrator.GetAsync("/office/municipalities")).Words, StringComparison.Ordinal);
        host.Clock.Advance(TimeSpan.FromDays(2));
        await JoinAsync();
        Assert.Equal(CaseStatus.Waiting, await StatusAsync());

        host.Clock.Advance(TimeSpan.FromDays(1));
        await JoinAsync();

        Assert.Equal(CaseStatus.Submitted, await StatusAsync());
        Assert.Equal("/en/children/new/child", (await WhereAsync()).Path);
        using var later = await host.SignInAsAsync(Colleagues.Administrator);
        Assert.Contains("11 issue cards", (await later.GetAsync("/office/municipalities")).Words, StringComparison.Ordinal);
        var row = (await later.GetAsync("/office/municipalities")).Document.QuerySelectorAll("tbody tr").Single(line => line.TextContent.Contains("Paju", StringComparison.Ordinal));
        Assert.Equal(["1", "0"], row.QuerySelectorAll("td").TakeLast(2).Select(cell => cell.TextContent.Trim()));

        async Task<WebPage> WhereAsync() => await (await family.GetAsync("/en/children/new/where")).SubmitAsync(("Form.City", Paju));
        Task<CaseStatus> StatusAsync() => host.StoredAsync(db => db.ChildConfirmations.Where(c => c.Id == filed.Id).Select(c => c.Status).SingleAsync());
        Task JoinAsync() => host.WithAsync(services => services.GetServices<IOutboxHandler>().Single(handler => handler.Kind == JoinCityHandler.JobKind).HandleAsync("{}", default));
    }

    [Fact]
    public async Task All_31_are_read_in_two_statements_however_many_cases_there_are()
    {
        await host.Given.AChildAsync();
        await host.Given.ACentreWorkerAsync();
        using var supervisor = await host.SignInAsAsync(Colleagues.Supervisor);
        await supervisor.GetAsync("/office/municipalities");

        var page = await supervisor.GetAsync("/office/municipalities");

        Assert.Equal(31, page.Document.QuerySelectorAll("tbody tr").Length);
        Assert.Equal(2, page.Statements.Count(said => said.Contains("cases", StringComparison.Ordinal) || said.Contains("role_grants", StringComparison.Ordinal) && said.Contains("users", StringComparison.Ordinal)));
        Assert.Contains("(example) Ansan centre 1", page.Words, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Only_administrators_read_the_names_of_staff_and_only_they_are_led_to_where_it_is_changed()
    {
        using var administrator = await host.SignInAsAsync(Colleagues.Administrator);
        using var supervisor = await host.SignInAsAsync(Colleagues.Supervisor);
        using var caseworker = await host.SignInAsAsync(Colleagues.Caseworker);
        var address = "/office/municipalities/" + Colleagues.Ansan;

        Assert.Contains(Colleagues.AnsanOfficer.Name, (await administrator.GetAsync(address)).Words, StringComparison.Ordinal);
        Assert.Contains("from " + new DateOnly(2026, 11, 23).ForPeople("en"), (await administrator.GetAsync(address)).Document.GetElementById("staff")!.ParentElement!.TextContent, StringComparison.Ordinal);
        Assert.Contains("/office/reference/entrusted-centres/change", (await administrator.GetAsync(address)).Html, StringComparison.Ordinal);
        foreach (var reader in new[] { supervisor, caseworker })
        {
            var page = await reader.GetAsync(address);
            Assert.Equal(HttpStatusCode.OK, page.Status);
            Assert.DoesNotContain(Colleagues.AnsanOfficer.Name, page.Html, StringComparison.Ordinal);
            Assert.DoesNotContain("/office/reference/", page.Html, StringComparison.Ordinal);
        }

        Assert.Equal(HttpStatusCode.NotFound, (await administrator.GetAsync("/office/municipalities/11110")).Status);
    }

    [Fact]
    public async Task A_caseworker_of_one_city_reads_no_count_of_another()
    {
        await host.Given.AChildAsync();
        using var colleague = await host.SignInAsAsync(await host.Given.AColleagueAsync(Role.Caseworker, municipalities: [Colleagues.Suwon]));

        var counts = (await colleague.GetAsync("/office/municipalities/" + Colleagues.Ansan)).Document.QuerySelectorAll(".case-facts dd").TakeLast(2).Select(cell => cell.TextContent.Trim());

        Assert.Equal(["–", "–"], counts);
    }
}
