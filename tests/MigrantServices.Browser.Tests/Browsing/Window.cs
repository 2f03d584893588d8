using Microsoft.Playwright;
using Xunit;

namespace MigrantServices.Browser.Tests.Browsing;

/// <summary>Somebody's browser window, with cookies of its own. Whatever the page complains of or fetches from elsewhere fails the test.</summary>
public sealed class Window : IAsyncDisposable
{
    public const int Phone = 390;
    public const int Desk = 1280;

    private readonly IBrowserContext _context;
    private readonly List<string> _complaints = [];

    private Window(OpenPortal portal, IBrowserContext context, IPage page)
    {
        (Portal, _context, Page) = (portal, context, page);
        page.PageError += (_, error) => Complain("script", error);
        page.Console += (_, line) =>
        {
            // a missing file is told by its answer below, with more about it
            if (line.Type is "error" or "warning" && !line.Text.StartsWith("Failed to load resource", StringComparison.Ordinal))
            {
                Complain(line.Type, line.Text);
            }
        };
        context.Request += (_, request) =>
        {
            if (!request.Url.StartsWith(portal.Home.ToString(), StringComparison.Ordinal) && !request.Url.StartsWith("data:", StringComparison.Ordinal))
            {
                Complain("elsewhere", request.Url);
            }
        };
        context.Response += (_, answer) =>
        {
            if (answer.Status >= 400 && !answer.Request.IsNavigationRequest)
            {
                Complain(answer.Status.ToString(), answer.Url);
            }
        };
    }

    public OpenPortal Portal { get; }

    public IPage Page { get; }

    public static async Task<Window> OpenAsync(int width, bool script = true) => await OpenAsync(await OpenPortal.Current, width, script);

    public static async Task<Window> OpenAsync(OpenPortal portal, int width, bool script = true)
    {
        var browser = await Chromium.Browser;
        var context = await browser.NewContextAsync(new()
        {
            BaseURL = portal.Home.ToString(),
            ViewportSize = new() { Width = width, Height = width == Phone ? 844 : 900 },
            IsMobile = width == Phone,
            HasTouch = width == Phone,
            JavaScriptEnabled = script,
            ReducedMotion = ReducedMotion.Reduce,
        });
        context.SetDefaultTimeout(20_000);
        return new(portal, context, await context.NewPageAsync());
    }

    /// <summary>Gives this window what another browser holds.</summary>
    public Task TakeAsync(IReadOnlyDictionary<string, string> cookies) => _context.AddCookiesAsync(cookies.Select(cookie => new Cookie
    {
        Name = cookie.Key,
        Value = cookie.Value,
        Url = Portal.Home.ToString().Replace("http:", "https:", StringComparison.Ordinal),
        Secure = true,
        HttpOnly = true,
        SameSite = SameSiteAttribute.Lax,
    }));

    public Task ForgetCookiesAsync() => _context.ClearCookiesAsync();

    public async Task<IResponse> GoAsync(string path) => (await Page.GotoAsync(path))!;

    /// <summary>Fails with all that pages complained of so far.</summary>
    public void HasNoComplaints() => Assert.Empty(_complaints);

    public async ValueTask DisposeAsync() => await _context.DisposeAsync();

    private void Complain(string kind, string what) => _complaints.Add($"{Page.Url} {kind}: {what}");
}
