using System.Net;
using System.Text.RegularExpressions;
using Microsoft.Net.Http.Headers;
using MigrantServices.Core.Cases;
using MigrantServices.Testing.Hosting;
using Xunit;

namespace MigrantServices.Portal.Tests.Web;

public sealed partial class HeaderTests(PortalHost host) : IClassFixture<PortalHost>
{
    private const string Policy =
        "default-src 'none'; script-src 'self'; style-src 'self'; img-src 'self' data:; font-src 'self'; connect-src 'self'; "
        + "form-action 'self'; base-uri 'none'; frame-ancestors 'none'";

    public static TheoryData<string> Languages => ["ko", "en", "vi", "zh-Hans", "ar"];

    [Theory]
    [MemberData(nameof(Languages))]
    public async Task Every_public_page_carries_the_headers_and_nothing_inline(string language)
    {
        var draft = await host.Given.ADraftAsync();
        using var browser = host.Given.ABrowserHolding(draft);
        string[] pages = ["", "/privacy", "/check", "/my-case", "/grievances/new", "/grievances/new/when", "/grievances/new/why", "/grievances/new/who", "/grievances/new/files", "/grievances/new/you", "/grievances/new/check", "/grievances/new/later", "/nowhere"];
        foreach (var page in pages)
        {
            Check(await browser.GetAsync($"/{language}{page}"));
        }

        var check = await browser.GetAsync($"/{language}/grievances/new/check");
        Check(await check.SendAsync(check.Document.Forms[^1], null));
        Check(await browser.GetAsync($"/{language}/grievances/new/receipt"));
        Check(await browser.GetAsync($"/{language}/grievances/new/slip"));
    }

    [Theory]
    [MemberData(nameof(Languages))]
    public async Task Every_page_of_a_visit_carries_the_headers_and_nothing_inline(string language)
    {
        var filed = await host.Given.AGrievanceAsync(CaseStatus.AwaitingSupplement);
        using var browser = await host.ComeBackAsync(filed.CodeId);
        foreach (var page in new[] { "status", "looked", "withdraw", "helpers", "left" })
        {
            Check(await browser.GetAsync($"/{language}/my-case/{page}"));
        }
    }

    [Fact]
    public async Task Every_office_page_carries_the_headers_and_nothing_inline()
    {
        var filed = await host.Given.AGrievanceAsync(CaseStatus.UnderReview);
        using var handler = await host.SignInAsAsync(Colleagues.Caseworker);
        foreach (var page in new[] { "", "/my-account", "/grievances", "/grievances/new", $"/grievances/{filed.Reference}", $"/grievances/{filed.Reference}/write", $"/grievances/{filed.Reference}/propose", "/nowhere" })
        {
            Check(await handler.GetAsync("/office" + page));
        }

        using var administrator = await host.SignInAsAsync(Colleagues.Administrator);
        foreach (var page in new[] { "/people", "/people/invite", $"/people/{Colleagues.Caseworker.Id}" })
        {
            Check(await administrator.GetAsync("/office" + page));
        }

        using var privacy = await host.SignInAsAsync(Colleagues.PrivacyOfficer);
        Check(await privacy.GetAsync("/office/access-records"));
        using var stranger = host.Browser();
        Check(await stranger.GetAsync("/office/sign-in"));
    }

    [Fact]
    public async Task Cookies_are_for_the_portal_alone_and_closed_to_scripts()
    {
        using var browser = host.Browser();
        var set = new List<SetCookieHeaderValue>();
        var form = await browser.OnceAsync(HttpMethod.Get, "/en/grievances/new");
        Note(form);
        var token = KeyValuePair.Create("__RequestVerificationToken", form.ValueOf("__RequestVerificationToken")!.Split(',')[0]);
        Note(await browser.OnceAsync(HttpMethod.Post, form.Path, Browserless.Encode([token, KeyValuePair.Create("Form.Account", "a")])));
        var door = await browser.OnceAsync(HttpMethod.Get, "/office/sign-in");
        Note(await browser.OnceAsync(HttpMethod.Post, door.Path, Browserless.Encode(
        [
            KeyValuePair.Create("__RequestVerificationToken", door.ValueOf("__RequestVerificationToken")!.Split(',')[0]),
            KeyValuePair.Create("Form.Email", Colleagues.Caseworker.Email),
            KeyValuePair.Create("Form.Password", Colleagues.Password),
        ])));

        Assert.Superset(new HashSet<string> { "__Host-af", "__Host-draft", "__Host-office" }, set.Select(cookie => cookie.Name.Value!).ToHashSet());
        Assert.All(set, cookie => Assert.True(cookie is { Secure: true, HttpOnly: true, SameSite: SameSiteMode.Lax or SameSiteMode.Strict } && !cookie.Domain.HasValue, cookie.ToString()));
        Assert.All(set.Where(cookie => !cookie.Name.Value!.Contains("language", StringComparison.Ordinal)), cookie => Assert.Equal("/", cookie.Path.Value));
        Assert.All(set, cookie => Assert.True(cookie.Name.StartsWith("__Host-", StringComparison.Ordinal) || cookie.Name.Value is "language" or "__Host-staff-language", cookie.ToString()));

        void Note(WebPage page) =>
            set.AddRange(SetCookieHeaderValue.ParseList([.. page.Headers.GetValueOrDefault("Set-Cookie", "").Split('\n', StringSplitOptions.RemoveEmptyEntries)]));
    }

