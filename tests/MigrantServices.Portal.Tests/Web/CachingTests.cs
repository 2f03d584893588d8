using System.Net;
using MigrantServices.Core.Cases;
using MigrantServices.Testing.Hosting;
using Xunit;

namespace MigrantServices.Portal.Tests.Web;

public sealed class CachingTests(PortalHost host) : IClassFixture<PortalHost>
{
    [Theory]
    [InlineData("/ko")]
    [InlineData("/ar")]
    [InlineData("/office/sign-in")]
    public async Task What_a_page_loads_is_kept_for_a_year_under_the_fingerprint_of_what_it_is(string address)
    {
        using var browser = host.Browser();
        var page = await browser.GetAsync(address);

        var loaded = page.Document.QuerySelectorAll("link[href], script[src], img[src]").Select(one => one.GetAttribute("href") ?? one.GetAttribute("src")!).ToList();

        Assert.Contains(loaded, file => file.EndsWith(".css", StringComparison.Ordinal));
        Assert.Contains(loaded, file => file.EndsWith(".js", StringComparison.Ordinal));
        foreach (var file in loaded)
        {
            Assert.Matches(@"\.[a-z0-9]{10}\.[a-z0-9]+$", file);
            var answer = await browser.GetAsync(file);
            Assert.Equal((file, HttpStatusCode.OK, "max-age=31536000, immutable"), (file, answer.Status, answer.Headers["Cache-Control"].Replace("\n", ", ", StringComparison.Ordinal)));
        }
    }

    [Fact]
    public async Task A_file_asked_for_without_its_fingerprint_is_not_kept_for_long()
    {
        using var browser = host.Browser();

        Assert.Equal("no-cache", (await browser.GetAsync("/lib/css/portal.css")).Headers["Cache-Control"]);
    }

    [Theory]
    [InlineData("/", HttpStatusCode.Redirect)]
    [InlineData("/ko", HttpStatusCode.OK)]
    [InlineData("/ko/privacy", HttpStatusCode.OK)]
    [InlineData("/ko/grievances/new", HttpStatusCode.OK)]
    [InlineData("/ko/my-case", HttpStatusCode.OK)]
    [InlineData("/ko/my-case/status", HttpStatusCode.Redirect)]
    [InlineData("/ko/nowhere", HttpStatusCode.NotFound)]
    [InlineData("/nowhere.css", HttpStatusCode.NotFound)]
    [InlineData("/office", HttpStatusCode.Redirect)]
    [InlineData("/office/sign-in", HttpStatusCode.OK)]
    public async Task No_page_is_ever_kept(string address, HttpStatusCode expected)
    {
        using var browser = host.Browser();

        var answer = await browser.OnceAsync(HttpMethod.Get, address);

        Assert.Equal(expected, answer.Status);
        Assert.Contains("no-store", answer.Headers["Cache-Control"], StringComparison.Ordinal);
        Assert.DoesNotContain("max-age", answer.Headers["Cache-Control"], StringComparison.Ordinal);
    }

    [Fact]
    public async Task Nothing_of_a_case_is_ever_kept()
    {
        var filed = await host.Given.AGrievanceAsync(CaseStatus.UnderReview);
        using var resident = await host.ComeBackAsync(filed.CodeId);
        using var office = await host.SignInAsAsync(Colleagues.Caseworker);
        var form = await resident.GetAsync("/en/my-case/status");

        WebPage[] answers =
        [
            form,
            await resident.OnceAsync(HttpMethod.Get, $"/en/my-case/file/{Guid.NewGuid()}"),
            await form.SubmitAsync(("Form.Body", "")),
            await office.GetAsync($"/office/grievances/{filed.Reference}"),
            await office.GetAsync("/office/grievances?tab=All"),
        ];

        Assert.All(answers, answer => Assert.Contains("no-store", answer.Headers["Cache-Control"], StringComparison.Ordinal));
    }
}
