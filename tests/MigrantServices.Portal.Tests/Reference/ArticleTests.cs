using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using MigrantServices.Core.Cases;
using MigrantServices.Core.Reference;
using MigrantServices.Testing.Hosting;
using Xunit;

namespace MigrantServices.Portal.Tests.Reference;

/// <summary>An article reads otherwise from a day on, and a case reads it as it was when it was received.</summary>
[Trait("Category", "Database")]
public sealed class ArticleTests(PortalHost host) : IClassFixture<PortalHost>
{
    private const string Address = "/office/reference/articles/change?kind=Replace&code=";

    [Fact]
    public async Task An_article_that_reads_otherwise_from_tomorrow_leaves_an_older_case_and_its_letters_as_they_were()
    {
        const string Before = "시정권고, 조정";
        var old = await host.Given.AGrievanceAsync(CaseStatus.Answered, reason: "recommendation.practice");
        var change = await host.ProposeAsync(Address + "race:8", host.Today().AddDays(1), [("Form.Number", "9"), ("Form.Heading", "committee, as amended"), .. ArticleTexts]);
        await host.ApproveAsync(change);

        host.Clock.Advance(TimeSpan.FromDays(1));
        var late = await host.Given.AGrievanceAsync(CaseStatus.Answered, reason: "recommendation.practice");

        Assert.Equal((true, false), await SaidAsync(old));
        Assert.Equal((false, true), await SaidAsync(late));
        var rows = await host.RowsAsync(Lists.Articles, "race:8");
        Assert.Equal([("8", "race"), ("9", "race")], rows.Select(row => (EntryDetails.Of(row.Details).Article!, EntryDetails.Of(row.Details).Law!)));
        using var office = await host.SignInAsAsync(Colleagues.Caseworker);
        Assert.Contains("As amended: the committee", (await office.GetAsync($"/office/grievances/{late.Reference}")).Words, StringComparison.Ordinal);
        Assert.DoesNotContain("As amended: the committee", (await office.GetAsync($"/office/grievances/{old.Reference}")).Words, StringComparison.Ordinal);

        async Task<(bool Old, bool New)> SaidAsync(FiledCase filed)
        {
            await host.Given.ARecommendationAsync(filed);
            var (letter, vault) = (await host.StoredAsync(db => db.Set<Core.Grievances.OtherSide.OtherSideLetter>().SingleAsync(l => l.CaseId == filed.Id)), host.Services.GetRequiredService<Core.Privacy.Vault>());
            var words = vault.Open(letter.Text, letter.Id, Core.Privacy.SealedField.OtherSide);
            return (words.Contains(Before, StringComparison.Ordinal), words.Contains("개정된 제9조", StringComparison.Ordinal));
        }
    }

    [Fact]
    public async Task An_article_does_not_read_otherwise_while_a_language_is_missing()
    {
        var id = await host.ProposeAsync(Address + "race:6", host.Today().AddDays(2), [("Form.Number", "6"), ("Form.Heading", "as amended"), .. ArticleTexts.Take(4), ("Form.Texts[ar]", "")]);

        using var second = await host.SignInAsAsync(Colleagues.Administrator2);
        var page = await second.GetAsync($"/office/reference/changes/{id}");

        Assert.DoesNotContain("handler=Approve", page.Html, StringComparison.Ordinal);
        await host.TakeBackAsync(id);
    }

    [Fact]
    public async Task Administrators_add_an_interest_that_colleagues_may_declare()
    {
        await host.ApproveAsync(await host.ProposeAsync("/office/reference/interest-reasons/change?kind=Add", host.Today().AddDays(1), ("Form.Code", "neighbour"), ("Form.Texts[ko]", "이웃"), ("Form.Texts[en]", "A neighbour")));
        host.Clock.Advance(TimeSpan.FromDays(1));
        var filed = await host.Given.AGrievanceAsync(CaseStatus.UnderReview);
        using var office = await host.SignInAsAsync(Colleagues.Caseworker2);

        Assert.Contains("A neighbour", (await office.GetAsync($"/office/grievances/{filed.Reference}/declare-interest")).Words, StringComparison.Ordinal);
    }

    private static (string Name, string Value)[] ArticleTexts =>
        [("Form.Texts[ko]", "개정된 제9조: 위원회"), ("Form.Texts[en]", "As amended: the committee"), ("Form.Texts[vi]", "Đã sửa đổi: ủy ban"), ("Form.Texts[zh-Hans]", "修订后：委员会"), ("Form.Texts[ar]", "بعد التعديل: اللجنة")];
}
