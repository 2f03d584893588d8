using System.Text.RegularExpressions;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using MigrantServices.Core.Cases;
using MigrantServices.Core.Reference;
using MigrantServices.Core.Storage;
using MigrantServices.Testing.Hosting;
using Xunit;

namespace MigrantServices.Portal.Tests.Reference;

/// <summary>A period that stands in a sentence is the one that holds for the case, on both sides.</summary>
[Trait("Category", "Database")]
public sealed class PeriodWordsTests(PortalHost host) : IClassFixture<PortalHost>
{
    [Fact]
    public async Task A_changed_period_is_read_by_the_office_and_by_the_person_and_an_older_case_keeps_its_own()
    {
        var old = await host.Given.AGrievanceAsync(CaseStatus.UnderReview);
        await ChangeAsync("rights.DG", """{ "length": 4, "unit": "months" }""");
        await ChangeAsync("bar-centre.DG", """{ "length": 18, "unit": "months" }""");
        host.Clock.Advance(TimeSpan.FromDays(2));
        var late = await host.Given.AGrievanceAsync(CaseStatus.UnderReview);
        using var office = await host.SignInAsAsync(Colleagues.Caseworker);

        Assert.Contains("The whole procedure (4 months)", (await office.GetAsync($"/office/grievances/{late.Reference}")).Words, StringComparison.Ordinal);
        Assert.Contains("human-rights centre (18 months)", (await office.GetAsync($"/office/grievances/{late.Reference}")).Words, StringComparison.Ordinal);
        Assert.Contains("The whole procedure has 4 months.", (await office.GetAsync($"/office/grievances/{late.Reference}/extend-rights")).Words, StringComparison.Ordinal);
        Assert.Contains("The whole procedure (3 months)", (await office.GetAsync($"/office/grievances/{old.Reference}")).Words, StringComparison.Ordinal);
        using var filer = await host.ComeBackAsync(late.CodeId);
        foreach (var (language, length) in new[] { ("ko", "(4개월)"), ("en", "(4 months)"), ("vi", "(4 tháng)"), ("zh-Hans", "（4个月）"), ("ar", "(4 أشهر)") })
        {
            Assert.Contains(length, (await filer.GetAsync($"/{language}/my-case/status")).Words, StringComparison.Ordinal);
        }

        using var before = await host.ComeBackAsync(old.CodeId);
        Assert.Contains("(3 months)", (await before.GetAsync("/en/my-case/status")).Words, StringComparison.Ordinal);
    }

    [Fact]
    public async Task What_is_offered_to_an_addressee_has_its_length_from_the_list()
    {
        var filed = await host.Given.AGrievanceAsync(CaseStatus.Answered, reason: "recommendation.practice");
        using var office = await host.SignInAsAsync(Colleagues.Caseworker);

        var page = await office.GetAsync($"/office/grievances/{filed.Reference}/recommend");

        Assert.Matches(new Regex("2 months \\(as the Gyeonggi.*90 days \\(National"), page.Words);
    }

    // as two administrators would have changed it: from tomorrow on
    private Task ChangeAsync(string code, string details) => host.WithAsync(async services =>
    {
        var (db, tomorrow) = (services.GetRequiredService<PortalDb>(), Core.Calendar.Seoul.DateOf(host.Clock.GetUtcNow()).AddDays(1));
        var now = await db.ReferenceItems.AsNoTracking().SingleAsync(i => i.List == Lists.Periods && i.Code == code && i.ValidTo == null);
        await db.ReferenceItems.Where(i => i.List == Lists.Periods && i.Code == code && i.ValidTo == null).ExecuteUpdateAsync(set => set.SetProperty(i => i.ValidTo, tomorrow.AddDays(-1)));
        db.Add(new ReferenceItem { List = now.List, Code = now.Code, ValidFrom = tomorrow, Position = now.Position, Details = details, Source = "test" });
        await db.SaveChangesAsync();
        services.GetRequiredService<ReferenceBook>().Fill(await db.ReferenceItems.AsNoTracking().ToListAsync());
    });
}