    [Theory]
    [InlineData("TRACE")]
    [InlineData("PUT")]
    [InlineData("DELETE")]
    [InlineData("OPTIONS")]
    [InlineData("BREW")]
    public async Task Other_methods_are_not_allowed(string method)
    {
        using var browser = host.Browser();

        var answer = await browser.SendAsync(new HttpMethod(method), "/en/grievances/new");

        Assert.Equal(HttpStatusCode.MethodNotAllowed, answer.Status);
        Assert.Equal("GET, HEAD, POST", answer.Headers["Allow"].Replace("\n", ", ", StringComparison.Ordinal));
    }

    [Theory]
    [InlineData("/nowhere")]
    [InlineData("/en/nowhere")]
    [InlineData("/xx/grievances/new")]
    [InlineData("/.env")]
    [InlineData("/appsettings.json")]
    [InlineData("/en/grievances/new/../../../appsettings.json")]
    [InlineData("/health")]
    [InlineData("/office/grievances/DG-2026-XXXXXX")]
    public async Task Strangers_find_nothing_where_there_is_nothing_for_them(string address)
    {
        using var browser = host.Browser();

        var answer = await browser.OnceAsync(HttpMethod.Get, address);

        Assert.Equal(address.StartsWith("/office", StringComparison.Ordinal) ? HttpStatusCode.Redirect : HttpStatusCode.NotFound, answer.Status);
    }

    [Fact]
    public async Task What_the_portal_serves_comes_from_itself_alone()
    {
        using var browser = host.Browser();
        var page = await browser.GetAsync("/en");

        var loaded = page.Document.QuerySelectorAll("link[href], script[src], img[src]").Select(one => one.GetAttribute("href") ?? one.GetAttribute("src")!);

        Assert.All(loaded, address => Assert.StartsWith("/", address, StringComparison.Ordinal));
        foreach (var address in loaded.Distinct())
        {
            Assert.Equal((address, HttpStatusCode.OK), (address, (await browser.GetAsync(address)).Status));
        }
    }

    private static void Check(WebPage page)
    {
        Assert.True((int)page.Status < 500, $"{page.Address}: {page.Words}");
        Assert.Equal(Policy, page.Headers["Content-Security-Policy"]);
        Assert.Equal("nosniff", page.Headers["X-Content-Type-Options"]);
        Assert.Equal("no-referrer", page.Headers["Referrer-Policy"]);
        Assert.Equal("same-origin", page.Headers["Cross-Origin-Opener-Policy"]);
        Assert.Contains("no-store", page.Headers["Cache-Control"], StringComparison.Ordinal);
        Assert.Contains("camera=()", page.Headers["Permissions-Policy"], StringComparison.Ordinal);
        Assert.DoesNotContain("Server", page.Headers.Keys);
        Assert.DoesNotContain("X-Powered-By", page.Headers.Keys);
        var all = page.Document.All;
        Assert.DoesNotContain(all, element => element.LocalName == "style" || (element.LocalName == "script" && !element.HasAttribute("src")));
        Assert.DoesNotContain(all, element => element.Attributes.Any(a => a.Name == "style" || a.Name.StartsWith("on", StringComparison.Ordinal)));
        Assert.DoesNotContain(all, element => element.Attributes.Any(a => a.Value.TrimStart().StartsWith("javascript:", StringComparison.OrdinalIgnoreCase)));
        Assert.DoesNotMatch(UnfilledText(), page.Words);
    }

    /// <summary>A key where a sentence should stand, or a placeholder that nobody filled.</summary>
    [GeneratedRegex(@"\b(filing|rule|mycase|form|page|error|worklist)\.[a-z][a-z.-]+\b|\{\d\}")]
    private static partial Regex UnfilledText();
}
