using MigrantServices.Browser.Tests.Browsing;
using Xunit;

namespace MigrantServices.Browser.Tests.Journeys;

/// <summary>Whoever is watched over the shoulder leaves at once, and the way back does not show what was read.</summary>
public sealed class QuickExitTests
{
    [BrowserTheory]
    [InlineData("ar", false)]
    [InlineData("ko", true)]
    public async Task Leaving_leads_away_and_back_does_not_return(string language, bool byKeyboard)
    {
        await using var window = await Window.OpenAsync(Window.Phone);
        var page = window.Page;
        await page.RouteAsync("https://www.google.com/**", route => route.FulfillAsync(new() { Body = "elsewhere", ContentType = "text/plain" }));
        await window.GoAsync($"/{language}/my-case");
        await window.GoAsync($"/{language}/grievances/new");
        await page.WriteAsync("Form.Account", "secret");
        await page.GetToNextPageAsync(async () =>
        {
            if (byKeyboard)
            {
                await page.Keyboard.PressAsync("Escape");
                await page.Keyboard.PressAsync("Escape");
                await page.Keyboard.PressAsync("Escape");
            }
            else
            {
                await page.Locator("[data-exit]").ClickAsync();
            }
        });
        Assert.StartsWith("https://www.google.com/", page.Url, StringComparison.Ordinal);
        await page.GoBackAsync();
        Assert.DoesNotContain("grievances", page.Url, StringComparison.Ordinal);
        Assert.DoesNotContain("secret", await page.ContentAsync(), StringComparison.Ordinal);
    }
}
