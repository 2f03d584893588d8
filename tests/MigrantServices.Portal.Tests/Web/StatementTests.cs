using MigrantServices.Core.Cases;
using MigrantServices.Testing.Hosting;
using Xunit;

namespace MigrantServices.Portal.Tests.Web;

/// <summary>How often a request goes to the database and back: the figure on which the portal's speed rests.</summary>
public sealed class StatementTests(PortalHost host) : IClassFixture<PortalHost>
{
    [Fact]
    public async Task Sending_a_grievance_takes_four_ways_at_most()
    {
        using var browser = host.Given.ABrowserHolding(await host.Given.ADraftAsync());
        var check = await browser.GetAsync("/en/grievances/new/check");

        var sent = await browser.OnceAsync(HttpMethod.Post, check.Path, Browserless.Encode([KeyValuePair.Create("__RequestVerificationToken", check.ValueOf("__RequestVerificationToken")!.Split(',')[0])]));

        Assert.Equal("/en/grievances/new/sent", sent.Headers["Location"]);
        AtMost(3, sent);
    }

    [Theory]
    [InlineData("/office/grievances", 3)]
    [InlineData("/office/grievances?tab=All", 3)]
    public async Task The_list_takes_three_ways_at_most(string address, int most)
    {
        await host.Given.AGrievanceAsync(CaseStatus.UnderReview);
        using var office = await host.SignInAsAsync(Colleagues.Caseworker);
        await office.GetAsync("/office");

        AtMost(most, await office.GetAsync(address));
    }

    [Fact]
    public async Task Opening_a_case_takes_four_ways_at_most()
    {
        var filed = await host.Given.AGrievanceAsync(CaseStatus.UnderReview);
        using var office = await host.SignInAsAsync(Colleagues.Caseworker);
        await office.GetAsync("/office");

        AtMost(4, await office.GetAsync($"/office/grievances/{filed.Reference}"));
    }

    [Theory]
    [InlineData("/en")]
    [InlineData("/en/privacy")]
    [InlineData("/en/grievances/new")]
    [InlineData("/en/my-case")]
    public async Task Pages_for_strangers_ask_the_database_nothing(string address)
    {
        using var browser = host.Browser();

        AtMost(0, await browser.GetAsync(address));
    }

    private static void AtMost(int most, WebPage page) =>
        Assert.True(page.Statements.Count <= most, $"{page.Statements.Count} ways instead of {most}:\n{string.Join("\n--\n", page.Statements)}");
}
