using System.Net;
using MigrantServices.Testing.Hosting;
using Xunit;

namespace MigrantServices.Portal.Tests.Account;

public sealed class SignInTests(PortalHost host) : IClassFixture<PortalHost>
{
    [Fact]
    public async Task A_colleague_signs_in_by_the_form_and_out_again()
    {
        using var browser = host.Browser();

        var home = await SignInAsync(browser, "/office/sign-in", Colleagues.Password);

        Assert.Equal(("/office", HttpStatusCode.OK), (home.Path, home.Status));
        Assert.Contains(Colleagues.Supervisor.Name, home.Html, StringComparison.Ordinal);
        var key = browser.Cookies["__Host-office"];
        await home.SendAsync(home.Form("/office/sign-out"), null);
        browser.Cookies["__Host-office"] = key;
        Assert.Equal("/office/sign-in", (await browser.GetAsync("/office")).Path);
    }

    [Fact]
    public async Task A_wrong_password_keeps_the_address_and_never_the_password()
    {
        using var browser = host.Browser();

        var again = await SignInAsync(browser, "/office/sign-in", "wrong horse");

        Assert.NotEmpty(again.Summary);
        Assert.Equal(Colleagues.Supervisor.Email, again.ValueOf("Form.Email"));
        Assert.DoesNotContain("wrong horse", again.Html, StringComparison.Ordinal);
        Assert.DoesNotContain("__Host-office", browser.Cookies.Keys);
    }

    [Theory]
    [InlineData("/office/grievances?tab=All", "/office/grievances?tab=All")]
    [InlineData("https://evil.example/", "/office")]
    [InlineData("//evil.example/", "/office")]
    [InlineData("/\\evil.example", "/office")]
    [InlineData("/office/\\..\\..\\evil.example", "/office")]
    [InlineData("/office@evil.example", "/office")]
    [InlineData("/officeevil", "/office")]
    [InlineData("javascript:alert(1)", "/office")]
    [InlineData("/office/sign-out", "/office")]
    [InlineData("/office\r\nSet-Cookie: a=b", "/office")]
    public async Task After_signing_in_one_lands_in_the_office_and_nowhere_else(string wanted, string expected)
    {
        using var browser = host.Browser();

        var landed = await SignInAsync(browser, "/office/sign-in?returnUrl=" + Uri.EscapeDataString(wanted), Colleagues.Password);

        Assert.Equal(("localhost", expected), (landed.Address.Host, landed.Address.PathAndQuery));
    }

    [Fact]
    public async Task A_session_that_ended_while_writing_gives_the_text_back()
    {
        var filed = await host.Given.AGrievanceAsync(Core.Cases.CaseStatus.UnderReview);
        using var browser = await host.SignInAsAsync(Colleagues.Caseworker);
        var form = await browser.GetAsync($"/office/grievances/{filed.Reference}/write");
        browser.Cookies.Remove("__Host-office");
        const string typed = "A long answer that took the colleague half an hour to write.";

        var kept = await form.SubmitAsync(("Form.Body", typed));

        Assert.Equal(HttpStatusCode.Unauthorized, kept.Status);
        Assert.Equal(typed, kept.ValueOf("Form.Body"));
    }

    private static async Task<WebPage> SignInAsync(Browserless browser, string door, string password) =>
        await (await browser.GetAsync(door)).SubmitAsync(("Form.Email", Colleagues.Supervisor.Email), ("Form.Password", password));
}
