using System.Globalization;
using System.Net;
using MigrantServices.Benchmarks.Data;
using MigrantServices.Benchmarks.Running;

namespace MigrantServices.Benchmarks.Goals;

/// <summary>P7 and P17: pages touched and statements sent for one request, few cases against many.</summary>
public sealed class Growth() : Goal("growth")
{
    private const int Few = 10_000;
    private const int Times = 60;
    private const double MostPages = 1.3;
    private const double MostTime = 1.5;
    private const int MostListPages = 120;

    private static readonly Dictionary<string, int> MostStatements = new(StringComparer.Ordinal) { ["worklist"] = 3, ["open a case"] = 4 };

    public override async Task MeasureAsync(Stage stage, Figures figures)
    {
        var few = await MeasureAsync(stage, await stage.OfficeAsync(Few));
        var many = await MeasureAsync(stage, await stage.OfficeAsync());
        var (small, big) = (Few.ToString("N0", CultureInfo.InvariantCulture), stage.Options.Cases.ToString("N0", CultureInfo.InvariantCulture));
        foreach (var (what, now) in many)
        {
            var before = few[what];
            var (pages, time) = (now.Pages / before.Pages, now.Time / before.Time);
            figures.Add("P7", $"{what}: pages touched, {small} → {big} cases", Figures.Number(before.Pages), Figures.Number(now.Pages), Figures.Times(pages), "≤ 1.3 ×", pages <= MostPages);
            figures.Add("P7", $"{what}: time alone", Figures.Number(before.Time) + " ms", Figures.Number(now.Time) + " ms", Figures.Times(time), "≤ 1.5 ×", time <= MostTime);
            if (what == "worklist")
            {
                figures.Add("P3", "worklist: pages touched", "", Figures.Number(now.Pages), "", "≤ 120", now.Pages <= MostListPages);
            }

            var most = MostStatements.GetValueOrDefault(what, int.MaxValue);
            figures.Add("P17", $"{what}: statements", "", Figures.Number(now.Statements), "", most == int.MaxValue ? "" : $"≤ {most}", now.Statements <= most);
        }
    }

    private static async Task<Dictionary<string, Cost>> MeasureAsync(Stage stage, Office office)
    {
        await using var portal = await stage.StartPortalAsync(office);
        var signedIn = await office.SignedInAsync();
        var sender = await Filing.Sender.MeetAsync(portal, office);
        await sender.PrepareAsync(Times * 3, TimeSpan.FromSeconds(1));
        var (references, next) = (await Opening.ReferencesAsync(office), 0);
        await office.RestAsync();
        return new(StringComparer.Ordinal)
        {
            ["worklist"] = await CostAsync(office, () => Get.Of(portal.Url + "/office/grievances", signedIn), HttpStatusCode.OK),
            ["open a case"] = await CostAsync(office, () => Get.Of($"{portal.Url}/office/grievances/{references[next++ % references.Count]}", signedIn), HttpStatusCode.OK),
            ["filing"] = await CostAsync(office, () => sender.Next()!, HttpStatusCode.Found),
        };
    }

    // warmed first; what the portal does besides, such as reading its outbox every second, is left out by name
    private static async Task<Cost> CostAsync(Office office, Func<HttpRequestMessage> next, HttpStatusCode expected)
    {
        await Load.CountedAsync(Times, next, expected);
        await office.AskAsync<object?>("select pg_stat_statements_reset()");
        var round = await Load.CountedAsync(Times, next, expected);
        return new(await SumAsync(office, "shared_blks_hit + shared_blks_read") / Times, await SumAsync(office, "calls") / Times, round.Middle);
    }

    private static Task<double> SumAsync(Office office, string what) => office.AskAsync<double>(
        $"""
        select coalesce(sum({what}), 0)::float8 from pg_stat_statements
        where dbid = (select oid from pg_database where datname = current_database())
          and query ilike any (array['%cases%', '%case\_%', '%access_records%'])
          and query not like '%outbox_jobs%' and query not like '%pg_stat_statements%'
        """);

    private sealed record Cost(double Pages, double Statements, double Time);
}
