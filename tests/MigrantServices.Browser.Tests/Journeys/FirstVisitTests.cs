using MigrantServices.Browser.Tests.Browsing;
using Xunit;

namespace MigrantServices.Browser.Tests.Journeys;

/// <summary>What a first visit costs somebody whose data are dear; fonts apart, which come later and only where data are cheap.</summary>
public sealed class FirstVisitTests
{
    private const int MostBytes = 60 * 1024;
    private const int MostRequests = 6;

    [BrowserTheory]
    [InlineData("/ko")]
    [InlineData("/ar")]
    [InlineData("/vi/grievances/new")]
    [InlineData("/en/my-case")]
    public async Task A_first_page_is_light(string address)
    {
        await using var window = await Window.OpenAsync(Window.Phone);
        var page = window.Page;
        var fetched = new List<(string Url, long Bytes)>();
        var devTools = await page.Context.NewCDPSessionAsync(page);
        await devTools.SendAsync("Network.enable");
        var urls = new Dictionary<string, string>(StringComparer.Ordinal);
        devTools.Event("Network.requestWillBeSent").OnEvent += (_, e) =>
            urls[e!.Value.GetProperty("requestId").GetString()!] = e.Value.GetProperty("request").GetProperty("url").GetString()!;
        devTools.Event("Network.loadingFinished").OnEvent += (_, e) => fetched.Add((
            urls[e!.Value.GetProperty("requestId").GetString()!],
            (long)e.Value.GetProperty("encodedDataLength").GetDouble()));

        await page.GotoAsync(address, new() { WaitUntil = Microsoft.Playwright.WaitUntilState.NetworkIdle });

        var counted = fetched.Where(f => !f.Url.Contains("font", StringComparison.Ordinal) && !f.Url.StartsWith("data:", StringComparison.Ordinal)).ToList();
        Assert.NotEmpty(counted);
        Assert.True(counted.Sum(f => f.Bytes) <= MostBytes && counted.Count <= MostRequests, string.Join('\n', counted));
        window.HasNoComplaints();
    }
}
