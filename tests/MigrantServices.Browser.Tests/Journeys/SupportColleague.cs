using Microsoft.Playwright;
using MigrantServices.Browser.Tests.Browsing;
using Xunit;

namespace MigrantServices.Browser.Tests.Journeys;

/// <summary>Somebody of the office at work on applications for support or on their money, signed in already.</summary>
public sealed class SupportColleague : IAsyncDisposable
{
    public const string Language = "en";

    private readonly Window _window;

    private SupportColleague(Window window) => _window = window;

    public IPage Page => _window.Page;

    public static async Task<SupportColleague> AtDeskAsync(OpenPortal portal, string email)
    {
        var colleague = new SupportColleague(await Window.OpenAsync(portal, Window.Desk));
        await colleague._window.TakeAsync(await portal.AtDeskAsync(email, Language));
        return colleague;
    }

    /// <summary>The application, or one of its pages.</summary>
    public Task OpenAsync(string reference, string page = "") => _window.GoAsync($"/office/support/{reference}{page}");

    public async Task SeesAsync(string words) => Assert.Contains(words, await Page.WordsAsync(), StringComparison.Ordinal);

    /// <summary>Takes it on from the list of what nobody has: before that its file is not there.</summary>
    public async Task TakeOnAsync(string reference)
    {
        await _window.GoAsync("/office/support?search=" + reference);
        await SendAsync($"form[action$='/{reference}/deeds/take-on'] button");
    }

    /// <summary>Fills in the form of a deed and sends it.</summary>
    public async Task DoAsync(string reference, string deed, params (string Field, string Text)[] answers)
    {
        await OpenAsync(reference, "/do/" + deed);
        await Page.AnswerAsync(answers);
        await SendAsync("main form button.primary");
    }

    /// <summary>Prepares each programme as the rules have filled it in, and puts them before a second person.</summary>
    public async Task GrantAsRulesSayAsync(string reference, string approver)
    {
        await OpenAsync(reference);
        var lines = await Page.Locator("a[href*='/lines/']:not([href$='/plan'])").EvaluateAllAsync<string[]>("all => all.map(one => one.getAttribute('href'))");
        foreach (var line in lines)
        {
            await _window.GoAsync(line);
            await Page.PickAsync("Form.Grants", "true");
            await SendAsync("main form button.primary");
        }

        await DoAsync(reference, "propose", ("Form.ColleagueId", approver));
    }

    /// <summary>Reads the letter as it will go out, and sends it.</summary>
    public async Task ApproveAsync(string reference)
    {
        await OpenAsync(reference, "/approve");
        Assert.NotEqual(0, await Page.Locator(".letter[lang=ko]").CountAsync());
        await SendAsync("main form button.primary");
    }

    /// <summary>Prepares the next instalment of an award.</summary>
    public async Task PreparePaymentAsync(string award, string payee)
    {
        await _window.GoAsync("/office/support/budget/awards/" + award);
        await Page.AnswerAsync(("Form.Method", "BankTransfer"), ("Form.Payee", payee));
        await SendAsync("form[action*=Prepare] button");
    }

    /// <summary>Releases what another has prepared.</summary>
    public async Task ReleaseAsync(string award)
    {
        await _window.GoAsync("/office/support/budget/awards/" + award);
        await SendAsync("form[action*='handler=Decide'] button[value=true]");
    }

    /// <summary>Presses a button, and is not refused.</summary>
    public async Task SendAsync(string button)
    {
        await Page.PressAsync(button);
        Assert.True(await Page.Locator("#error-summary").CountAsync() == 0, await Page.WordsAsync());
    }

    public async ValueTask DisposeAsync()
    {
        await _window.DisposeAsync();
        _window.HasNoComplaints();
    }
}
