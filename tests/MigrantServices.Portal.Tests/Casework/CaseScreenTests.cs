using MigrantServices.Core.Cases;
using MigrantServices.Testing.Hosting;
using Xunit;

namespace MigrantServices.Portal.Tests.Casework;

/// <summary>A case as a colleague sees it.</summary>
public sealed class CaseScreenTests(PortalHost host) : IClassFixture<PortalHost>
{
    [Fact]
    public async Task What_brings_the_case_on_stands_first_and_what_sends_it_back_last()
    {
        var page = await OpenAsync(CaseStatus.Proposed, Colleagues.Supervisor);

        var deeds = page.Document.QuerySelectorAll("section.deeds > :is(a, form)").Select(deed => deed.TextContent.Trim()).ToList();

        Assert.Equal(("Approve", "Send back"), (deeds[0], deeds[^1]));
        Assert.True(deeds.Count > 2);
        Assert.Contains("Hand over", page.Document.QuerySelectorAll("details.deed-group a").Select(deed => deed.TextContent.Trim()));
    }

    [Theory]
    [InlineData(CaseStatus.UnderReview, true)]
    [InlineData(CaseStatus.Closed, false)]
    [InlineData(CaseStatus.Withdrawn, false)]
    public async Task Only_a_case_that_is_still_open_tells_its_due_day(CaseStatus status, bool tells)
    {
        var page = await OpenAsync(status, Colleagues.Caseworker);

        Assert.Equal(tells, page.Document.QuerySelectorAll(".case-facts dt").Any(fact => fact.TextContent == "Due"));
    }

    [Fact]
    public async Task Answers_stand_in_the_words_of_the_office()
    {
        var page = await OpenAsync(CaseStatus.Submitted, Colleagues.Caseworker);

        Assert.Contains("The person concerned", page.Words, StringComparison.Ordinal);
        Assert.Contains("On the portal only", page.Words, StringComparison.Ordinal);
    }

    [Fact]
    public async Task In_Korean_colleagues_are_named_politely_and_the_person_plainly()
    {
        var filed = await host.Given.AGrievanceAsync(CaseStatus.UnderReview);
        using var browser = await host.SignInAsAsync(Colleagues.Caseworker);

        var told = (await browser.GetAsync($"/office/grievances/{filed.Reference}?language=ko")).Words;

        Assert.Contains("김하늘 님이 맡았습니다.", told, StringComparison.Ordinal);
        Assert.Contains("신청인이 접수했습니다.", told, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("write")]
    [InlineData("ask-supplement")]
    public async Task Whoever_writes_to_the_person_is_told_their_language(string letter)
    {
        var filed = await host.Given.AGrievanceAsync(CaseStatus.UnderReview);
        using var browser = await host.SignInAsAsync(Colleagues.Caseworker);

        Assert.Contains("Tiếng Việt", (await browser.GetAsync($"/office/grievances/{filed.Reference}/{letter}")).Document.QuerySelector(".lead + .row-small")!.TextContent, StringComparison.Ordinal);
    }

    [Fact]
    public async Task The_form_of_the_counter_draws_to_its_first_question_only_when_nothing_is_wrong()
    {
        using var browser = await host.SignInAsAsync(Colleagues.Caseworker);
        var empty = await browser.GetAsync("/office/grievances/new");

        var refused = await empty.UploadAsync([("Form.Channel", nameof(Channel.Phone))]);

        Assert.NotEmpty(refused.Summary);
        Assert.Equal((true, false), (Draws(empty), Draws(refused)));

        static bool Draws(WebPage page) => page.Document.QuerySelector("[autofocus]") is not null;
    }

    private async Task<WebPage> OpenAsync(CaseStatus status, Colleague colleague)
    {
        var filed = await host.Given.AGrievanceAsync(status);
        using var browser = await host.SignInAsAsync(colleague);
        return await browser.GetAsync($"/office/grievances/{filed.Reference}");
    }
}
