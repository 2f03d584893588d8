using MigrantServices.Testing.Hosting;
using Xunit;
using PortalHost = MigrantServices.Testing.Hosting.PortalHost;

namespace MigrantServices.Portal.Tests.MyCase;

public sealed class LeavingTests(PortalHost host) : IClassFixture<PortalHost>
{
    private const string DraftCookie = "__Host-draft";

    [Fact]
    public async Task Whoever_takes_the_phone_after_a_visit_finds_neither_the_case_nor_the_receipt()
    {
        var draft = await host.Given.ADraftAsync();
        using var browser = host.Given.ABrowserHolding(draft);
        var check = await browser.GetAsync("/en/grievances/new/check");
        var sent = await check.SendAsync(check.Form("__RequestVerificationToken"), null);
        var kept = await sent.SubmitAsync(("LastDigits", draft.Code.Digits[^4..]));
        var status = await kept.PressAsync("Open");
        Assert.Equal("/en/my-case/status", status.Path);

        var left = await status.SendAsync(status.Form("/left"), null);

        Assert.Equal("/en/my-case/left", left.Path);
        Assert.DoesNotContain(DraftCookie, browser.Cookies.Keys);
        foreach (var page in new[] { "grievances/new/sent", "grievances/new/receipt", "grievances/new/slip", "grievances/new/later", "my-case/status" })
        {
            var found = await browser.GetAsync("/en/" + page);
            Assert.Contains(found.Path, new[] { "/en/grievances/new", "/en/my-case" });
            Assert.DoesNotContain(draft.Code.ToString(), found.Html, StringComparison.Ordinal);
        }
    }

    [Fact]
    public async Task A_form_that_was_begun_and_not_sent_outlives_a_visit_to_another_case()
    {
        var draft = await host.Given.ADraftAsync();
        using var browser = host.Given.ABrowserHolding(draft);
        var filed = await host.Given.AGrievanceAsync();
        var status = await (await browser.GetAsync("/en/my-case")).SubmitAsync(("Code", filed.Code.ToString()));

        await status.SendAsync(status.Form("/left"), null);

        Assert.Equal(Given.Answers().Story.Account, (await browser.GetAsync("/en/grievances/new")).ValueOf("Form.Account"));
    }
}
