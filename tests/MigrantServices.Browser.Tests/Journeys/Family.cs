using Microsoft.Playwright;
using MigrantServices.Browser.Tests.Browsing;
using MigrantServices.Testing.Hosting;
using MigrantServices.Testing.Papers;
using Xunit;

namespace MigrantServices.Browser.Tests.Journeys;

/// <summary>A parent with a telephone and the code of their child's case.</summary>
public sealed class Family : IAsyncDisposable
{
    private readonly Window _window;
    private readonly string _language;

    private Family(Window window, string language) => (_window, _language) = (window, language);

    public IPage Page => _window.Page;

    /// <summary>Has typed the code already.</summary>
    public static async Task<Family> OfAsync(OpenPortal portal, FiledCase filed, string language)
    {
        var family = new Family(await Window.OpenAsync(portal, Window.Phone), language);
        using var browser = await portal.ComeBackAsync(filed.CodeId);
        await family._window.TakeAsync(browser.Cookies);
        return family;
    }

    /// <summary>Comes back with the code as it was shown.</summary>
    public static async Task<Family> ReturningAsync(OpenPortal portal, string code, string language)
    {
        var family = new Family(await Window.OpenAsync(portal, Window.Phone), language);
        await family._window.GoAsync($"/{language}/my-case");
        await family.Page.WriteAsync("Code", code);
        await family.Page.GoOnAsync();
        return family;
    }

    public Task OpenAsync(string page = "") => _window.GoAsync($"/{_language}/my-case/child{page}");

    /// <summary>Reads these sentences on the page.</summary>
    public async Task ReadsAsync(params string[] keys)
    {
        var words = await Page.WordsAsync();
        Assert.All(keys, key => Assert.Contains(_window.Portal.Text(_language, key), words, StringComparison.Ordinal));
    }

    /// <summary>Opens the newest letter, with these words in it, and saves it as a file.</summary>
    public async Task ReadLetterAsync(params string[] words)
    {
        await OpenAsync();
        await Page.GetToNextPageAsync(() => Page.Locator(".message.from-office a[href*='/letters/']").Last.ClickAsync());
        var letter = await Page.WordsAsync();
        Assert.All(words, word => Assert.Contains(word, letter, StringComparison.Ordinal));
        // Korean stands beside it, with the sentence that neither nationality nor status of stay follows
        Assert.Contains("체류자격", letter, StringComparison.Ordinal);
        if (PaperLibraries.AreExpected)
        {
            var saved = await Page.SaveAsync("a[download]");
            Assert.Equal("%PDF-"u8.ToArray(), saved[..5]);
        }
    }

    /// <summary>Does what a page with one button asks for.</summary>
    public async Task DoAsync(string page, params (string Field, string Text)[] answers)
    {
        await OpenAsync(page);
        await Page.AnswerAsync(answers);
        await Page.GoOnAsync();
        Assert.True(await Page.Locator("#error-summary").CountAsync() == 0, await Page.WordsAsync());
    }

    public async ValueTask DisposeAsync()
    {
        await _window.DisposeAsync();
        _window.HasNoComplaints();
    }
}
