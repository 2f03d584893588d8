using System.Net;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using MigrantServices.Core.Cases;
using MigrantServices.Core.Grievances;
using MigrantServices.Core.Grievances.Linking;
using MigrantServices.Core.Grievances.Patterns;
using MigrantServices.Core.People;
using MigrantServices.Testing.Hosting;
using Xunit;
using static MigrantServices.Portal.Tests.Oversight.SameRespondent;

namespace MigrantServices.Portal.Tests.Oversight;

/// <summary>What makes a pattern of cases with the same respondent, and what does not count.</summary>
[Trait("Category", "Database")]
public sealed class PatternCountTests(PortalHost host) : IClassFixture<PortalHost>
{
    [Fact]
    public async Task Three_people_name_it_in_two_scripts_and_the_list_says_no_more_than_that()
    {
        var cases = new[] { await host.FiledAsync("구로구식품(주)"), await host.FiledAsync("GUROGU SIKPUM Co., Ltd.") };
        await host.CountedAsync();
        Assert.Null(await host.NumberAsync(cases[0]));
        cases = [.. cases, await host.FiledAsync("주식회사 구로구 식품")];
        await host.CountedAsync();

        using var supervisor = await host.SignInAsAsync(Colleagues.Supervisor);
        var list = await supervisor.GetAsync("/office/patterns");

        var number = Assert.IsType<string>(await host.NumberAsync(cases[0]));
        var card = list.Document.QuerySelectorAll(".card").Single(one => one.TextContent.Contains(number, StringComparison.Ordinal)).TextContent;
        Assert.All(new[] { "Raised", "3 to 4 cases", "quarter 4 of 2026" }, words => Assert.Contains(words, card, StringComparison.Ordinal));
        await host.AssertNobodyAsync(list, cases);
        Assert.DoesNotContain("구로구", list.Html, StringComparison.Ordinal);
        var one = await supervisor.GetAsync("/office/patterns/" + number);
        await host.AssertNobodyAsync(one, cases);
        Assert.DoesNotContain("구로구", one.Html, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Cases_about_the_office_itself_and_those_taken_back_never_count()
    {
        var name = NewName();
        var kept = await host.FiledAsync(name);
        await host.FiledAsync(name, form => form.Respondent.OfThisOffice = true);
        await host.FiledAsync(name, form => form.Respondent.OfThisOffice = true);
        var withdrawn = await host.Given.AGrievanceAsync(CaseStatus.Withdrawn, form => form.Respondent.Name = name);
        await host.CountedAsync();

        Assert.Null(await host.NumberAsync(kept));
        Assert.False(await host.StoredAsync(db => db.Set<RespondentToken>().AnyAsync(t => t.CaseId == withdrawn.Id)));
    }

    [Fact]
    public async Task Taking_one_back_takes_the_pattern_out_of_sight()
    {
        var cases = await host.ThreeAsync();
        var number = (await host.NumberAsync(cases[0]))!;
        await host.WithAsync(async services =>
        {
            var grievance = await services.GetRequiredService<Core.Storage.PortalDb>().Grievances.Include(g => g.Pauses).SingleAsync(g => g.Id == cases[2].Id);
            await services.GetRequiredService<FilerDesk>().WithdrawAsync(grievance, null, Actor.Filer(grievance.Id, cases[2].CodeId), CancellationToken.None);
        });
        await host.CountedAsync();

        using var supervisor = await host.SignInAsAsync(Colleagues.Supervisor);
        Assert.Equal(HttpStatusCode.NotFound, (await supervisor.GetAsync("/office/patterns/" + number)).Status);
        Assert.DoesNotContain(number, (await supervisor.GetAsync("/office/patterns")).Html, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData(LinkKind.Repeat)]
    [InlineData(LinkKind.Joint)]
    public async Task What_belongs_together_counts_once(LinkKind kind)
    {
        var name = NewName();
        var (first, second) = (await host.FiledAsync(name), await host.FiledAsync(name));
        await host.WithAsync(async services =>
        {
            var grievance = await services.GetRequiredService<Core.Storage.PortalDb>().Grievances.SingleAsync(g => g.Id == second.Id);
            await services.GetRequiredService<LinkingDesk>().LinkAsync(grievance, new() { Kind = kind, Reference = first.Reference }, Colleagues.Caseworker.Actor, CancellationToken.None);
        });
        await host.FiledAsync(name);
        await host.CountedAsync();
        Assert.Null(await host.NumberAsync(first));

        await host.FiledAsync(name);
        await host.CountedAsync();

        Assert.Equal(3, await host.StoredAsync(db => db.Set<Pattern>().Where(p => db.Set<RespondentToken>().Any(t => t.CaseId == first.Id && t.Token == p.Token)).Select(p => p.Cases).SingleAsync()));
    }

    [Fact]
    public async Task Older_cases_than_the_window_do_not_count()
    {
        var name = NewName();
        var old = new[] { await host.FiledAsync(name), await host.FiledAsync(name) };
        await using (var db = host.Database.Open())
        {
            await db.Database.ExecuteSqlAsync($"update cases set received_at = received_at - interval '25 months' where id = {old[0].Id}");
        }

        await host.FiledAsync(name);
        await host.CountedAsync();

        Assert.Null(await host.NumberAsync(old[0]));
    }

    [Fact]
    public async Task The_list_goes_on_where_a_page_ends()
    {
        await using (var db = host.Database.Open())
        {
            db.AddRange(Enumerable.Range(0, PatternRegister.PageSize + 1).Select(n =>
                Pattern.Raise($"P-2020-{n:000000}", Guid.NewGuid(), new(5, host.Clock.GetUtcNow(), "employer", RespondentSector.Private), host.Clock.GetUtcNow())));
            await db.SaveChangesAsync();
        }

        using var supervisor = await host.SignInAsAsync(Colleagues.Supervisor);
        var numbers = new List<string>();
        for (var page = await supervisor.GetAsync("/office/patterns"); ; page = await page.FollowAsync("a[href*='before=']"))
        {
            numbers.AddRange(page.Document.QuerySelectorAll(".card h2").Select(title => title.TextContent.Trim()));
            if (page.Document.QuerySelector("a[href*='before=']") is null)
            {
                break;
            }
        }

        Assert.Distinct(numbers);
        Assert.Equal(PatternRegister.PageSize + 1, numbers.Count(number => number.StartsWith("P-2020-", StringComparison.Ordinal)));
    }
}
