using System.Globalization;
using Deque.AxeCore.Commons;
using Deque.AxeCore.Playwright;
using Microsoft.Playwright;

namespace MigrantServices.Browser.Tests.Browsing;

/// <summary>Looks at a page as it stands: what a checker of accessibility finds, and whether it must be pushed sideways to be read.</summary>
public static class Inspection
{
    private static readonly AxeRunOptions OnlyFaults = new() { ResultTypes = [ResultType.Violations] };
    private static readonly string? Shots = Environment.GetEnvironmentVariable("SHOTS");

    /// <summary>What is wrong; empty when nothing is.</summary>
    public static async Task<IReadOnlyList<string>> FaultsAsync(this IPage page, string name)
    {
        var faults = new List<string>();
        foreach (var found in (await page.RunAxe(OnlyFaults)).Violations)
        {
            faults.AddRange(found.Nodes.Select(node => $"{name}: {found.Id} ({found.Impact}) {node.Html[..Math.Min(node.Html.Length, 160)]}"));
        }

        if (await page.OverflowAsync() is { Length: > 0 } overflow)
        {
            faults.Add($"{name}: wider than the window: {overflow}");
        }

        return faults;
    }

    /// <summary>Keeps a picture when SHOTS names a folder.</summary>
    public static async Task KeepPictureAsync(this IPage page, string name)
    {
        if (Shots is { Length: > 0 })
        {
            var width = page.ViewportSize!.Width.ToString(CultureInfo.InvariantCulture);
            await page.ScreenshotAsync(new() { Path = Path.Combine(Shots, $"{name}-{width}.png"), FullPage = true });
        }
    }

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
