using Microsoft.Playwright;
using MigrantServices.Browser.Tests.Browsing;
using MigrantServices.Core.Storage.Seed.Demo;
using Xunit;

namespace MigrantServices.Browser.Tests.Journeys;

/// <summary>Somebody of the office at work on children's cases, signed in already.</summary>
public sealed class ChildColleague : IAsyncDisposable
{
    public const string Language = "en";

    private readonly Window _window;

    private ChildColleague(Window window) => _window = window;

    public IPage Page => _window.Page;

    public static async Task<ChildColleague> AtDeskAsync(OpenPortal portal, string email)
    {
        var colleague = new ChildColleague(await Window.OpenAsync(portal, Window.Desk));
        await colleague._window.TakeAsync(await portal.AtDeskAsync(email, Language));
        return colleague;
    }

    /// <summary>The case, or one of its pages.</summary>
    public Task OpenAsync(string reference, string page = "") => _window.GoAsync($"/office/children/{reference}{page}");

    /// <summary>Finds it in the list, where a child has initials and no name.</summary>
    public async Task FindAsync(string reference, string name)
    {
        await _window.GoAsync("/office/children?tab=All");
        Assert.DoesNotContain(name, await Page.ContentAsync(), StringComparison.Ordinal);
        await Page.PressAsync($"a.reference:has-text('{reference}')");
        Assert.DoesNotContain(name, await Page.ContentAsync(), StringComparison.Ordinal);
    }

    public async Task SeesAsync(string key) =>
        Assert.Contains(_window.Portal.Text(Language, key), await Page.WordsAsync(), StringComparison.Ordinal);

    /// <summary>Presses the button of a deed on the case.</summary>
    public async Task PressAsync(string reference, string deed)
    {
        await OpenAsync(reference);
        var button = $"form[action$='/deeds/{deed}'] button";
        if (!await Page.Locator(button).IsVisibleAsync())
        {
            // what is done less often lies under a word of its own
            await Page.Locator(".deed-group > summary").ClickAsync();
        }

        await Page.PressAsync(button);
        await NobodyRefusedAsync();
    }

    /// <summary>Fills in the form of a deed and sends it.</summary>
    public Task DoAsync(string reference, string deed, params (string Field, string Text)[] answers) => FillInAsync(reference, "/do/" + deed, answers);

    public async Task FillInAsync(string reference, string page, params (string Field, string Text)[] answers)
    {
        await OpenAsync(reference, page);
        await Page.AnswerAsync(answers);
        await Page.GoOnAsync();
        await NobodyRefusedAsync();
    }

    public async Task PutPhotographAsync(string reference)
    {
        await OpenAsync(reference, "/photograph");
        await Page.Locator("#Picture").SetInputFilesAsync(new FilePayload { Name = "face.jpg", MimeType = "image/jpeg", Buffer = DemoPhotograph.Jpeg });
        await Page.GoOnAsync();
        Assert.True(await Page.Locator("img.photo-as-printed").IsVisibleAsync());
        await Page.GoOnAsync();
        await NobodyRefusedAsync();
    }

    /// <summary>Looks at the photograph as it will be printed, and issues the papers.</summary>
    public async Task IssueAsync(string reference)
    {
        await OpenAsync(reference, "/issue");
        Assert.True(await Page.Locator("img.photo-as-printed").IsVisibleAsync());
        await Page.GoOnAsync();
        await NobodyRefusedAsync();
    }

    /// <summary>Prints one of the valid papers, until the family holds them.</summary>
    public async Task<byte[]> PrintAsync(string reference, string what)
    {
        await OpenAsync(reference, "/papers");
        return await Page.SaveAsync($"button[value={what}]");
    }

    /// <summary>The family holds the papers.</summary>
    public async Task HandOutAsync(string reference)
    {
        await OpenAsync(reference, "/papers");
        await Page.PressAsync("form[action$='/deeds/hand-out-papers'] button");
        await OpenAsync(reference, "/papers");
    }

    public async ValueTask DisposeAsync()
    {
        await _window.DisposeAsync();
        _window.HasNoComplaints();
    }

    private async Task NobodyRefusedAsync() => Assert.True(await Page.Locator("#error-summary").CountAsync() == 0, await Page.WordsAsync());
}
