using System.Globalization;
using Deque.AxeCore.Commons;
using Microsoft.Playwright;

namespace MigrantServices.Browser.Tests.Browsing;

/// <summary>Looks at a page as it stands: what a checker of accessibility finds, and whether it must be pushed sideways to be read.</summary>
public static class Inspection
{
    // run as it is, and not through the package's RunAxe, which opens a second page for each first one
    private static readonly string Axe = new BundledAxeScriptProvider().GetScript();
    private static readonly string? Shots = Environment.GetEnvironmentVariable("SHOTS");

    /// <summary>Somebody wants to look for themselves.</summary>
    public static bool KeepsPictures => Shots is { Length: > 0 };

    /// <summary>What is wrong; empty when nothing is.</summary>
    public static async Task<IReadOnlyList<string>> FaultsAsync(this IPage page, string name)
    {
        var faults = new List<string>();
        await page.EvaluateAsync(Axe);
        faults.AddRange((await page.EvaluateAsync<string[]>(RunAxe)).Select(fault => $"{name}: {fault}"));

        if (await page.OverflowAsync() is { Length: > 0 } overflow)
        {
            faults.Add($"{name}: wider than the window: {overflow}");
        }

        return faults;
    }

    /// <summary>Keeps a picture when SHOTS names a folder.</summary>
    public static async Task KeepPictureAsync(this IPage page, string name)
    {
        if (KeepsPictures)
        {
            var width = page.ViewportSize!.Width.ToString(CultureInfo.InvariantCulture);
            await page.ScreenshotAsync(new() { Path = Path.Combine(Shots!, $"{name}-{width}.png"), FullPage = true });
        }
    }

    private const string RunAxe =
        """
        async () => (await axe.run(document, { resultTypes: ['violations'] })).violations.flatMap(
          found => found.nodes.map(node => `${found.id} (${found.impact}) ${node.html.slice(0, 160)} ${node.failureSummary}`))
        """;

    /// <summary>The elements that stick out at the side; empty when the page fits.</summary>
    private static Task<string> OverflowAsync(this IPage page) => page.EvaluateAsync<string>(
        """
        () => {
          const root = document.scrollingElement;
          if (root.scrollWidth <= root.clientWidth) {
            return '';
          }
          const out = [...document.querySelectorAll('body *')].filter(e => {
            const box = e.getBoundingClientRect();
            return box.width > 0 && (box.right > root.clientWidth + 1 || box.left < -1);
          });
          return `${root.scrollWidth} > ${root.clientWidth} ` + out.slice(0, 4).map(e => e.outerHTML.slice(0, 120)).join(' ');
        }
        """);
}
