using Microsoft.Playwright;

namespace MigrantServices.Browser.Tests.Browsing;

/// <summary>The one browser of a test run: an installed Chromium, not one that is fetched.</summary>
public static class Chromium
{
    private static readonly string[] Places =
        ["/usr/bin/chromium", "/usr/bin/chromium-browser", "/usr/bin/google-chrome", "/Applications/Google Chrome.app/Contents/MacOS/Google Chrome"];

    private static readonly string? Program =
        Environment.GetEnvironmentVariable("CHROMIUM") is { Length: > 0 } named ? named : Places.FirstOrDefault(File.Exists);

    private static readonly Lazy<Task<IBrowser>> Running = new(LaunchAsync);

    /// <summary>Null when tests can run, or must: with PORTAL_REQUIRE_BROWSER=1 a missing browser is a failure.</summary>
    public static string? WhyNot { get; } =
        File.Exists(Program) || Environment.GetEnvironmentVariable("PORTAL_REQUIRE_BROWSER") == "1"
            ? null
            : $"There is no Chromium at {Program ?? Places[0]}. Install it (apt-get install chromium), or set CHROMIUM to its path.";

    /// <summary>Ends with the process: the driver notices that its pipe has closed.</summary>
    public static Task<IBrowser> Browser => Running.Value;

    private static async Task<IBrowser> LaunchAsync()
    {
        var playwright = await Playwright.CreateAsync();
        return await playwright.Chromium.LaunchAsync(new()
        {
            ExecutablePath = Program ?? Places[0],
            Args =
            [
                "--no-sandbox", "--disable-gpu", "--disable-quic", "--no-first-run", "--disable-dev-shm-usage",
                "--disable-background-networking", "--disable-component-update", "--disable-sync",
            ],
        });
    }
}
