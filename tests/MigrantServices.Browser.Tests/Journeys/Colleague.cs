using Microsoft.EntityFrameworkCore;
using Microsoft.Playwright;
using MigrantServices.Browser.Tests.Browsing;
using MigrantServices.Core.Documents;
using Xunit;

namespace MigrantServices.Browser.Tests.Journeys;

/// <summary>Somebody of the office at a desk, who signs in by the form.</summary>
public sealed class Colleague(Window window) : IAsyncDisposable
{
    private IPage Page => window.Page;

    public static async Task<Colleague> SignedInAsync(string email, bool script)
    {
        var colleague = new Colleague(await Window.OpenAsync(Window.Desk, script));
        await colleague.SignInAsync(email);
        return colleague;
    }

    /// <summary>Goes by the list of cases that nobody has taken.</summary>
    public async Task FindAsync(string reference)
    {
        await Page.PressAsync("a[href='/office/grievances']");
        await Page.PressAsync("a[href*='tab=Unassigned']");
        await Page.PressAsync($"a.reference:has-text('{reference}')");
        Assert.Equal(reference, await Page.Locator("h1").InnerTextAsync());
    }

    public Task OpenAsync(string reference) => window.GoAsync($"/office/grievances/{reference}");

    public async Task SeesAsync(string words) => Assert.Contains(words, await Page.WordsAsync(), StringComparison.Ordinal);

    public async Task TakeOnAsync()
    {
        await Page.Locator("label[for='Affirms']").ClickAsync();
        await DoAtOnceAsync("take-on");
    }

    /// <summary>Reads the letter as it will go out, and sends it.</summary>
    public async Task ApproveAsync()
    {
        await Page.PressAsync("a[href$='/approve']");
        Assert.NotEqual(0, await Page.Locator(".letter[lang=ko]").CountAsync());
        await Page.GoOnAsync();
        Assert.Equal(0, await Page.Locator("#error-summary").CountAsync());
    }

    /// <summary>Opens a deed's page, fills in its fields and sends it.</summary>
    public async Task DoAsync(string deed, params (string Field, string Text)[] answers)
    {
        await Page.PressAsync($"a[href$='/{deed}']");
        await Page.AnswerAsync(answers);

        // whoever decides says of each text in another language that they read the original, which stands last
        foreach (var source in await Page.Locator("main select[name='Form.Sources']").AllAsync())
        {
            await source.SelectOptionAsync(new SelectOptionValue { Index = await source.Locator("option").CountAsync() - 1 });
        }

        await Page.GoOnAsync();
        Assert.Equal(0, await Page.Locator("#error-summary").CountAsync());
    }

    /// <summary>Waits until the files are checked, and fetches one as the browser does.</summary>
    public async Task<byte[]> DownloadAsync(string reference, string name)
    {
        var patience = DateTime.UtcNow.AddSeconds(20);
        while (await window.Portal.StoredAsync(db => db.Set<CaseFile>().AnyAsync(f => f.State == FileState.Held)) && DateTime.UtcNow < patience)
        {
            await Task.Delay(200);
        }

        await OpenAsync(reference);
        return await Page.SaveAsync($".case-files a:has-text('{name}')");
    }

    public async ValueTask DisposeAsync()
    {
        await window.DisposeAsync();
        window.HasNoComplaints();
    }

    private async Task DoAtOnceAsync(string deed)
    {
        var button = $"form[action$='/deeds/{deed}'] button";
        await Page.PressAsync(button);
        Assert.True(await Page.Locator(button).CountAsync() == 0, await Page.WordsAsync());
        Assert.Equal(0, await Page.Locator("#error-summary").CountAsync());
    }

    private async Task SignInAsync(string email)
    {
        await window.SignInAsync(email);
        Assert.Equal("/office", new Uri(Page.Url).AbsolutePath);
    }
}
