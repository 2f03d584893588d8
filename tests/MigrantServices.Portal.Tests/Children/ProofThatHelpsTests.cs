using Microsoft.Extensions.DependencyInjection;
using MigrantServices.Core.ChildConfirmations;
using MigrantServices.Core.Reference;
using MigrantServices.Core.Storage.Seed;
using MigrantServices.Portal.Web;
using MigrantServices.Testing.Hosting;
using Xunit;

namespace MigrantServices.Portal.Tests.Children;

/// <summary>A family reads which papers help, what can stand in for one that is missing, and that none is needed; and anybody finds the doors to check a card.</summary>
[Trait("Category", "Database")]
public sealed class ProofThatHelpsTests(PortalHost host) : IClassFixture<PortalHost>
{
    public static TheoryData<string> AllLanguages => [.. Languages.All.Select(language => language.Tag)];

    [Theory]
    [MemberData(nameof(AllLanguages))]
    public async Task Each_kind_of_evidence_and_what_stands_in_for_a_missing_paper_is_named_in_every_language(string language)
    {
        var filed = await host.Given.AChildAsync();
        using var parent = await host.ComeBackAsync(filed.CodeId);
        var texts = host.Services.GetRequiredService<TextCatalog>();
        string[] said = ["proof.none-needed", "proof.alone", "proof.others", "proof.instead", .. ReferenceSeed.Shipped().Where(item => item.List == Lists.BirthEvidence).Select(item => $"{Lists.BirthEvidence}.{item.Code}")];

        foreach (var page in new[] { await parent.GetAsync($"/{language}/my-case/child"), await parent.GetAsync($"/{language}/children/new/files") })
        {
            Assert.All(said, key => Assert.Contains(texts.In(language, key), page.Words, StringComparison.Ordinal));
            Assert.DoesNotContain("birth-evidence", page.Words, StringComparison.Ordinal);
        }
    }

    [Fact]
    public async Task After_the_decision_it_is_said_no_more()
    {
        var filed = await host.AConfirmedChildAsync();
        using var parent = await host.ComeBackAsync(filed.CodeId);

        Assert.DoesNotContain("Which papers help", (await parent.GetAsync("/en/my-case/child")).Words, StringComparison.Ordinal);
    }

    [Theory]
    [MemberData(nameof(AllLanguages))]
    public async Task At_the_foot_of_every_public_page_stand_the_doors_to_check_a_card_and_to_see_what_a_family_shows(string language)
    {
        using var nursery = host.Browser();

        foreach (var page in new[] { "", "/children/new", "/privacy" })
        {
            var links = (await nursery.GetAsync($"/{language}{page}")).Document.QuerySelectorAll("footer a").Select(link => link.GetAttribute("href")).ToList();
            Assert.Contains($"/{language}/check", links);
            Assert.Contains($"/{language}/view", links);
        }

        Assert.NotEmpty((await nursery.GetAsync($"/{language}/check")).Document.QuerySelectorAll("main h1"));
        Assert.NotNull((await nursery.GetAsync($"/{language}/view")).Document.QuerySelector("input[name='Code']"));
    }
}
