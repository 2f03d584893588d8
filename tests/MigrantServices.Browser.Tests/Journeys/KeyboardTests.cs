using Microsoft.EntityFrameworkCore;
using Microsoft.Playwright;
using MigrantServices.Browser.Tests.Browsing;
using MigrantServices.Core.Storage.Seed.Demo;
using MigrantServices.Portal.Startup;
using Xunit;

namespace MigrantServices.Browser.Tests.Journeys;

/// <summary>Everything that a mouse or a finger does, a keyboard does too, and one sees where one is.</summary>
public sealed class KeyboardTests
{
    [BrowserFact]
    public async Task The_form_is_begun_with_the_keyboard_alone()
    {
        await using var window = await Window.OpenAsync(Window.Desk);
        var page = window.Page;
        await window.GoAsync("/en");
        await page.Keyboard.PressAsync("Tab");
        Assert.Equal("#main", await FocusedAsync(page, "e => e.getAttribute('href')"));
        await page.Keyboard.PressAsync("Enter");
        Assert.Equal("main", await FocusedAsync(page, "e => e.id"));

        await TabToAsync(page, "e => e.matches('a.door-main')");
        await EnterAsync(page);
        await TabToAsync(page, "e => e.name === 'Form.Teller'");
        await page.Keyboard.PressAsync("Space");
        await TabToAsync(page, "e => e.name === 'Form.Account'");
        await page.Keyboard.TypeAsync("They would not let me rent the room.");
        await TabToAsync(page, "e => e.type === 'submit' && e.matches('.primary')");
        await EnterAsync(page);
        Assert.EndsWith("/en/grievances/new/when", page.Url, StringComparison.Ordinal);

        await TabToAsync(page, "e => e.name === 'Form.StillHappening'");
        await page.Keyboard.PressAsync("Space");
        Assert.Equal("true", await FocusedAsync(page, "e => e.checked ? e.value : 'none'"));
        await TabToAsync(page, "e => e.name === 'Form.Municipality'");
        await page.Keyboard.TypeAsync("Ansan");
        await TabToAsync(page, "e => e.type === 'submit' && e.matches('.primary')");
        await EnterAsync(page);
        Assert.EndsWith("/en/grievances/new/why", page.Url, StringComparison.Ordinal);
        window.HasNoComplaints();
    }

    [BrowserFact]
    public async Task From_the_sign_in_to_the_most_urgent_case_with_the_keyboard_alone()
    {
        await using var window = await Window.OpenAsync(Window.Desk);
        var page = window.Page;
        await window.TakeAsync(new Dictionary<string, string> { [Localisation.StaffCookie] = "en" });
        await window.GoAsync("/office/sign-in");
        await TabToAsync(page, "e => e.name === 'Form.Email'");
        await page.Keyboard.TypeAsync(Office.Caseworker);
        await page.Keyboard.PressAsync("Tab");
        await page.Keyboard.TypeAsync(DemoColleagues.Password);
        await EnterAsync(page);
        Assert.EndsWith("/office", page.Url, StringComparison.Ordinal);
        Assert.Empty(await page.FaultsAsync("the day"));

        // past the bar, and one step on
        await page.Keyboard.PressAsync("Tab");
        await page.Keyboard.PressAsync("Enter");
        Assert.Equal("main", await FocusedAsync(page, "e => e.id"));
        await page.Keyboard.PressAsync("Tab");
        var urgent = await window.Portal.MostUrgentAsync(await window.Portal.IdOfAsync(Office.Caseworker));
        Assert.Equal(urgent.Split('/')[^1], await FocusedAsync(page, "e => e.textContent"));
        await EnterAsync(page);

        Assert.EndsWith(urgent, page.Url, StringComparison.Ordinal);
        window.HasNoComplaints();
    }

    [BrowserFact]
    public async Task Mistakes_are_told_first_and_lead_to_their_fields()
    {
        await using var window = await Window.OpenAsync(Window.Phone);
        var page = window.Page;
        await window.GoAsync("/en/grievances/new");
        await page.GoOnAsync();
        Assert.Equal("error-summary", await FocusedAsync(page, "e => e.id"));

        var links = page.Locator("#error-summary a");
        Assert.Equal(2, await links.CountAsync());
        for (var i = 0; i < 2; i++)
        {
            var leadsTo = await links.Nth(i).GetAttributeAsync("href");
            await links.Nth(i).FocusAsync();
            await page.Keyboard.PressAsync("Enter");
            Assert.Equal(leadsTo, "#" + await FocusedAsync(page, "e => e.id"));
            Assert.True(await page.Locator(leadsTo!).EvaluateAsync<bool>("e => e.getBoundingClientRect().top >= document.querySelector('.site-header').getBoundingClientRect().bottom"));
        }

        window.HasNoComplaints();
    }

    private static Task EnterAsync(IPage page) => page.GetToNextPageAsync(() => page.Keyboard.PressAsync("Enter"));

    /// <summary>Goes on with the tabulator until there, and sees at each stop where it is.</summary>
    private static async Task TabToAsync(IPage page, string isThere)
    {
        for (var stops = 0; stops < 60; stops++)
        {
            await page.Keyboard.PressAsync("Tab");
            var unseen = await page.EvaluateAsync<string?>(FocusCannotBeSeen);
            Assert.Null(unseen);
            if (await page.EvaluateAsync<bool>($"() => ({isThere})(document.activeElement)"))
            {
                return;
            }
        }

        Assert.Fail($"The tabulator does not lead to {isThere}.");
    }

    private static Task<string> FocusedAsync(IPage page, string question) =>
        page.EvaluateAsync<string>($"() => ({question})(document.activeElement)");

    // a control drawn by its label is marked on the label
    private const string FocusCannotBeSeen =
        """
        () => {
          const at = document.activeElement;
          if (at === document.body) {
            return null;
          }
          const marked = style => (style.outlineStyle !== 'none' && parseFloat(style.outlineWidth) > 0) || style.boxShadow !== 'none';
          const looks = [at, ...(at.labels ?? [])].flatMap(e => [getComputedStyle(e), getComputedStyle(e, '::before')]);
          const box = at.getBoundingClientRect();
          const inSight = box.bottom > 0 && box.top < innerHeight;
          return looks.some(marked) && inSight ? null : at.outerHTML.slice(0, 200);
        }
        """;
}
