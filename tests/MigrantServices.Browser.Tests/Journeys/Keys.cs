using Microsoft.Playwright;
using MigrantServices.Browser.Tests.Browsing;
using Xunit;

namespace MigrantServices.Browser.Tests.Journeys;

/// <summary>A keyboard and nothing else: it counts each press, and each page that comes.</summary>
public sealed class Keys(IPage page)
{
    /// <summary>More stops than this on one page and nobody finds the field.</summary>
    private const int MostStops = 150;

    public int Pressed { get; private set; }

    public int Pages { get; private set; } = 1;

    public Task TabAsync() => PressAsync("Tab");

    public async Task PressAsync(string key)
    {
        Pressed++;
        await page.Keyboard.PressAsync(key);
    }

    /// <summary>One press a sign, and one more where it is written large.</summary>
    public async Task TypeAsync(string text)
    {
        Pressed += text.Length + text.Count(char.IsUpper);
        await page.Keyboard.TypeAsync(text);
    }

    public async Task EnterAsync()
    {
        await page.GetToNextPageAsync(() => PressAsync("Enter"));
        Pages++;
    }

    /// <summary>Goes on with the tabulator until there; stays where it is when it is there already.</summary>
    public async Task ToAsync(string isThere)
    {
        for (var stops = 0; stops <= MostStops; stops++)
        {
            if (await page.EvaluateAsync<bool>($"() => ({isThere})(document.activeElement)"))
            {
                return;
            }

            await TabAsync();
        }

        Assert.Fail($"The tabulator does not lead to {isThere}.");
    }

    public Task ToFieldAsync(string name, string? value = null) =>
        ToAsync($"e => e.name === '{name}'" + (value is null ? "" : $" && e.value === '{value}'"));

    public async Task WriteAsync(string name, string text)
    {
        await ToFieldAsync(name);
        await TypeAsync(text);
    }

    /// <summary>Ticks or picks one of the answers that stand on the page.</summary>
    public async Task PickAsync(string name, string value)
    {
        await ToFieldAsync(name, value);
        await PressAsync("Space");
        Assert.True(await page.EvaluateAsync<bool>("() => document.activeElement.checked"));
    }

    /// <summary>Types the beginning of an answer in a list until it is chosen, as one does.</summary>
    public async Task ChooseAsync(string name, string value)
    {
        await ToFieldAsync(name);
        var label = await page.EvaluateAsync<string>("value => [...document.activeElement.options].find(o => o.value === value).label", value);
        foreach (var sign in label)
        {
            if (await page.EvaluateAsync<string>("() => document.activeElement.value") == value)
            {
                return;
            }

            await TypeAsync(sign.ToString());
        }

        Assert.Equal(value, await page.EvaluateAsync<string>("() => document.activeElement.value"));
    }
}
