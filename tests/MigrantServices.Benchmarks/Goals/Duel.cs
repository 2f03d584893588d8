using System.Net;
using MigrantServices.Benchmarks.Running;

namespace MigrantServices.Benchmarks.Goals;

/// <summary>One kind of request: how to make the next one, and the answer it must get.</summary>
public sealed record Side(Server Server, Func<HttpRequestMessage?> Next, HttpStatusCode Expected);

/// <summary>The raw endpoint and the portal in turns, three rounds each, after a warm-up of both.</summary>
public static class Duel
{
    private const int Rounds = 3;

    // so many requests that the compiler has made its best of both
    private const int WarmUp = 2_000;

    private static readonly TimeSpan LongestWarmUp = TimeSpan.FromMinutes(1);

    /// <param name="prepare">Makes what a round uses up; null when it uses nothing up.</param>
    public static async Task<(Round Raw, Round Portal)> FightAsync(Options options, int browsers, Side raw, Side portal, Func<double, TimeSpan, Task>? prepare = null)
    {
        await (prepare?.Invoke(WarmUp, TimeSpan.FromSeconds(1)) ?? Task.CompletedTask);
        await WarmAsync(raw, browsers);
        var rate = (await WarmAsync(portal, browsers)).PerSecond * 2;
        List<Round> raws = [];
        List<Round> portals = [];
        for (var round = 0; round < Rounds; round++)
        {
            raws.Add(await RunAsync(raw, browsers, options.Time));
            await (prepare?.Invoke(rate, options.Time) ?? Task.CompletedTask);
            portals.Add(await RunAsync(portal, browsers, options.Time));
            rate = Math.Max(rate, portals[^1].PerSecond);
        }

        return (Round.MedianOf(raws), Round.MedianOf(portals));
    }

    public static void Report(Figures figures, string goal, string what, Round raw, Round portal, double wanted)
    {
        var ratio = portal.PerSecond / raw.PerSecond;
        figures.Add(
            goal, what, Describe(raw), Describe(portal), Figures.Percent(ratio), "≥ " + Figures.Percent(wanted), ratio >= wanted);
    }

    private static Task<Round> WarmAsync(Side side, int browsers)
    {
        var left = WarmUp;
        return Load.RunAsync(browsers, LongestWarmUp, () => Interlocked.Decrement(ref left) >= 0 ? side.Next() : null, side.Expected);
    }

    private static async Task<Round> RunAsync(Side side, int browsers, TimeSpan time)
    {
        var before = side.Server.ProcessorTime;
        var round = await Load.RunAsync(browsers, time, side.Next, side.Expected);
        return round with { Processor = (side.Server.ProcessorTime - before).TotalMilliseconds / Math.Max(1, round.Requests) };
    }

    private static string Describe(Round round) =>
        $"{Figures.Number(round.PerSecond)}/s, p95 {Figures.Number(round.P95)} ms, {Figures.Number(round.Processor)} ms processor";
}
