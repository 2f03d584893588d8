using System.Net;
using System.Text.RegularExpressions;
using MigrantServices.Core.Calendar;
using MigrantServices.Core.Reference;
using MigrantServices.Testing.Hosting;
using Xunit;

namespace MigrantServices.Portal.Tests.Children;

/// <summary>What the card opens as dated lists, that nothing costs anything, and what whoever told of a child holds in hand.</summary>
[Trait("Category", "Database")]
public sealed partial class CardOpeningTests(PortalHost host) : IClassFixture<PortalHost>
{
    [Theory]
    [InlineData("ko")]
    [InlineData("en")]
    [InlineData("vi")]
    [InlineData("zh-Hans")]
    [InlineData("ar")]
    public async Task Everybody_reads_what_the_card_opens_in_each_language(string language)
    {
        using var browser = host.Browser();

        var page = await browser.GetAsync($"/{language}/children/opens");

        Assert.Equal(HttpStatusCode.OK, page.Status);
        Assert.Equal(4, page.Document.QuerySelectorAll("main section").Length);
        Assert.Single(page.Document.QuerySelectorAll("main .krds-badge"));
    }

    [Fact]
    public async Task A_city_joins_by_a_line_that_two_administrators_agree_on()
    {
        using var first = await host.SignInAsAsync(Colleagues.Administrator);
        var preview = await (await first.GetAsync("/office/reference/card-openings/change?kind=Add"))
            .SubmitAsync(("Form.Use", "library"), ("Form.Municipality", "41110"), ("Form.EffectiveOn", "2026-12-01"), ("Form.Source", "시 공고"));
        Assert.Empty(preview.Summary);
        var proposed = await preview.PressAsync("Propose");
        Assert.Empty(proposed.Summary);
        using var second = await host.SignInAsAsync(Colleagues.Administrator2);
        await (await second.GetAsync(proposed.Path)).PressAsync("Approve");

        using var browser = host.Browser();
        Assert.Matches("Suwon[^:]*: from 1 December 2026", (await browser.GetAsync("/en/children/opens")).Words);
    }

    [Fact]
    public async Task The_lists_of_services_receivers_and_amounts_are_changed_by_two_administrators()
    {
        using var first = await host.SignInAsAsync(Colleagues.Administrator);
        using var second = await host.SignInAsAsync(Colleagues.Administrator2);
        var changes = new[]
        {
            ("/office/reference/child-services/change?kind=Replace&code=school", new[] { ("Form.Items", "name-korean"), ("Form.Items", "born"), ("Form.BeforeDecision", "false") }),
            ("/office/reference/service-receivers/change?kind=Replace&code=unicef-korea", [("Form.Services", "ngo-help"), ("Form.Services", "language-class")]),
            ("/office/reference/childcare-amounts/change?kind=Replace&code=month", [("Form.Amount", "120000")]),
        };
        foreach (var (address, answers) in changes)
        {
            var preview = await (await first.GetAsync(address)).SubmitAsync([.. answers, ("Form.EffectiveOn", "2026-12-01"), ("Form.Source", "고시")]);
            var proposed = await preview.PressAsync("Propose");
            Assert.True(proposed.Summary.Count == 0, string.Join(" | ", proposed.Summary));
            await (await second.GetAsync(proposed.Path)).PressAsync("Approve");
        }

        var book = (ReferenceBook)host.Services.GetService(typeof(ReferenceBook))!;
        var (before, after) = (Seoul.DateOf(host.Clock.GetUtcNow()), new DateOnly(2026, 12, 1));
        Assert.Equal((100_000, 120_000), (AmountOn(before), AmountOn(after)));
        Assert.Equal(["name-korean", "born"], book.Details<EntryDetails>(Lists.ChildServices, "school", after)!.Items!);
        Assert.Equal((true, false), (book.Details<EntryDetails>(Lists.ChildServices, "school", before)!.BeforeDecision, book.Details<EntryDetails>(Lists.ChildServices, "school", after)!.BeforeDecision));
        Assert.Equal(["ngo-help", "language-class"], book.Details<EntryDetails>(Lists.ServiceReceivers, "unicef-korea", after)!.Services!);

        int AmountOn(DateOnly day) => book.Details<EntryDetails>(Lists.ChildcareAmounts, "month", day)!.Amount!.Value;
    }

    [Theory]
    [InlineData("0")]
    [InlineData("-5")]
    [InlineData("1.5")]
    [InlineData("")]
    public async Task An_amount_is_whole_and_more_than_nothing(string amount)
    {
        using var administrator = await host.SignInAsAsync(Colleagues.Administrator);

        var refused = await (await administrator.GetAsync("/office/reference/childcare-amounts/change?kind=Replace&code=month"))
            .SubmitAsync(("Form.Amount", amount), ("Form.EffectiveOn", "2026-12-10"), ("Form.Source", "고시"));

        Assert.NotNull(refused.MistakeAt("Form.Amount"));
    }

    [Theory]
    [InlineData("/en/children/new")]
    [InlineData("/en/children/new/where")]
    [InlineData("/en/children/new/child")]
    [InlineData("/en/children/new/parents")]
    [InlineData("/en/children/new/contact")]
    [InlineData("/en/children/tell")]
    [InlineData("/en/children/opens")]
    [InlineData("/office/children/new")]
    public async Task No_page_of_a_child_asks_for_money(string address)
    {
        using var browser = await host.SignInAsAsync(Colleagues.Caseworker);

        var page = await browser.GetAsync(address);

        Assert.DoesNotContain(page.Document.QuerySelectorAll("main input, main select, main textarea").Select(field => field.GetAttribute("name") ?? "")
            .Concat(page.Document.QuerySelectorAll("main label, main legend").Select(label => label.TextContent)), Money().IsMatch);
    }

    [Fact]
    public async Task Whoever_told_of_a_child_holds_number_day_ground_and_what_is_never_passed_on_and_nothing_of_the_child()
    {
        var filed = await host.Given.AToldChildAsync(form => form.Known = "이층 서쪽 문에 아이가 있습니다.");
        using var teacher = await host.ComeBackAsync(filed.CodeId);

        var told = await teacher.GetAsync("/en/my-case/child/told");

        Assert.Contains("23 November 2026", told.Words, StringComparison.Ordinal);
        Assert.Contains("On what ground", told.Words, StringComparison.Ordinal);
        Assert.Contains("Police: 112", told.Words.Replace("112", "Police: 112", StringComparison.Ordinal), StringComparison.Ordinal);
        foreach (var nothing in new[] { "서쪽 문", "Ansan", "Submitted", "under review", "neighbour" })
        {
            Assert.DoesNotContain(nothing, told.Words, StringComparison.OrdinalIgnoreCase);
        }

        foreach (var page in new[] { "", "/services", "/show", "/looked", "/notices" })
        {
            Assert.NotEqual(HttpStatusCode.OK, (await teacher.GetAsync("/en/my-case/child" + page)).Status);
        }
    }

    [GeneratedRegex(@"\b(fee|price|cost|pay(ment)?|charge|card number|iban|bank)s?\b|수수료|결제", RegexOptions.IgnoreCase | RegexOptions.ExplicitCapture)]
    private static partial Regex Money();
}
