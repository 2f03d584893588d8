using Microsoft.Extensions.DependencyInjection;
using Microsoft.Playwright;
using MigrantServices.Browser.Tests.Browsing;
using MigrantServices.Core.ChildConfirmations.Papers;
using Xunit;

namespace MigrantServices.Browser.Tests.Journeys;

/// <summary>A clinic scans a card: the answer comes, and the code is gone from the address. Without the network the kept file tells whether the signature is genuine.</summary>
public sealed class CheckTests
{
    [BrowserTheory]
    [InlineData("/check")]
    [InlineData("/ar/check")]
    public async Task A_scanned_code_is_answered_and_leaves_the_address_bar(string address)
    {
        await using var window = await Window.OpenAsync(Window.Phone);
        var page = window.Page;
        var asked = new List<string>();
        page.Request += (_, request) => asked.Add(request.Url);

        await window.GoAsync($"{address}#{Token(window)}");
        await page.WaitForSelectorAsync(".check-answer:not([hidden])");

        // signed by the office, and never handed out
        Assert.Equal("answer-unknown", await page.Locator(".check-answer:not([hidden])").GetAttributeAsync("id"));
        Assert.DoesNotContain("#", page.Url, StringComparison.Ordinal);
        Assert.DoesNotContain(asked, one => one.Contains("eyJ", StringComparison.Ordinal));
        Assert.Equal("", await page.Locator("#token").InputValueAsync());
        Assert.Equal("status", await page.Locator("#answers").GetAttributeAsync("role"));
        window.HasNoComplaints();
    }

    [BrowserTheory]
    [InlineData(true)]
    [InlineData(false)]
    public async Task A_pasted_code_is_answered_with_and_without_script_and_by_keyboard(bool script)
    {
        await using var window = await Window.OpenAsync(Window.Phone, script);
        var page = window.Page;
        await window.GoAsync("/en/check");

        for (var time = 0; time < 2; time++)
        {
            await page.FillAsync("#token", "nothing");
            await page.FocusAsync("#token");
            await page.Keyboard.PressAsync("Tab");
            await page.Keyboard.PressAsync("Enter");
            await page.WaitForSelectorAsync("#answer-unknown:not([hidden])");
        }

        Assert.Equal(1, await page.Locator(".check-answer:not([hidden])").CountAsync());
    }

    [BrowserTheory]
    [InlineData("en")]
    [InlineData("ar")]
    public async Task The_kept_file_checks_signatures_without_the_network(string language)
    {
        await using var window = await Window.OpenAsync(Window.Phone);
        using var client = new HttpClient();
        var file = Path.Combine(Directory.CreateTempSubdirectory("check-offline-").FullName, "check.html");
        await File.WriteAllBytesAsync(file, await client.GetByteArrayAsync(new Uri(window.Portal.Home, $"/{language}/check/offline")));
        var browser = await Chromium.Browser;
        await using var alone = await browser.NewContextAsync(new() { Offline = true, ViewportSize = new() { Width = Window.Phone, Height = 844 } });
        var page = await alone.NewPageAsync();
        var complaints = new List<string>();
        page.PageError += (_, error) => complaints.Add(error);
        page.Console += (_, line) => complaints.Add(line.Text);
        await page.GotoAsync(new Uri(file).ToString());
        var token = Token(window);
        var faults = await page.FaultsAsync("offline");

        Assert.Equal("genuine", await AskAsync(page, token));
        await page.KeepPictureAsync("Check-Offline-" + language);
        Assert.Equal("genuine", await AskAsync(page, $"https://portal.gg.go.kr/check#{token}\n"));
        Assert.Equal("wrong", await AskAsync(page, token[..^1]));
        Assert.Equal("wrong", await AskAsync(page, token + "="));
        Assert.Equal("wrong", await AskAsync(page, token.Replace('.', '!')));
        Assert.Equal("wrong", await AskAsync(page, token[..80] + (token[80] == 'A' ? 'B' : 'A') + token[81..]));
        Assert.Empty(complaints);
        Assert.Empty(faults);
        Directory.Delete(Path.GetDirectoryName(file)!, recursive: true);
    }

    private static string Token(Window window) => window.Portal.Services.GetRequiredService<TokenSigner>().Sign().Text;

    private static async Task<string?> AskAsync(IPage page, string token)
    {
        await page.FillAsync("#code", token);
        await page.ClickAsync("#form button:not([type])");
        return await page.Locator("#answers section:not([hidden])").GetAttributeAsync("id");
    }
}
