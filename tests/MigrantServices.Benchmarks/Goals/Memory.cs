using System.Globalization;
using System.Net;
using MigrantServices.Benchmarks.Data;
using MigrantServices.Benchmarks.Running;

namespace MigrantServices.Benchmarks.Goals;

/// <summary>P10: resident memory under a mixture of everything by 32 browsers.</summary>
public sealed class Memory() : Goal("memory")
{
    private const int Browsers = 32;
    private const double Most = 250;
    private const double MostGrowth = 1.05;

    private static readonly TimeSpan Glance = TimeSpan.FromSeconds(1);

    public override async Task MeasureAsync(Stage stage, Figures figures)
    {
        var office = await stage.OfficeAsync();
        await using var portal = await stage.StartPortalAsync(office);
        var addresses = await AddressesAsync(office);
        var (next, signedIn) = (0, await office.SignedInAsync());
        HttpRequestMessage Next()
        {
            var address = addresses[Interlocked.Increment(ref next) % addresses.Count];
            return Get.Of(portal.Url + address, address.StartsWith("/office", StringComparison.Ordinal) ? signedIn : null);
        }

        using var over = new CancellationTokenSource();
        var watching = WatchAsync(portal, over.Token);
        var round = await Load.RunAsync(Browsers, stage.Options.Memory, Next, HttpStatusCode.OK);
        await over.CancelAsync();
        var seen = await watching;
        var (half, end) = (Late(seen[..(seen.Count / 2)]), Late(seen));
        var time = string.Create(CultureInfo.InvariantCulture, $"{stage.Options.Memory.TotalMinutes:0} min, 32 at once, {round.PerSecond:0} pages/s");
        figures.Add("P10", $"resident memory, {time}", "", Figures.Number(seen.Max()) + " MB", "", "≤ 250 MB", seen.Max() <= Most);
        figures.Add("P10", "growth in the second half", Figures.Number(half) + " MB", Figures.Number(end) + " MB", Figures.Times(end / half), "≤ 1.05 ×", end / half <= MostGrowth);
    }

    private static async Task<List<string>> AddressesAsync(Office office)
    {
        var cases = await Opening.ReferencesAsync(office);
        return [.. cases.SelectMany(reference => new[] { "/ko", "/office/grievances", "/vi/grievances/new", $"/office/grievances/{reference}", "/office/grievances?tab=All" })];
    }

    // the middle of the last glances, so that one collection more or less does not decide
    private static double Late(IReadOnlyList<double> seen) => Round.Median(seen.TakeLast(Math.Max(1, seen.Count / 4)));

    private static async Task<List<double>> WatchAsync(Server portal, CancellationToken over)
    {
        List<double> seen = [];
        while (!over.IsCancellationRequested)
        {
            seen.Add(portal.Megabytes);
            await Task.Delay(Glance, over).ContinueWith(_ => { }, TaskScheduler.Default);
        }

        return seen;
    }
}
