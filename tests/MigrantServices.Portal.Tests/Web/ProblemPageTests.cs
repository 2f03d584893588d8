using MigrantServices.Testing.Hosting;
using Xunit;

namespace MigrantServices.Portal.Tests.Web;

/// <summary>Somebody who has lost their way still has a way on.</summary>
public sealed class ProblemPageTests(PortalHost host) : IClassFixture<PortalHost>
{
    [Fact]
    public async Task A_visitor_is_offered_the_languages_the_telephone_numbers_and_the_way_home()
    {
        using var browser = host.Browser();

        var lost = await browser.GetAsync("/vi/nowhere");

        Assert.NotNull(lost.Document.QuerySelector(".language-menu a[href='/ar/nowhere']"));
        Assert.NotNull(lost.Document.QuerySelector("a[href='tel:15771366']"));
        Assert.Equal("/vi", lost.Document.QuerySelector("main a.krds-btn")?.GetAttribute("href"));
    }

    [Fact]
    public async Task A_colleague_keeps_the_menu_and_the_way_out()
    {
        using var browser = await host.SignInAsAsync(Colleagues.Caseworker);

        var refused = await browser.GetAsync("/office/people");

        Assert.NotNull(refused.Document.QuerySelector(".office-nav a[href='/office/grievances']"));
        Assert.NotNull(refused.Document.QuerySelector("form[action='/office/sign-out']"));
        Assert.Equal("/office", refused.Document.QuerySelector("main a.krds-btn")?.GetAttribute("href"));
    }
}
